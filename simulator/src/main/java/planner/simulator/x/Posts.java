package planner.simulator.x;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** What was posted, and the rules for posting (sheet, sections 2.1, 3 and 4). */
final class Posts {
    private static final Duration DUPLICATES = Duration.ofHours(12);
    /** A new post is missing from its author's own list for a while. */
    private static final Duration LISTED_AFTER = Duration.ofSeconds(45);

    private final World world;
    private final MediaDesk desk;
    private final List<Post> posts = new ArrayList<>();
    private long lastId;

    Posts(World world, MediaDesk desk) {
        this.world = world;
        this.desk = desk;
    }

    record Post(String id, People author, Instant at, Draft draft, String parent) {
        String text() {
            return draft.text();
        }

        List<MediaDesk.Medium> media() {
            return draft.media();
        }
    }

    synchronized List<Post> all() {
        return List.copyOf(posts);
    }

    synchronized Answer create(Ask ask, Access.Signed signed) {
        signed.need("tweet.read", "tweet.write", "users.read");
        JsonNode body = Bodies.json(world, ask, Draft.FIELDS);
        Draft draft = Draft.read(world, desk, ask, body, signed.who());
        String parent = parent(body.path("reply"), ask, signed.who());
        duplicate(draft.text(), parent, draft.media(), signed.who());
        Post post = new Post(nextId(), signed.who(), world.clock().instant(), draft, parent);
        posts.add(post);
        return Answer.json(
                201,
                Map.of(
                        "data",
                        Map.of("id", post.id(), "text", shown(post), "edit_history_tweet_ids", List.of(post.id()))));
    }

    private String parent(JsonNode reply, Ask ask, People who) {
        if (reply.isMissingNode()) {
            return "";
        }
        Bodies.only(
                world,
                ask,
                reply,
                "$.reply",
                Set.of("in_reply_to_tweet_id", "exclude_reply_user_ids", "auto_populate_reply_metadata"));
        String id = reply.path("in_reply_to_tweet_id").asString("");
        Post parent = find(id).orElseThrow(() -> XProblem.of(
                404, "Not Found Error", "Could not find tweet with id: [" + id + "].", "resource-not-found"));
        if (!parent.author().equals(who)) {
            throw XProblem.forbidden(
                    "Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.");
        }
        return id;
    }

    private void duplicate(String text, String parent, List<MediaDesk.Medium> media, People who) {
        Instant since = world.clock().instant().minus(DUPLICATES);
        boolean same = posts.stream()
                .anyMatch(it -> it.author().equals(who)
                        && it.at().isAfter(since)
                        && normal(it.text()).equals(normal(text))
                        && it.parent().equals(parent)
                        && it.media().size() == media.size());
        if (same) {
            throw XProblem.forbidden("You are not allowed to create a Tweet with duplicate content.");
        }
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    private String nextId() {
        lastId = Math.max(lastId + 1, world.clock().instant().toEpochMilli() * 1000);
        return "" + lastId;
    }

    synchronized Optional<Post> find(String id) {
        return posts.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    synchronized Answer delete(String id, Access.Signed signed) {
        signed.need("tweet.write");
        Optional<Post> post = find(id);
        if (post.isPresent() && !post.get().author().equals(signed.who())) {
            throw XProblem.forbidden("You are not permitted to perform this action.");
        }
        post.ifPresent(posts::remove);
        return post.isPresent()
                ? Answer.json(200, Map.of("data", Map.of("deleted", true)))
                : XProblem.of(404, "Not Found Error", "not found", "resource-not-found")
                        .answer();
    }

    /** A missing post is no failure: HTTP 200 with errors. */
    Answer lookup(Ask ask, Access.Signed signed) {
        signed.need("tweet.read", "users.read");
        List<Object> found = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        for (String id : ask.query().getOrDefault("ids", "").split(",")) {
            find(id).ifPresentOrElse(
                            post -> found.add(json(post)),
                            () -> errors.add(Map.of(
                                    "resource_id", id,
                                    "resource_type", "tweet",
                                    "parameter", "ids",
                                    "value", id,
                                    "title", "Not Found Error",
                                    "type", "https://api.x.com/2/problems/resource-not-found")));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            body.put("data", found);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return Answer.json(200, body);
    }

    Answer of(String account, Ask ask, Access.Signed signed) {
        signed.need("tweet.read", "users.read");
        Map<String, String> query = ask.query();
        int most = Integer.parseInt(query.getOrDefault("max_results", "10"));
        if (most < 5 || most > 100) {
            throw XProblem.invalid("max_results", "" + most, "between 5 and 100");
        }
        Instant now = world.clock().instant();
        Instant start =
                query.containsKey("start_time") ? Instant.parse(query.getOrDefault("start_time", "")) : Instant.EPOCH;
        List<Map<String, Object>> found = all().reversed().stream()
                .filter(it -> it.author().id().equals(account) && !it.at().isBefore(start))
                .filter(it -> !it.at().plus(LISTED_AFTER).isAfter(now))
                .limit(most)
                .map(this::json)
                .toList();
        Map<String, Object> body = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            body.put("data", found);
        }
        body.put("meta", Map.of("result_count", found.size()));
        return Answer.json(200, body);
    }

    private Map<String, Object> json(Post post) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", post.id());
        json.put("text", shown(post));
        json.put("created_at", post.at().truncatedTo(ChronoUnit.MILLIS).toString());
        json.put("edit_history_tweet_ids", List.of(post.id()));
        json.put("conversation_id", root(post));
        List<Map<String, Object>> urls = urls(post);
        if (!urls.isEmpty()) {
            json.put("entities", Map.of("urls", urls));
        }
        List<Map<String, Object>> references = references(post);
        if (!references.isEmpty()) {
            json.put("referenced_tweets", references);
        }
        json.put(
                "public_metrics",
                Map.of(
                        "retweet_count", 1,
                        "reply_count", 0,
                        "like_count", 4,
                        "quote_count", 0,
                        "bookmark_count", 0,
                        "impression_count", 120));
        return json;
    }

    private static List<Map<String, Object>> references(Post post) {
        List<Map<String, Object>> references = new ArrayList<>();
        if (!post.parent().isEmpty()) {
            references.add(Map.of("type", "replied_to", "id", post.parent()));
        }
        post.draft().quoted().ifPresent(id -> references.add(Map.of("type", "quoted", "id", id)));
        return references;
    }

    private String root(Post post) {
        return post.parent().isEmpty()
                ? post.id()
                : find(post.parent()).map(this::root).orElse(post.id());
    }

    /** The text as X gives it back: links shortened, three characters escaped, a link for the media at the end. */
    private static String shown(Post post) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        int number = 0;
        for (MatchResult url : Weight.urls(post.text())) {
            shown.append(escaped(post.text().substring(at, url.start()))).append(shortLink(post, number++));
            at = url.end();
        }
        shown.append(escaped(post.text().substring(at)));
        if (!post.media().isEmpty()) {
            shown.append(shown.isEmpty() ? "" : " ").append(shortLink(post, number));
        }
        return shown.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String shortLink(Post post, int number) {
        return "https://t.co/" + Long.toString(Long.parseLong(post.id()) + number, 36);
    }

    private List<Map<String, Object>> urls(Post post) {
        List<Map<String, Object>> urls = new ArrayList<>();
        for (MatchResult url : Weight.urls(post.text())) {
            String full = url.group().matches("(?i)https?://.*") ? url.group() : "http://" + url.group();
            urls.add(Map.of("url", shortLink(post, urls.size()), "expanded_url", full));
        }
        if (!post.media().isEmpty()) {
            String kind = post.media().getFirst().category.equals("tweet_image") ? "photo" : "video";
            urls.add(Map.of(
                    "url", shortLink(post, urls.size()),
                    "expanded_url",
                            "https://x.com/" + post.author().handle() + "/status/" + post.id() + "/" + kind + "/1",
                    "media_key", "3_" + post.media().getFirst().id));
        }
        return urls;
    }

    static String prose(Post post) {
        return Html.prose(post.text());
    }
}
