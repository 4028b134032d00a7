package planner.adapter.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import planner.adapter.bluesky.BlueskyOptions.Replies;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Unit;

/** What the table of capabilities cannot say: languages, tags, addresses of posts, and what the reply rule allows. */
final class BlueskyRules {
    // The well-formed tags of BCP 47 that people use: language, script, region, variants.
    private static final Pattern LANGUAGE =
            Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-(?:[a-zA-Z]{2}|[0-9]{3}))?(?:-[a-zA-Z0-9]{5,8})*+");
    private static final Pattern LIST = Pattern.compile(
            "at://(did:[^/\\s]+)/" + Pattern.quote(BlueskyChoices.COLLECTION) + "/([a-zA-Z0-9._:~-]{1,512})");

    private BlueskyRules() {}

    static List<Finding> check(Delivery delivery) {
        var options = BlueskyOptions.of(delivery);
        var findings = new ArrayList<Finding>();
        for (var lang : options.langs()) {
            if (!LANGUAGE.matcher(lang).matches()) {
                findings.add(Finding.error("language", "options.langs", "BCP 47", lang));
            }
        }
        for (var tag : options.tags()) {
            tag(tag, findings);
        }
        address("quote", options.quote(), findings);
        address("replyTo", options.replyTo(), findings);
        replies(options, findings);
        films(options, Films.first(delivery) >= 0, findings);
        return List.copyOf(findings);
    }

    /** Whether this names a list. */
    static boolean isList(String uri) {
        var found = LIST.matcher(uri);
        return found.matches() && Handles.isDid(found.group(1));
    }

    private static void films(BlueskyOptions options, boolean any, List<Finding> findings) {
        if (options.captions() != null && !any) {
            findings.add(Finding.error("captions.no-video", "options.captions", "", ""));
        }
        if (options.captions() != null
                && !LANGUAGE.matcher(options.captionsLang()).matches()) {
            findings.add(Finding.error("captions.language", "options.captionsLang", "", options.captionsLang()));
        }
        if (options.captions() == null && !options.captionsLang().isEmpty()) {
            findings.add(Finding.warning("captions.none", "options.captionsLang", "", ""));
        }
        if (options.gif() && !any) {
            findings.add(Finding.warning("gif.no-video", "options.gif", "", ""));
        }
    }

    private static void tag(String tag, List<Finding> findings) {
        most("tag.graphemes", Unit.GRAPHEMES.count(tag), BlueskyCapabilities.TAG_GRAPHEMES, findings);
        most("tag.bytes", Unit.UTF8_BYTES.count(tag), BlueskyCapabilities.TAG_BYTES, findings);
    }

    private static void most(String rule, int count, int most, List<Finding> findings) {
        if (count > most) {
            findings.add(Finding.error(rule, "options.tags", "" + most, "" + count));
        }
    }

    private static void address(String option, String typed, List<Finding> findings) {
        if (!typed.isEmpty() && PostAddress.of(typed).isEmpty()) {
            findings.add(Finding.error("post-address", "options." + option, "", typed));
        }
    }

    private static void replies(BlueskyOptions options, List<Finding> findings) {
        int rules = options.eachReplier().size() + options.replyLists().size();
        boolean chosen = options.replies() == Replies.CHOSEN;
        if (chosen && rules == 0) {
            findings.add(Finding.error("replies.none-chosen", "options.replies", "", ""));
        }
        if (!chosen && rules > 0) {
            findings.add(Finding.error("replies.not-by-choice", "options.replies", "", ""));
        }
        if (rules > BlueskyCapabilities.RULES) {
            findings.add(
                    Finding.error("replies.too-many", "options.replies", "" + BlueskyCapabilities.RULES, "" + rules));
        }
        for (var list : options.replyLists()) {
            if (!isList(list)) {
                findings.add(Finding.error("replies.list", "options.replyLists", "", list));
            }
        }
        if (options.replies() != Replies.EVERYONE && !options.replyTo().isEmpty()) {
            findings.add(Finding.error("replies.on-reply", "options.replies", "", ""));
        }
    }
}
