package planner.adapter.bluesky;

import java.util.List;
import planner.network.Delivery;
import planner.network.Option;

/**
 * What a post on Bluesky can choose.
 *
 * @param langs languages of the text as BCP-47 tags
 * @param linkCard whether the first link of a part without media is shown as a card
 * @param label what viewers are warned of
 */
public record BlueskyOptions(
        @Option(max = 3, itemMax = 20) List<String> langs,
        @Option(initial = "true") Boolean linkCard,
        @Option(initial = "\"NONE\"") Label label)
        implements Delivery.Options {

    /** Absent values mean what the editor begins with, so that a stored delivery of an older release stays readable. */
    public BlueskyOptions {
        langs = langs == null ? List.of() : List.copyOf(langs);
        linkCard = linkCard == null || linkCard;
        label = label == null ? Label.NONE : label;
    }

    public static BlueskyOptions plain() {
        return new BlueskyOptions(List.of(), true, Label.NONE);
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

        String value() {
            return value;
        }
    }
}
