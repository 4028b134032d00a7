package planner.simulator.reddit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import planner.simulator.reddit.Community.Demands;
import planner.simulator.reddit.Post.Content;
import planner.simulator.reddit.Post.Kind;

/** The rules of a subreddit, looked at when a post asks for it by validate_on_submit. */
final class DemandCheck {
    private DemandCheck() {}

    static void check(Community where, Content content, boolean flaired) {
        Demands demands = where.demands;
        title(demands, content.title());
        body(demands, content);
        if (content.kind() == Kind.LINK) {
            String host = Submitting.host(content.url()).orElse("");
            if (demands.domainBans().stream().anyMatch(it -> host.equals(it) || host.endsWith("." + it))) {
                throw RedditError.rule("LINK_BLACKLISTED_DOMAIN", "Links to " + host + " are not allowed. ", "url");
            }
        }
        if (content.kind() == Kind.GALLERY) {
            if (demands.galleryMost() > 0 && content.items().size() > demands.galleryMost()) {
                throw RedditError.rule(
                        "GALLERY_MAX_ITEMS", "At most " + demands.galleryMost() + " images are allowed. ", "items");
            }
            if (demands.captions()
                    && content.items().stream().anyMatch(it -> it.caption().isBlank())) {
                throw RedditError.rule("GALLERY_CAPTION_REQUIRED", "Every image must have a caption. ", "items");
            }
        }
        if (demands.flair() && !flaired) {
            throw RedditError.rule("FLAIR_REQUIRED", "Your post must contain post flair. ", "flair");
        }
    }

    private static void title(Demands demands, String title) {
        int length = title.codePointCount(0, title.length());
        if (length < demands.titleLeast()) {
            throw RedditError.rule(
                    "TITLE_MIN_LENGTH",
                    "The title must be at least " + demands.titleLeast() + " characters. ",
                    "title");
        }
        if (demands.titleMost() > 0 && length > demands.titleMost()) {
            throw RedditError.rule(
                    "TITLE_MAX_LENGTH", "The title must be at most " + demands.titleMost() + " characters. ", "title");
        }
        banned("TITLE", "title", title, demands.titleBans());
        String lower = title.toLowerCase(Locale.ROOT);
        if (!demands.titleNeeds().isEmpty() && demands.titleNeeds().stream().noneMatch(lower::contains)) {
            throw RedditError.rule(
                    "TITLE_REQUIRED_STRING", "Your title must contain one of: " + demands.titleNeeds(), "title");
        }
        if (!demands.titlePattern().isEmpty()
                && !Pattern.compile(demands.titlePattern()).matcher(title).find()) {
            throw RedditError.rule("TITLE_REGEX_REQUIREMENT", "Your title must fit the rules. ", "title");
        }
    }

    private static void body(Demands demands, Content content) {
        String body = content.text();
        if (demands.body().equals("notAllowed") && !body.isEmpty()) {
            throw RedditError.rule("BODY_NOT_ALLOWED", "A body is not allowed. ", "body");
        }
        if (content.kind() != Kind.SELF) {
            return;
        }
        if (demands.body().equals("required") && body.isBlank()) {
            throw RedditError.rule("BODY_REQUIRED", "A body is required. ", "body");
        }
        if (body.codePointCount(0, body.length()) < demands.bodyLeast()) {
            throw RedditError.rule(
                    "BODY_MIN_LENGTH", "The body must be at least " + demands.bodyLeast() + " characters. ", "body");
        }
        banned("BODY", "body", body, demands.bodyBans());
    }

    private static void banned(String part, String field, String text, List<String> bans) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : bans) {
            if (lower.contains(word)) {
                throw RedditError.rule(
                        part + "_BLACKLISTED_STRING",
                        "You may not have \"" + word + "\" in your post " + field + ". ",
                        field);
            }
        }
    }
}
