package planner.simulator.reddit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import planner.simulator.reddit.Post.Content;
import planner.simulator.reddit.Post.Kind;

/**
 * What the moderators demand, looked at when a post asks for it by validate_on_submit. Recorded are the answers about
 * forbidden words; the others are made in their likeness.
 */
final class DemandCheck {
    private final Demands demands;
    private final Content content;

    private DemandCheck(Demands demands, Content content) {
        this.demands = demands;
        this.content = content;
    }

    static void check(Demands demands, Content content, boolean flaired) {
        DemandCheck check = new DemandCheck(demands, content);
        check.words("title", content.title());
        check.body();
        check.link();
        check.gallery();
        check.unless(
                flaired || !demands.is("is_flair_required", true),
                "FLAIR_REQUIRED",
                "Your post must contain post flair. ",
                "flair");
    }

    private void body() {
        String body = content.text();
        unless(
                body.isEmpty() || !demands.is("body_restriction_policy", "notAllowed"),
                "BODY_NOT_ALLOWED",
                "A body is not allowed. ",
                "body");
        boolean self = content.kind() == Kind.SELF;
        unless(
                !self || !body.isBlank() || !demands.is("body_restriction_policy", "required"),
                "BODY_REQUIRED",
                "A body is required. ",
                "body");
        if (self || !body.isEmpty()) {
            words("body", body);
        }
    }

    /** @param part title or body */
    private void words(String part, String text) {
        String code = part.toUpperCase(Locale.ROOT);
        int length = text.codePointCount(0, text.length());
        int least = demands.least(part + "_text_min_length");
        int most = demands.most(part + "_text_max_length");
        unless(length >= least, code + "_MIN_LENGTH", "Your " + part + " needs " + least + " characters. ", part);
        unless(length <= most, code + "_MAX_LENGTH", "Your " + part + " may have " + most + " characters. ", part);
        for (String word : demands.texts(part + "_blacklisted_strings")) {
            unless(
                    !holds(text, word),
                    code + "_BLACKLISTED_STRING",
                    "You may not have \"" + word + "\" in your " + (part.equals("body") ? "post body" : part) + ". ",
                    part);
        }
        List<String> needed = demands.texts(part + "_required_strings");
        unless(
                needed.isEmpty() || needed.stream().anyMatch(word -> holds(text, word)),
                code + "_REQUIRED_STRING",
                "Your " + part + " must contain one of: " + String.join(", ", needed) + " ",
                part);
        List<String> patterns = demands.texts(part + "_regexes");
        unless(
                patterns.isEmpty()
                        || patterns.stream()
                                .anyMatch(
                                        it -> Pattern.compile(it).matcher(text).find()),
                code + "_REGEX_REQUIREMENT",
                "Your " + part + " must fit the rules. ",
                part);
    }

    private static boolean holds(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private void link() {
        if (content.kind() != Kind.LINK) {
            return;
        }
        String host = Submitting.host(content.url()).orElse("");
        unless(
                !demands.is("link_restriction_policy", "blacklist") || !within(host, "domain_blacklist"),
                "LINK_BLACKLISTED_DOMAIN",
                "Links to " + host + " are not allowed. ",
                "url");
        unless(
                !demands.is("link_restriction_policy", "whitelist") || within(host, "domain_whitelist"),
                "LINK_WHITELISTED_DOMAIN",
                "Links to " + host + " are not allowed. ",
                "url");
    }

    private boolean within(String host, String domains) {
        return demands.texts(domains).stream().anyMatch(it -> host.equals(it) || host.endsWith("." + it));
    }

    private void gallery() {
        if (content.kind() != Kind.GALLERY) {
            return;
        }
        int items = content.items().size();
        int least = demands.least("gallery_min_items");
        int most = demands.most("gallery_max_items");
        unless(items >= least, "GALLERY_MIN_ITEMS", "At least " + least + " images are needed. ", "items");
        unless(items <= most, "GALLERY_MAX_ITEMS", "At most " + most + " images are allowed. ", "items");
        each(
                "CAPTION",
                "gallery_captions_requirement",
                content.items().stream().filter(it -> !it.caption().isBlank()).count());
        each(
                "URL",
                "gallery_urls_requirement",
                content.items().stream().filter(it -> !it.url().isBlank()).count());
    }

    private void each(String what, String demand, long given) {
        String lower = what.toLowerCase(Locale.ROOT);
        unless(
                given == content.items().size() || !demands.is(demand, "required"),
                "GALLERY_" + what + "_REQUIRED",
                "Every image must have a " + lower + ". ",
                "items");
        unless(
                given == 0 || !demands.is(demand, "notAllowed"),
                "GALLERY_" + what + "_NOT_ALLOWED",
                "No image may have a " + lower + ". ",
                "items");
    }

    private void unless(boolean right, String reason, String explanation, String field) {
        if (!right) {
            throw RedditError.rule(reason, explanation, field);
        }
    }
}
