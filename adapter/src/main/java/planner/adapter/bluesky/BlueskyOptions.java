package planner.adapter.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/**
 * What a post on Bluesky can choose. Of a thread the quote, the answered post, the tags and the reply rule belong to the
 * first post; languages, labels and the quote rule hold for each.
 *
 * @param langs languages of the text as BCP-47 tags
 * @param linkCard whether the first link of a part without media is shown as a card
 * @param label what viewers are warned of
 * @param moreLabels what else they are warned of
 * @param tags further hashtags that do not stand in the text, with or without their sign
 * @param quote the quoted post: its address on the web or its at:// URI; empty = none
 * @param replyTo the answered post, named in the same way; empty = none
 * @param replies who may answer
 * @param repliers who may, when {@code replies} is {@link Replies#CHOSEN}
 * @param replyLists at:// URIs of lists whose members may as well
 * @param quotable whether others may quote it
 * @param captions of the first video
 * @param captionsLang their language as a BCP-47 tag
 * @param gif whether the first video plays by itself, silently and on and on
 */
public record BlueskyOptions(
        @Option(max = BlueskyCapabilities.LANGS, itemMax = 20)
        List<String> langs,

        @Option(initial = "true") Boolean linkCard,
        @Option(initial = "\"NONE\"") Label label,
        @Option(max = 3) List<Warning> moreLabels,

        @Option(max = BlueskyCapabilities.TAGS, itemMax = BlueskyCapabilities.TAG_BYTES)
        List<String> tags,

        @Option(max = BlueskyCapabilities.ADDRESS) String quote,
        @Option(max = BlueskyCapabilities.ADDRESS) String replyTo,
        @Option(initial = "\"EVERYONE\"") Replies replies,
        @Option(max = 3) List<Replier> repliers,

        @Option(max = BlueskyCapabilities.RULES, itemMax = BlueskyCapabilities.ADDRESS, choices = BlueskyChoices.LISTS)
        List<String> replyLists,

        @Option(initial = "true") Boolean quotable,

        @Option(types = BlueskyCapabilities.CAPTIONS, max = BlueskyCapabilities.CAPTION_BYTES) @Nullable
        Media captions,

        @Option(max = 20) String captionsLang,
        @Option(initial = "false") Boolean gif)
        implements Delivery.Options {

    /** Absent values mean what the editor begins with, so that a stored delivery of an older release stays readable. */
    public BlueskyOptions {
        langs = langs == null ? List.of() : List.copyOf(langs);
        linkCard = linkCard == null || linkCard;
        label = label == null ? Label.NONE : label;
        moreLabels = moreLabels == null ? List.of() : List.copyOf(moreLabels);
        tags = plain(tags).map(tag -> tag.replaceFirst("^[#＃]", "")).distinct().toList();
        quote = quote == null ? "" : quote.strip();
        replyTo = replyTo == null ? "" : replyTo.strip();
        replies = replies == null ? Replies.EVERYONE : replies;
        repliers = repliers == null ? List.of() : List.copyOf(repliers);
        replyLists = plain(replyLists).distinct().toList();
        quotable = quotable == null || quotable;
        captionsLang = captionsLang == null ? "" : captionsLang.strip();
        gif = gif != null && gif;
    }

    public static BlueskyOptions plain() {
        return new BlueskyOptions(
                List.of(),
                true,
                Label.NONE,
                List.of(),
                List.of(),
                "",
                "",
                Replies.EVERYONE,
                List.of(),
                List.of(),
                true,
                null,
                "",
                false);
    }

    static BlueskyOptions of(Delivery delivery) {
        return (BlueskyOptions) delivery.options();
    }

    private static Stream<String> plain(@Nullable List<String> texts) {
        return texts == null ? Stream.of() : texts.stream().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The values of all labels, each once, the main one first. */
    List<String> labels() {
        var labels = new ArrayList<String>();
        labels.add(label.value);
        moreLabels.forEach(more -> labels.add(more.value));
        return labels.stream().filter(value -> !value.isEmpty()).distinct().toList();
    }

    /** The chosen groups of people, each once. */
    List<Replier> eachReplier() {
        return repliers.stream().distinct().toList();
    }

    /** The self-labels that Bluesky knows. */
    public enum Label {
        NONE(""),
        SEXUAL("sexual"),
        NUDITY("nudity"),
        PORN("porn"),
        GRAPHIC_MEDIA("graphic-media");

        private final String value;

        Label(String value) {
            this.value = value;
        }
    }

    /** The labels again, for a list where nothing is said by leaving it empty. */
    public enum Warning {
        SEXUAL("sexual"),
        NUDITY("nudity"),
        PORN("porn"),
        GRAPHIC_MEDIA("graphic-media");

        private final String value;

        Warning(String value) {
            this.value = value;
        }
    }

    /** Who may answer; EVERYONE is said by saying nothing. */
    public enum Replies {
        EVERYONE,
        NOBODY,
        CHOSEN
    }

    /** Whom a reply rule can let in besides the members of lists. */
    public enum Replier {
        MENTIONED("mentionRule"),
        FOLLOWERS("followerRule"),
        FOLLOWED("followingRule");

        private final String rule;

        Replier(String rule) {
            this.rule = rule;
        }

        String rule() {
            return rule;
        }
    }
}
