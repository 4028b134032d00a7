package planner.simulator.reddit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.reddit.Access.Signed;
import planner.simulator.reddit.Post.Comment;

/** oauth.reddit.com: every call signed, counted, and read strictly. */
final class Api {
    private static final int COMMENT = 10_000;

    private final Parts parts;
    private final String avatars;

    record Parts(
            Town town,
            Access access,
            Budget budget,
            Uploads uploads,
            Board board,
            Submitting submitting,
            Listings listings) {}

    Api(Parts parts, String avatars) {
        this.parts = parts;
        this.avatars = avatars;
    }

    /**
     * @param path below the host, with or without a slash at its end
     * @param refused is told of every no
     */
    Answer answer(Ask ask, String path, Consumer<RedditError> refused) {
        Signed signed = parts.access().signed(ask);
        Budget.Window window = parts.budget().spend(signed.app());
        if (window.used() > Budget.MOST) {
            return parts.budget().told(Answer.json(429, Map.of("message", "Too Many Requests", "error", 429)), window);
        }
        try {
            Object body = body(ask, path.replaceFirst("/$", ""), signed);
            return parts.budget().told(Answer.json(200, body), window);
        } catch (RedditError e) {
            refused.accept(e);
            return parts.budget().told(e.answer(), window);
        }
    }

    private Object body(Ask ask, String path, Signed signed) {
        Redditor who = signed.who();
        return switch (ask.method() + " " + path) {
            case "GET /api/v1/me" -> me(signed.need("identity").who(), ask);
            case "GET /subreddits/search", "GET /api/subreddit_autocomplete_v2" -> search(ask, signed);
            case "GET /api/info" -> info(ask, signed);
            case "POST /api/media/asset.json" ->
                parts.uploads().lease(signed.need("submit").who(), Fields.form(ask, "filepath", "mimetype"));
            case "POST /api/submit" ->
                parts.submitting().submit(signed.need("submit").who(), ask);
            case "POST /api/submit_gallery_post.json" ->
                parts.submitting().gallery(signed.need("submit").who(), ask);
            case "POST /api/submit_poll_post" ->
                parts.submitting().poll(signed.need("submit").who(), ask);
            case "POST /api/comment" -> comment(ask, signed.need("submit").who());
            case "POST /api/del" -> delete(ask, signed.need("edit").who());
            default -> deeper(ask, path, signed, who);
        };
    }

    private Object deeper(Ask ask, String path, Signed signed, Redditor who) {
        String[] part = path.substring(1).split("/", -1);
        String call = ask.method() + " " + path;
        if (call.matches("GET /subreddits/mine/(subscriber|contributor|moderator)")) {
            signed.need("mysubreddits");
            Fields.query(ask, "limit", "after");
            return subreddits(
                    switch (part[2]) {
                        case "moderator" -> parts.town().moderated(who);
                        case "contributor" -> List.of();
                        default -> parts.town().subscribed();
                    },
                    who);
        }
        if (call.matches("GET /user/[^/]+/submitted")) {
            signed.need("history");
            Fields query = Fields.query(ask, "sort", "limit", "after");
            Redditor author = Redditor.byName(part[1]).orElseThrow(() -> RedditError.plain(404, "Not Found"));
            int limit = query.number("limit").orElse(25);
            return parts.listings()
                    .posts(parts.board().of(author).stream().limit(limit).toList(), raw(ask));
        }
        if (call.matches("GET /comments/[a-z0-9]+")) {
            signed.need("read");
            Fields.query(ask, "sort", "limit");
            return comments(part[1], ask);
        }
        if (call.matches("GET /api/v1/[^/]+/post_requirements")) {
            signed.need("submit");
            Fields.query(ask);
            return parts.town().readable(part[2], who).demands.told();
        }
        return ofSubreddit(ask, call, part, signed);
    }

    private Object ofSubreddit(Ask ask, String call, String[] part, Signed signed) {
        if (call.matches("GET /r/[^/]+/about")) {
            Fields.query(ask);
            Community found = parts.town().readable(part[1], signed.need("read").who());
            return Listings.thing("t5", found.about(signed.who()));
        }
        if (call.matches("GET /r/[^/]+/about/rules")) {
            Fields.query(ask);
            return parts.town().readable(part[1], signed.need("read").who()).rules();
        }
        if (call.matches("GET /r/[^/]+/api/link_flair_v2")) {
            Fields.query(ask);
            return allFlairs(parts.town().readable(part[1], signed.need("flair").who()));
        }
        if (call.matches("POST /r/[^/]+/api/flairselector")) {
            Fields.form(ask, "is_newlink", "link", "name");
            return flairs(parts.town().readable(part[1], signed.need("flair").who()));
        }
        throw RedditError.plain(404, "Not Found");
    }

    private Map<String, Object> me(Redditor who, Ask ask) {
        Fields.query(ask);
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("id", who.id());
        me.put("name", who.name());
        me.put("icon_img", avatars + "/" + who.name() + "?width=256&s=1a2b3c");
        me.put("snoovatar_img", "");
        me.put("total_karma", who.karma());
        me.put("link_karma", who.karma() / 2);
        me.put("comment_karma", who.karma() - who.karma() / 2);
        me.put("has_verified_email", true);
        me.put("is_suspended", who.suspended());
        me.put("created_utc", 1.48e9);
        me.put("subreddit", Map.of("display_name", who.profile(), "title", who.name()));
        return me;
    }

    private Object search(Ask ask, Signed signed) {
        signed.need("read");
        Fields query = Fields.query(ask, "q", "query", "limit");
        String words = (query.text("q") + query.text("query")).toLowerCase(Locale.ROOT);
        return subreddits(
                parts.town().subscribed().stream()
                        .filter(it -> it.name.toLowerCase(Locale.ROOT).contains(words))
                        .toList(),
                signed.who());
    }

    private static Object subreddits(List<Community> found, Redditor who) {
        return Listings.listing(
                found.stream().map(it -> Listings.thing("t5", it.about(who))).toList());
    }

    private Object info(Ask ask, Signed signed) {
        signed.need("read");
        String[] ids = Fields.query(ask, "id").text("id").split(",", -1);
        if (ids.length > 100) {
            throw RedditError.wrong("more than 100 ids");
        }
        List<Post> found = new ArrayList<>();
        for (String id : ids) {
            parts.board().find(id).ifPresent(found::add);
        }
        return parts.listings().posts(found, raw(ask));
    }

    private Object comments(String id, Ask ask) {
        Post post = parts.board().find(id).orElseThrow(() -> RedditError.plain(404, "Not Found"));
        List<Map<String, Object>> below = parts.board().comments(post).stream()
                .map(it -> Listings.thing("t1", parts.listings().comment(post, it, raw(ask))))
                .toList();
        return List.of(parts.listings().posts(List.of(post), raw(ask)), Listings.listing(below));
    }

    private Object comment(Ask ask, Redditor who) {
        Fields form = Fields.form(ask, "thing_id", "text");
        Post post = parts.board()
                .find(form.text("thing_id"))
                .orElseThrow(() -> RedditError.refusal("DELETED_THING", "that has been deleted", "parent"));
        if (form.text("text").isBlank()) {
            throw RedditError.refusal("NO_TEXT", "we need something here", "text");
        }
        Submitting.fits("text", form.text("text"), COMMENT);
        Comment made = parts.board().comment(post, who, form.text("text"));
        return Map.of(
                "json",
                Map.of(
                        "errors",
                        List.of(),
                        "data",
                        Map.of(
                                "things",
                                List.of(Listings.thing("t1", parts.listings().comment(post, made, raw(ask)))))));
    }

    /** Says yes to whatever it is given. */
    private Object delete(Ask ask, Redditor who) {
        parts.board()
                .find(Fields.form(ask, "id").text("id"))
                .filter(it -> it.author.equals(who))
                .ifPresent(it -> it.removed = "deleted");
        return Map.of();
    }

    private static Object allFlairs(Community where) {
        return where.flairs.stream()
                .map(it -> Map.of(
                        "id", it.id(),
                        "text", it.text(),
                        "type", "text",
                        "text_editable", it.editable(),
                        "mod_only", it.moderators(),
                        "background_color", "#dadada",
                        "text_color", "dark",
                        "richtext", List.of()))
                .toList();
    }

    private static Object flairs(Community where) {
        List<Map<String, Object>> choices = new ArrayList<>();
        where.flairs.stream()
                .filter(it -> !it.moderators())
                .forEach(it -> choices.add(Map.of(
                        "flair_css_class", "",
                        "flair_template_id", it.id(),
                        "flair_text_editable", it.editable(),
                        "flair_position", "right",
                        "flair_text", it.text())));
        Map<String, Object> current = new LinkedHashMap<>();
        current.put("flair_css_class", "");
        current.put("flair_template_id", null);
        current.put("flair_text", null);
        current.put("flair_position", "right");
        return Map.of("current", current, "choices", choices);
    }

    private static boolean raw(Ask ask) {
        return "1".equals(ask.query().get("raw_json"));
    }
}
