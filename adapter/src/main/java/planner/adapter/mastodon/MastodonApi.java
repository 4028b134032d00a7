package planner.adapter.mastodon;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.kit.Reply;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The methods of a server that we use, one each; docs.joinmastodon.org/methods. */
final class MastodonApi {
    /** Where a credential keeps the address of the account's server. */
    static final String SERVER = "server";

    private static final int SLOWEST_BYTES_A_SECOND = 200_000;
    private static final String MOST_LISTED = "40";

    private final Http http;
    private final Servers servers;
    private final Clock clock;

    MastodonApi(Http http, Servers servers, Clock clock) {
        this.http = http;
        this.servers = servers;
        this.clock = clock;
    }

    /** An app as the server knows it from now on. */
    record App(
            @JsonProperty("client_id") @Nullable String id,
            @JsonProperty("client_secret") @Nullable String secret) {
        @Override
        public String toString() {
            return "App";
        }
    }

    private record NewApp(
            @JsonProperty("client_name") String name,
            @JsonProperty("redirect_uris") String redirects,
            String scopes) {}

    App register(URI server, URI redirect, String scopes) {
        var app = new NewApp(servers.appName(), redirect.toString(), scopes);
        return read(send(Call.post(uri(server, "/api/v1/apps")).json(app)), App.class);
    }

    /** @return the answer as it is: what a refusal means is the connector's to say */
    Reply token(URI server, LinkedHashMap<String, String> form, List<String> secrets) {
        return http.send(servers.guarded(form(server, "/oauth/token", form, secrets)));
    }

    void revoke(URI server, LinkedHashMap<String, String> form, List<String> secrets) {
        send(form(server, "/oauth/revoke", form, secrets));
    }

    private static Call form(URI server, String path, LinkedHashMap<String, String> form, List<String> secrets) {
        var call = Call.post(uri(server, path)).form(form);
        for (var secret : secrets) {
            call = call.secret(secret);
        }
        return call;
    }

    record Me(
            String id,
            String username,
            @JsonProperty("display_name") @Nullable String name,
            @Nullable String url,
            @Nullable String avatar,
            @JsonProperty("followers_count") @Nullable Long followers,
            @JsonProperty("following_count") @Nullable Long following,
            @JsonProperty("statuses_count") @Nullable Long statuses) {}

    Me me(Credential credential) {
        return read(
                send(signed(Call.get(uri(credential, "/api/v1/accounts/verify_credentials")), credential)), Me.class);
    }

    JsonNode instance(Credential credential) {
        return object(send(signed(Call.get(uri(credential, "/api/v2/instance")), credential)));
    }

    /** @param url empty while the server works on the file */
    record Attachment(String id, @Nullable String url) {}

    /** The file goes up; a large one is worked on afterwards. */
    Attachment upload(Media media, Session session) {
        var form = new Multipart(media.id().toString().replace("-", ""));
        if (!media.alt().isBlank()) {
            form.field("description", media.alt());
        }
        form.file("file", "media", media.type(), media.bytes(), Chunks.whole(session.files(), media));
        return read(
                send(signed(Call.post(uri(session.credential(), "/api/v2/media")), session.credential())
                        .body(form.body())
                        .within(uploading(media.bytes()))),
                Attachment.class);
    }

    static Duration uploading(long bytes) {
        return Duration.ofSeconds(45 + bytes / SLOWEST_BYTES_A_SECOND);
    }

    /** Whether the server is done with the file; 206 while it is not. */
    boolean ready(String id, Credential credential) {
        return send(signed(Call.get(uri(credential, "/api/v1/media/" + id)), credential))
                        .status()
                == 200;
    }

    record NewPoll(
            List<String> options,
            @JsonProperty("expires_in") long seconds,
            @Nullable Boolean multiple,
            @JsonProperty("hide_totals") @Nullable Boolean hideTotals) {}

    /** The body of a post; what is absent is not sent. */
    record NewStatus(
            @Nullable String status,
            @JsonProperty("media_ids") @Nullable List<String> media,
            @Nullable NewPoll poll,
            @JsonProperty("in_reply_to_id") @Nullable String parent,
            @Nullable Boolean sensitive,
            @JsonProperty("spoiler_text") @Nullable String warning,
            String visibility,
            @Nullable String language,
            @JsonProperty("quoted_status_id") @Nullable String quoted) {}

    /** Makes the post visible. @param key the server answers a repeat within the hour with the same post @return its id */
    String post(NewStatus status, String key, Credential credential) {
        var id = object(send(signed(Call.post(uri(credential, "/api/v1/statuses")), credential)
                        .header("Idempotency-Key", key)
                        .json(status)))
                .path("id")
                .asString("");
        if (id.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer holds no id"));
        }
        return id;
    }

    record Seen(
            String id,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("in_reply_to_id") @Nullable String parent,
            @JsonProperty("spoiler_text") @Nullable String warning,
            @Nullable String content,
            @JsonProperty("media_attachments") @Nullable List<JsonNode> media) {
        Instant at() {
            return Instant.parse(createdAt);
        }
    }

    /** The account's own posts, newest first. @param before only those that are older; empty = from the newest on */
    List<Seen> own(String account, String before, Credential credential) {
        var query = new LinkedHashMap<String, String>();
        query.put("limit", MOST_LISTED);
        query.put("exclude_reblogs", "true");
        if (!before.isEmpty()) {
            query.put("max_id", before);
        }
        var reply = send(signed(Call.get(uri(credential, "/api/v1/accounts/" + account + "/statuses")), credential)
                .query(query));
        return List.of(read(reply, Seen[].class));
    }

    /** Empty when it is gone. */
    Optional<JsonNode> status(String id, Credential credential) {
        var reply = http.send(servers.guarded(signed(Call.get(uri(credential, "/api/v1/statuses/" + id)), credential)));
        return reply.status() == 404 ? Optional.empty() : Optional.of(object(ok(reply)));
    }

    static URI server(Credential credential) {
        return URI.create(credential.extra().getOrDefault(SERVER, ""));
    }

    private static URI uri(Credential credential, String path) {
        return uri(server(credential), path);
    }

    private static URI uri(URI server, String path) {
        return URI.create(server + path);
    }

    private static Call signed(Call call, Credential credential) {
        return call.bearer(credential.access());
    }

    private static <T> T read(Reply reply, Class<T> type) {
        return Json.read(reply, type);
    }

    private static JsonNode object(Reply reply) {
        return Json.read(reply, JsonNode.class);
    }

    private Reply send(Call call) {
        return ok(http.send(servers.guarded(call)));
    }

    private Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw new NetworkException(MastodonFaults.of(reply, clock));
        }
        return reply;
    }
}
