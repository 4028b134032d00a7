package planner.adapter.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Meters;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** The v2 endpoints we use, one method each; https://docs.x.com/x-api. */
final class XApi {
    private static final Duration UPLOAD = Duration.ofSeconds(120);

    private final XApp app;
    private final Http http;
    private final Clock clock;

    XApi(XApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    record Me(
            String id,
            String name,
            String username,
            @JsonProperty("profile_image_url") @Nullable String picture,
            @JsonProperty("subscription_type") @Nullable String subscription) {}

    private record MeAnswer(Me data) {}

    Me me(String token) {
        var reply = send(Call.get(uri("/2/users/me"))
                .query("user.fields", "id,name,username,profile_image_url,verified_type,subscription_type")
                .bearer(token));
        return Json.read(reply, MeAnswer.class).data();
    }

    private record Uploaded(
            @Nullable String id,
            @JsonProperty("processing_info") @Nullable Processing processing) {}

    private record UploadAnswer(Uploaded data) {}

    /** @param state pending, in_progress, succeeded or failed */
    record Processing(
            String state,
            @JsonProperty("check_after_secs") @Nullable Integer seconds,
            @Nullable JsonNode error) {}

    /** An image in one go. @return the media id */
    String upload(Media media, MediaFiles files, String token) {
        var form = new Multipart(seed(media, 0))
                .field("media_category", "tweet_image")
                .file("media", "media", media.type(), media.bytes(), Chunks.whole(files, media));
        var reply = send(Call.post(uri("/2/media/upload"))
                .body(form.body())
                .within(UPLOAD)
                .bearer(token));
        return id(reply);
    }

    private record Initialize(
            @JsonProperty("media_type") String type,
            @JsonProperty("total_bytes") long bytes,
            @JsonProperty("media_category") String category) {}

    /** Opens an upload by chunks. @return the media id */
    String initialize(Media media, String token) {
        var category = media.kind() == MediaKind.VIDEO ? "tweet_video" : "tweet_gif";
        return id(send(Call.post(uri("/2/media/upload/initialize"))
                .json(new Initialize(media.type(), media.bytes(), category))
                .bearer(token)));
    }

    /** One chunk; the same chunk may be sent again. */
    void append(String id, int segment, Media media, long offset, long length, MediaFiles files, String token) {
        var form = new Multipart(seed(media, segment))
                .field("segment_index", "" + segment)
                .file("media", "chunk", "application/octet-stream", length, Chunks.piece(files, media, offset, length));
        send(Call.post(uri("/2/media/upload/" + id + "/append"))
                .body(form.body())
                .within(UPLOAD)
                .bearer(token));
    }

    Optional<Processing> finish(String id, String token) {
        return processing(
                send(Call.post(uri("/2/media/upload/" + id + "/finalize")).bearer(token)));
    }

    Optional<Processing> status(String id, String token) {
        var query = new LinkedHashMap<String, String>();
        query.put("command", "STATUS");
        query.put("media_id", id);
        return processing(send(Call.get(uri("/2/media/upload")).query(query).bearer(token)));
    }

    private static Optional<Processing> processing(Reply reply) {
        return Optional.ofNullable(Json.read(reply, UploadAnswer.class).data().processing());
    }

    private record Text(String text) {}

    private record AltText(@JsonProperty("alt_text") Text text) {}

    private record Metadata(String id, AltText metadata) {}

    void describe(String id, String alt, String token) {
        send(Call.post(uri("/2/media/metadata"))
                .json(new Metadata(id, new AltText(new Text(alt))))
                .bearer(token));
    }

    record MediaIds(@JsonProperty("media_ids") List<String> ids) {}

    record Poll(
            List<String> options,
            @JsonProperty("duration_minutes") int minutes) {}

    record Reply1(@JsonProperty("in_reply_to_tweet_id") String to) {}

    /** The body of a post; what is absent is not sent. */
    record NewPost(
            @Nullable String text,
            @Nullable MediaIds media,
            @Nullable Poll poll,
            @Nullable Reply1 reply,
            @JsonProperty("reply_settings") @Nullable String replies,
            @JsonProperty("made_with_ai") @Nullable Boolean madeWithAi,
            @JsonProperty("paid_partnership") @Nullable Boolean paidPartnership) {}

    /** Makes the post visible. @return its id */
    String post(NewPost post, String token) {
        var reply = http.send(Call.post(uri("/2/tweets")).json(post).bearer(token));
        Meters.untilEpoch(reply, "x-rate-limit", XBudgets.POSTS);
        Meters.untilEpoch(reply, "x-app-limit-24hour", XBudgets.APP_POSTS);
        return id(ok(reply));
    }

    record Url(
            @Nullable String url,
            @JsonProperty("expanded_url") @Nullable String expanded,
            @JsonProperty("media_key") @Nullable String media) {}

    record Entities(@Nullable List<Url> urls) {}

    record Reference(String type, String id) {}

    record Seen(
            String id,
            String text,
            @Nullable Entities entities,
            @JsonProperty("referenced_tweets") @Nullable List<Reference> references) {}

    private record SeenAnswer(@Nullable List<Seen> data) {}

    /** The account's own posts since then, newest first. */
    List<Seen> since(String account, Instant start, String token) {
        var query = new LinkedHashMap<String, String>();
        query.put("max_results", "100");
        query.put("start_time", start.truncatedTo(ChronoUnit.SECONDS).toString());
        query.put("tweet.fields", "created_at,text,entities,referenced_tweets,conversation_id");
        var reply = send(
                Call.get(uri("/2/users/" + account + "/tweets")).query(query).bearer(token));
        var data = Json.read(reply, SeenAnswer.class).data();
        return data == null ? List.of() : data;
    }

    /** The public counts of a post, by X's names; empty when it is gone. */
    Map<String, Long> metrics(String post, String token) {
        var reply = send(Call.get(uri("/2/tweets"))
                .query(new LinkedHashMap<>(Map.of("ids", post, "tweet.fields", "public_metrics")))
                .bearer(token));
        return counts(Json.tree(reply).path("data").path(0).path("public_metrics"));
    }

    Map<String, Long> accountMetrics(String token) {
        var reply = send(Call.get(uri("/2/users/me"))
                .query("user.fields", "public_metrics")
                .bearer(token));
        return counts(Json.tree(reply).path("data").path("public_metrics"));
    }

    private static Map<String, Long> counts(JsonNode metrics) {
        var counts = new LinkedHashMap<String, Long>();
        metrics.forEachEntry((name, value) -> {
            if (value.isIntegralNumber()) {
                counts.put(name.toLowerCase(Locale.ROOT), value.asLong());
            }
        });
        return counts;
    }

    URI permalink(String handle, String id) {
        return URI.create(app.web() + "/" + (handle.isEmpty() ? "i/web" : handle) + "/status/" + id);
    }

    private URI uri(String path) {
        return URI.create(app.api() + path);
    }

    private static String seed(Media media, int number) {
        return new UUID(media.id().getMostSignificantBits(), number).toString().replace("-", "");
    }

    private static String id(Reply reply) {
        var id = Json.tree(reply).path("data").path("id").asString("");
        if (id.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer holds no id"));
        }
        return id;
    }

    private Reply send(Call call) {
        return ok(http.send(call));
    }

    private Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new NetworkException(XFaults.of(reply, clock));
        }
        return reply;
    }
}
