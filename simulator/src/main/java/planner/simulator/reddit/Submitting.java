package planner.simulator.reddit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import planner.simulator.Ask;
import planner.simulator.reddit.Community.Flair;
import planner.simulator.reddit.Post.Content;
import planner.simulator.reddit.Post.Item;
import planner.simulator.reddit.Post.Kind;
import planner.simulator.reddit.Post.Marks;
import planner.simulator.reddit.Uploads.Asset;
import tools.jackson.databind.JsonNode;

/** The three ways to post, and in which order Reddit looks at what it is given. */
final class Submitting {
    private static final String[] FORM = {
        "sr",
        "kind",
        "title",
        "text",
        "richtext_json",
        "url",
        "video_poster_url",
        "crosspost_fullname",
        "flair_id",
        "flair_text",
        "nsfw",
        "spoiler",
        "sendreplies",
        "resubmit",
        "validate_on_submit",
        "original_content",
        "collection_id",
        "discussion_type",
        "draft_id"
    };
    private static final String[] GALLERY = {
        "sr",
        "title",
        "items",
        "text",
        "sendreplies",
        "nsfw",
        "spoiler",
        "flair_id",
        "flair_text",
        "resubmit",
        "api_type",
        "show_error_list",
        "validate_on_submit"
    };
    private static final String[] POLL = {
        "sr",
        "title",
        "text",
        "options",
        "duration",
        "sendreplies",
        "nsfw",
        "spoiler",
        "resubmit",
        "flair_id",
        "flair_text",
        "validate_on_submit"
    };
    private static final int TITLE = 300;
    private static final int TEXT = 40_000;

    private final Town town;
    private final Board board;
    private final Uploads uploads;
    private final String web;

    Submitting(Town town, Board board, Uploads uploads, String web) {
        this.town = town;
        this.board = board;
        this.uploads = uploads;
        this.web = web;
    }

    Map<String, Object> submit(Redditor who, Ask ask) {
        Fields form = Fields.form(ask, FORM);
        Community where = where(form, who);
        String kind = form.text("kind");
        Content content = switch (kind) {
            case "self" -> self(form);
            case "link" -> link(form, where);
            case "image" -> image(form, who);
            case "video", "videogif" -> video(form, who);
            default -> throw RedditError.refusal("INVALID_OPTION", "that option is not valid", "kind");
        };
        Optional<Post> post = checked(who, where, content, form);
        if (content.kind() == Kind.IMAGE || content.kind() == Kind.VIDEO) {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("user_submitted_page", web + "/user/" + who.name() + "/submitted/");
            data.put(
                    "websocket_url",
                    "wss://k8s-lb.wss.redditmedia.com/"
                            + content.items().getFirst().asset().id + "?m=sandbox");
            return json(data);
        }
        return json(post.map(it -> answer(it, true)).orElse(Map.of()));
    }

    Map<String, Object> gallery(Redditor who, Ask ask) {
        Fields body = Fields.json(ask, GALLERY);
        if (body.text("sr").isEmpty()) {
            throw RedditError.broken("a gallery without sr");
        }
        Community where = where(body, who);
        List<Item> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : body.objects("items")) {
            String id = node.path("media_id").asString("");
            String caption = node.path("caption").asString("");
            if (!seen.add(id)) {
                throw RedditError.broken("the same media_id twice");
            }
            if (!Set.of("media_id", "caption", "outbound_url").containsAll(node.propertyNames())) {
                throw RedditError.wrong("unknown field in items");
            }
            fits("caption", caption, 180);
            Asset asset = uploads.uploaded(id, who)
                    .filter(Asset::good)
                    .orElseThrow(() -> RedditError.refusal("INVALID_OPTION", "that media is not valid", "items"));
            String url = node.path("outbound_url").asString("");
            if (!url.isEmpty() && host(url).isEmpty()) {
                throw RedditError.refusal("BAD_URL", "you should check that url", "items");
            }
            items.add(new Item(asset, caption, url));
        }
        if (items.size() < 2 || items.size() > 20) {
            throw RedditError.refusal("INVALID_OPTION", "a gallery has 2 to 20 items", "items");
        }
        Content content = new Content(Kind.GALLERY, body.text("title"), body.text("text"), "", items, List.of(), 0);
        return json(
                checked(who, where, content, body).map(it -> answer(it, false)).orElse(Map.of()));
    }

    Map<String, Object> poll(Redditor who, Ask ask) {
        Fields body = Fields.json(ask, POLL);
        Community where = where(body, who);
        List<String> options = body.texts("options");
        int days = body.number("duration").orElse(0);
        if (options.size() < 2) {
            throw RedditError.refusal("TOO_FEW_OPTIONS", "you must have at least 2 options", "options");
        }
        if (options.size() > 6 || days < 1 || days > 7 || options.stream().anyMatch(String::isBlank)) {
            throw RedditError.refusal("INVALID_OPTION", "that option is not valid", "options");
        }
        options.forEach(it -> fits("options", it, 120));
        Content content = new Content(Kind.POLL, body.text("title"), body.text("text"), "", List.of(), options, days);
        return json(
                checked(who, where, content, body).map(it -> answer(it, false)).orElse(Map.of()));
    }

    private Community where(Fields fields, Redditor who) {
        String name = fields.text("sr");
        if (name.isEmpty()) {
            throw RedditError.refusal("SUBREDDIT_REQUIRED", "you must specify a subreddit", "sr");
        }
        if (!name.matches("[A-Za-z0-9_-]{2,24}")) {
            throw RedditError.refusal("BAD_SR_NAME", "that name isn't going to work", "sr");
        }
        Community where = town.find(name)
                .filter(it -> !it.gone)
                .orElseThrow(() -> RedditError.refusal("SUBREDDIT_NOEXIST", "that subreddit doesn't exist", "sr"));
        if (where.banned.contains(who.name())) {
            throw RedditError.refusal("BANNED_FROM_SUBREDDIT", "you're banned from that subreddit", "sr");
        }
        boolean foreign = where.type.equals("user") && !where.moderators.contains(who.name());
        if (!where.may(who) || foreign) {
            throw RedditError.refusal("SUBREDDIT_NOTALLOWED", "you aren't allowed to post there.", "sr");
        }
        return where;
    }

    private static Content self(Fields form) {
        if (form.has("text") && form.has("richtext_json")) {
            throw RedditError.refusal("INVALID_SELFPOST", "that's not a valid self post", "richtext_json");
        }
        return new Content(Kind.SELF, form.text("title"), form.text("text"), "", List.of(), List.of(), 0);
    }

    private Content link(Fields form, Community where) {
        String url = form.text("url");
        if (url.isEmpty()) {
            throw RedditError.refusal("NO_URL", "a url is required", "url");
        }
        if (host(url).isEmpty()) {
            throw RedditError.refusal("BAD_URL", "you should check that url", "url");
        }
        if (!form.flag("resubmit", false) && board.posted(where, url)) {
            throw RedditError.refusal("ALREADY_SUB", "that link has already been submitted", "url");
        }
        return new Content(Kind.LINK, form.text("title"), form.text("text"), url, List.of(), List.of(), 0);
    }

    static Optional<String> host(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web ? Optional.ofNullable(uri.getHost()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Content image(Fields form, Redditor who) {
        Asset asset = file(form, "url", who, false);
        return new Content(
                Kind.IMAGE, form.text("title"), form.text("text"), "", List.of(new Item(asset, "", "")), List.of(), 0);
    }

    private Content video(Fields form, Redditor who) {
        if (form.text("video_poster_url").isEmpty()) {
            throw RedditError.refusal("MISSING_VIDEO_URLS", "a video and its poster are needed", "video_poster_url");
        }
        Item film = new Item(file(form, "url", who, true), "", "");
        Item poster = new Item(file(form, "video_poster_url", who, false), "", "");
        return new Content(Kind.VIDEO, form.text("title"), form.text("text"), "", List.of(film, poster), List.of(), 0);
    }

    /** A key that Reddit does not know is no address of a file. */
    private Asset file(Fields form, String field, Redditor who, boolean film) {
        return uploads.at(form.text(field), who)
                .filter(it -> it.film() == film)
                .orElseThrow(() -> RedditError.refusal("BAD_URL", "you should check that url", field));
    }

    private Optional<Post> checked(Redditor who, Community where, Content content, Fields fields) {
        if (content.title().isBlank()) {
            throw RedditError.refusal("NO_TEXT", "we need something here", "title");
        }
        fits("title", content.title(), TITLE);
        fits("text", content.text(), TEXT);
        taken(where, content.kind());
        Flair flair = flair(where, fields);
        String flairText = fields.text("flair_text");
        fits("flair_text", flairText, 64);
        if (fields.flag("validate_on_submit", false)) {
            DemandCheck.check(where.demands, content, flair != null);
            if (content.kind() == Kind.LINK
                    && board.posted(where, content.url(), where.demands.least("link_repost_age"))) {
                throw RedditError.rule("LINK_REPOST", "This link was posted here recently. ", "url");
            }
        }
        Marks marks = new Marks(
                fields.flag("nsfw", false),
                fields.flag("spoiler", false),
                fields.flag("sendreplies", true),
                flair == null ? "" : flairText.isEmpty() ? flair.text() : flairText);
        return board.add(who, where, content, marks);
    }

    private static void taken(Community where, Kind kind) {
        boolean selfOnly = where.submissions.equals("self");
        boolean linkOnly = where.submissions.equals("link");
        switch (kind) {
            case SELF -> unless(!linkOnly, "NO_SELFS", "that subreddit doesn't allow text posts");
            case LINK -> unless(!selfOnly, "NO_LINKS", "that subreddit only allows text posts");
            case IMAGE -> unless(where.images && !selfOnly, "NO_IMAGES", "that subreddit doesn't allow images");
            case VIDEO -> unless(where.videos && !selfOnly, "NO_VIDEOS", "that subreddit doesn't allow videos");
            case GALLERY ->
                unless(
                        where.galleries && !selfOnly,
                        "GALLERIES_DISABLED",
                        "Gallery posts aren't allowed in this subreddit");
            case POLL -> unless(where.polls, "POLLS_DISABLED", "Poll posts aren't allowed in this subreddit");
        }
    }

    private static void unless(boolean right, String code, String message) {
        if (!right) {
            throw RedditError.refusal(code, message, "sr");
        }
    }

    private static @org.jspecify.annotations.Nullable Flair flair(Community where, Fields fields) {
        String id = fields.text("flair_id");
        if (id.isEmpty()) {
            return null;
        }
        Flair flair = where.flairs.stream()
                .filter(it -> it.id().equals(id) && !it.moderators())
                .findFirst()
                .orElseThrow(() -> RedditError.refusal("BAD_FLAIR_TEMPLATE_ID", "invalid flair template", "flair_id"));
        if (!fields.text("flair_text").isEmpty() && !flair.editable()) {
            throw RedditError.refusal("INVALID_OPTION", "that flair's text can't be edited", "flair_text");
        }
        return flair;
    }

    static void fits(String field, String text, int most) {
        if (text.codePointCount(0, text.length()) > most) {
            throw RedditError.refusal(
                    "TOO_LONG", String.format(Locale.ROOT, "this is too long (max: %d)", most), field);
        }
    }

    private Map<String, Object> answer(Post post, boolean plain) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("url", web + post.path());
        if (plain) {
            data.put("drafts_count", 0);
            data.put("id", post.id);
            data.put("name", post.fullname());
        } else {
            data.put("id", post.fullname());
        }
        return data;
    }

    private static Map<String, Object> json(Map<String, Object> data) {
        return Map.of("json", Map.of("errors", List.of(), "data", data));
    }
}
