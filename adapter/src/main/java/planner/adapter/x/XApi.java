package planner.adapter.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.Meters;
import planner.network.Credential;
import tools.jackson.databind.JsonNode;

/** The v2 endpoints for posts and people that we use, one method each; https://docs.x.com/x-api. */
final class XApi {
    private final XApp app;
    private final XDoor door;

    XApi(XApp app, XDoor door) {
        this.app = app;
        this.door = door;
    }

    record Me(
            String id,
            String name,
            String username,
            @JsonProperty("profile_image_url") @Nullable String picture,
            @JsonProperty("subscription_type") @Nullable String subscription) {}

    private record MeAnswer(Me data) {}

    /** @param level {@code read} where the app may not write; only OAuth 1.0a knows it */
    record Introduced(Me me, String level) {}

    Introduced me(Credential credential) {
        var reply = door.send(
                Call.get(door.uri("users/me"))
                        .query("user.fields", "id,name,username,profile_image_url,verified_type,subscription_type"),
                credential);
        return new Introduced(
                Json.read(reply, MeAnswer.class).data(),
                reply.header("x-access-level").orElse(""));
    }

    private record Named(String id, String username) {}

    private record NamedAnswer(@Nullable List<Named> data) {}

    /** Ids of accounts by their names in lower case; those that X does not know are missing. */
    Map<String, String> people(List<String> names, Credential credential) {
        var reply = door.send(Call.get(door.uri("users/by")).query("usernames", String.join(",", names)), credential);
        var data = Json.read(reply, NamedAnswer.class).data();
        var ids = new LinkedHashMap<String, String>();
        if (data != null) {
            data.forEach(one -> ids.put(one.username().toLowerCase(Locale.ROOT), one.id()));
        }
        return ids;
    }

    /** @param tagged ids; {@code null} = nobody */
    record MediaIds(
            @JsonProperty("media_ids") List<String> ids,
            @JsonProperty("tagged_user_ids") @Nullable List<String> tagged) {}

    record Poll(
            List<String> options,
            @JsonProperty("duration_minutes") int minutes) {}

    record ReplyTo(@JsonProperty("in_reply_to_tweet_id") String to) {}

    record Geo(@JsonProperty("place_id") String place) {}

    /** The body of a post; what is absent is not sent. */
    record NewPost(
            @Nullable String text,
            @Nullable MediaIds media,
            @Nullable Poll poll,
            @Nullable ReplyTo reply,
            @JsonProperty("reply_settings") @Nullable String replies,
            @JsonProperty("community_id") @Nullable String community,
            @JsonProperty("share_with_followers") @Nullable Boolean shared,

            @JsonProperty("for_super_followers_only") @Nullable
            Boolean exclusive,

            @Nullable Geo geo,
            @JsonProperty("made_with_ai") @Nullable Boolean madeWithAi,
            @JsonProperty("paid_partnership") @Nullable Boolean paidPartnership) {}

    /** Makes the post visible. @return its id */
    String post(NewPost post, Credential credential) {
        var reply = door.ask(Call.post(door.uri("tweets")).json(post), credential);
        Meters.untilEpoch(reply, "x-rate-limit", XBudgets.POSTS);
        Meters.untilEpoch(reply, "x-app-limit-24hour", XBudgets.APP_POSTS);
        return XDoor.id(door.ok(reply, credential));
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
    List<Seen> since(String account, Instant start, Credential credential) {
        var query = new LinkedHashMap<String, String>();
        query.put("max_results", "100");
        query.put("start_time", start.truncatedTo(ChronoUnit.SECONDS).toString());
        query.put("tweet.fields", "created_at,text,entities,referenced_tweets,conversation_id");
        var reply = door.send(Call.get(door.uri("users/" + account + "/tweets")).query(query), credential);
        var data = Json.read(reply, SeenAnswer.class).data();
        return data == null ? List.of() : data;
    }

    /** The public counts of a post, by X's names; empty when it is gone. */
    Map<String, Long> metrics(String post, Credential credential) {
        var reply = door.send(
                Call.get(door.uri("tweets"))
                        .query(new LinkedHashMap<>(Map.of("ids", post, "tweet.fields", "public_metrics"))),
                credential);
        return counts(Json.tree(reply).path("data").path(0).path("public_metrics"));
    }

    Map<String, Long> accountMetrics(Credential credential) {
        var reply = door.send(Call.get(door.uri("users/me")).query("user.fields", "public_metrics"), credential);
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
}
