package planner.adapter.reddit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Meters;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/**
 * The endpoints we use, one method each. Forms ask for JSON by {@code api_type}, everything for unescaped text by
 * {@code raw_json}.
 */
final class RedditApi {
    private static final Duration UPLOAD = Duration.ofMinutes(20);
    private static final int LISTED = 25;

    private final RedditApp app;
    private final Http http;
    private final Clock clock;

    RedditApi(RedditApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    record Me(
            @Nullable String id,
            @Nullable String name,
            @JsonProperty("icon_img") @Nullable String icon,
            @JsonProperty("is_suspended") @Nullable Boolean suspended) {}

    Me me(String token) {
        return whole(Json.read(get("/api/v1/me", Map.of(), token), Me.class));
    }

    private record SubredditThing(@Nullable Subreddit data) {}

    private record SubredditPage(@Nullable List<SubredditThing> children) {}

    private record SubredditListing(@Nullable SubredditPage data) {}

    Subreddit about(String subreddit, String token) {
        var reply = get("/r/" + Call.percent(subreddit) + "/about", Map.of(), token);
        return whole(Json.read(reply, SubredditThing.class).data());
    }

    Subreddit.Requirements requirements(String subreddit, String token) {
        var reply = get("/api/v1/" + Call.percent(subreddit) + "/post_requirements", Map.of(), token);
        return Json.read(reply, Subreddit.Requirements.class);
    }

    private record Rules(@Nullable List<Subreddit.Rule> rules) {}

    List<Subreddit.Rule> rules(String subreddit, String token) {
        var reply = get("/r/" + Call.percent(subreddit) + "/about/rules", Map.of(), token);
        return whole(Json.read(reply, Rules.class).rules());
    }

    /** @param relation {@code subscriber} or {@code moderator} */
    List<Subreddit> mine(String relation, String token) {
        return subreddits(get("/subreddits/mine/" + relation, Map.of("limit", "100"), token));
    }

    List<Subreddit> search(String words, String token) {
        var query = new LinkedHashMap<String, String>();
        query.put("q", words);
        query.put("limit", "25");
        return subreddits(get("/subreddits/search", query, token));
    }

    private static List<Subreddit> subreddits(Reply reply) {
        var page = whole(Json.read(reply, SubredditListing.class).data()).children();
        return page == null
                ? List.of()
                : page.stream()
                        .flatMap(thing -> Optional.ofNullable(thing.data()).stream())
                        .toList();
    }

    record Flair(
            @JsonProperty("flair_template_id") @Nullable String id,
            @JsonProperty("flair_text") @Nullable String text,
            @JsonProperty("flair_text_editable") @Nullable Boolean editable) {}

    private record Flairs(@Nullable List<Flair> choices) {}

    /** What this account may choose for a new post; asked for by POST, changes nothing. */
    List<Flair> flairs(String subreddit, String token) {
        var form = form();
        form.put("is_newlink", "true");
        var reply = send(
                Call.post(uri("/r/" + Call.percent(subreddit) + "/api/flairselector"))
                        .form(form),
                token);
        var choices = Json.read(reply, Flairs.class).choices();
        return choices == null ? List.of() : choices;
    }

    record Field(String name, String value) {}

    private record Args(@Nullable String action, @Nullable List<Field> fields) {}

    private record Asset(@JsonProperty("asset_id") @Nullable String id) {}

    private record LeaseAnswer(
            @Nullable Args args, @Nullable Asset asset) {}

    /**
     * The permission to upload one file, for about 15 minutes.
     *
     * @param address where the file goes
     * @param fields sent before the file, as they are and in this order
     */
    record Lease(String asset, String address, List<Field> fields) {
        Lease {
            fields = List.copyOf(fields);
        }

        /** The uploaded file as submit wants it named. */
        String file() {
            var key = fields.stream()
                    .filter(field -> field.name().equalsIgnoreCase("key"))
                    .map(Field::value)
                    .findFirst()
                    .orElse(asset);
            return address.replaceFirst("/$", "") + "/" + key;
        }
    }

    Lease lease(String name, String type, String token) {
        var form = form();
        form.put("filepath", name);
        form.put("mimetype", type);
        var reply = send(Call.post(uri("/api/media/asset.json")).form(form), token);
        var answer = Json.read(reply, LeaseAnswer.class);
        var args = whole(answer.args());
        var action = whole(args.action());
        // the action begins with two slashes: the scheme is ours
        var address = action.startsWith("//") ? app.api().getScheme() + ":" + action : action;
        return new Lease(whole(whole(answer.asset()).id()), address, whole(args.fields()));
    }

    /** @return the answer of the upload host, whatever it says */
    Reply upload(Lease lease, String seed, String name, String type, long bytes, Call.Source source) {
        var form = new Multipart(seed);
        lease.fields().forEach(field -> form.field(field.name(), field.value()));
        form.file("file", name, type, bytes, source);
        var call = Call.post(URI.create(lease.address())).header("User-Agent", app.agent());
        return http.send(call.body(form.body()).within(UPLOAD).guard());
    }

    /** @param id fullname, or empty when the post appears only after Reddit has processed its files */
    record Submitted(String id, String url) {
        boolean processing() {
            return id.isEmpty();
        }
    }

    Submitted submit(Map<String, String> fields, String token) {
        var form = form();
        form.putAll(fields);
        return submitted(send(Call.post(uri("/api/submit")).form(form), token), "name");
    }

    Submitted gallery(Map<String, Object> body, String token) {
        return submitted(send(Call.post(uri("/api/submit_gallery_post.json")).json(body), token), "id");
    }

    Submitted poll(Map<String, Object> body, String token) {
        return submitted(send(Call.post(uri("/api/submit_poll_post")).json(body), token), "id");
    }

    private static Submitted submitted(Reply reply, String field) {
        var data = Json.tree(reply).path("json").path("data");
        var id = data.path(field).asString("");
        if (!id.isEmpty()) {
            return new Submitted(id, data.path("url").asString(""));
        }
        if (data.has("websocket_url") || data.has("user_submitted_page")) {
            return new Submitted("", "");
        }
        throw new NetworkException(new Fault.Unavailable(true, "the answer holds no id"));
    }

    /** A post as Reddit lists it; poll and gallery are there for their kinds only. */
    record Seen(
            @Nullable String name,
            @Nullable String title,
            @Nullable String subreddit,
            @Nullable String author,
            @Nullable String permalink,
            @Nullable String url,
            @Nullable String selftext,
            @JsonProperty("created_utc") @Nullable Double created,
            @JsonProperty("is_self") @Nullable Boolean self,
            @JsonProperty("is_gallery") @Nullable Boolean gallery,
            @JsonProperty("poll_data") @Nullable JsonNode poll,
            @JsonProperty("gallery_data") @Nullable JsonNode items,
            @JsonProperty("removed_by_category") @Nullable String removed,
            @Nullable Long score,
            @JsonProperty("num_comments") @Nullable Long comments,
            @JsonProperty("num_crossposts") @Nullable Long crossposts) {}

    private record SeenThing(@Nullable Seen data) {}

    private record SeenPage(@Nullable List<SeenThing> children) {}

    private record SeenListing(@Nullable SeenPage data) {}

    /** The newest posts of the account, also those that were filtered. */
    List<Seen> newest(String user, String token) {
        var query = new LinkedHashMap<String, String>();
        query.put("sort", "new");
        query.put("limit", "" + LISTED);
        return posts(get("/user/" + Call.percent(user) + "/submitted", query, token));
    }

    /** @param ids fullnames, at most 100 */
    List<Seen> info(List<String> ids, String token) {
        return posts(get("/api/info", Map.of("id", String.join(",", ids)), token));
    }

    private static List<Seen> posts(Reply reply) {
        var page = whole(Json.read(reply, SeenListing.class).data()).children();
        return page == null
                ? List.of()
                : page.stream()
                        .flatMap(thing -> Optional.ofNullable(thing.data()).stream())
                        .toList();
    }

    void comment(String post, String text, String token) {
        var form = form();
        form.put("thing_id", post);
        form.put("text", text);
        send(Call.post(uri("/api/comment")).form(form), token);
    }

    /** Whether this account has said exactly this below the post. */
    boolean commented(String post, String user, String text, String token) {
        var reply = get("/comments/" + post.replaceFirst("^t3_", ""), Map.of("sort", "new"), token);
        return Json.tree(reply)
                .path(1)
                .path("data")
                .path("children")
                .valueStream()
                .anyMatch(child -> {
                    var data = child.path("data");
                    return data.path("author").asString("").equalsIgnoreCase(user)
                            && Likeness.plain(data.path("body").asString("")).equals(Likeness.plain(text));
                });
    }

    URI permalink(String path) {
        return URI.create(path.startsWith("/") ? app.web() + path : path);
    }

    URI profile(String user) {
        return permalink("/user/" + user + "/submitted/");
    }

    private Reply get(String path, Map<String, String> query, String token) {
        return send(Call.get(uri(path)).query(query), token);
    }

    private Reply send(Call call, String token) {
        var reply = http.send(call.query("raw_json", "1")
                .header("User-Agent", app.agent())
                .header("Authorization", "bearer " + token)
                .secret(token));
        Meters.forSeconds(reply, "x-ratelimit", RedditBudgets.CALLS, clock);
        var errors = Json.tree(reply).path("json").path("errors");
        if (!reply.ok() || errors.isArray() && !errors.isEmpty()) {
            throw new NetworkException(RedditFaults.of(reply));
        }
        if (call.method().equals("GET")) {
            RedditFaults.nearlySpent(reply).ifPresent(fault -> {
                throw new NetworkException(fault);
            });
        }
        return reply;
    }

    private URI uri(String path) {
        return URI.create(app.api() + path);
    }

    private static Map<String, String> form() {
        return new LinkedHashMap<>(Map.of("api_type", "json"));
    }

    /** An answer that lacks what it is asked for may stand for anything. */
    private static <T> T whole(@Nullable T part) {
        if (part == null) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer lacks what it should hold"));
        }
        return part;
    }
}
