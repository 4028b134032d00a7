package planner.adapter.bluesky;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.At.Blob;
import planner.adapter.bluesky.At.Ref;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The methods of an account's own server (PDS) and of the AppView that we use. */
final class BlueskyApi {
    /** Where a credential keeps the address of the account's server. */
    static final String PDS = "pds";

    /** What is nice to know but must not hold anybody up. */
    static final Duration BRIEF = Duration.ofSeconds(6);

    private static final int SLOWEST_BYTES_A_SECOND = 200_000;
    // com.atproto.repo.listRecords: limit maximum 100.
    private static final int MOST_LISTED = 100;

    private final Http http;
    private final Hosts hosts;
    private final BlueskyFaults faults;
    private final Dpop dpop;

    BlueskyApi(Http http, Hosts hosts, BlueskyFaults faults, Dpop dpop) {
        this.http = http;
        this.hosts = hosts;
        this.faults = faults;
        this.dpop = dpop;
    }

    /** A session as the server hands it out. */
    record Tokens(
            String did,
            String handle,
            String accessJwt,
            String refreshJwt,
            @Nullable JsonNode didDoc,
            @Nullable Boolean active,
            @Nullable String status) {
        @Override
        public String toString() {
            return "Tokens[" + did + "]";
        }
    }

    record Who(
            String did,
            String handle,
            @Nullable Boolean active,
            @Nullable String status) {}

    /** @param avatar address of the picture */
    record Profile(
            @Nullable String handle,
            @Nullable String displayName,
            @Nullable String avatar,
            @Nullable Long followersCount,
            @Nullable Long followsCount,
            @Nullable Long postsCount) {}

    /** What became of a write to a key that must be free. */
    sealed interface Written {
        /** The record is there: from now or from an earlier try, which is the same. */
        record Done(Ref ref) implements Written {}

        /** The key holds another record. */
        record KeyTaken() implements Written {}

        /** The server has let go of a file that the record names. */
        record BlobGone() implements Written {}

        /**
         * It was refused, perhaps only because an earlier try did it all: then the server has no better word. Or it was
         * done and the answer does not say what.
         */
        record Refused(NetworkException why) implements Written {}
    }

    /** A record for a key that must be free. */
    record Write(String collection, String key, Map<String, Object> record) {}

    record Found(Ref ref, String text, String createdAt) {}

    Reply createSession(URI service, String identifier, String password) {
        return http.send(hosts.guarded(Call.post(Hosts.xrpc(service, "com.atproto.server.createSession"))
                .secret(password)
                .json(Fields.of("identifier", identifier, "password", password))));
    }

    Reply refreshSession(URI pds, String refreshJwt) {
        return http.send(hosts.guarded(
                Call.post(Hosts.xrpc(pds, "com.atproto.server.refreshSession")).bearer(refreshJwt)));
    }

    void deleteSession(URI pds, String refreshJwt) {
        ok(http.send(hosts.guarded(
                Call.post(Hosts.xrpc(pds, "com.atproto.server.deleteSession")).bearer(refreshJwt))));
    }

    Who getSession(URI pds, String accessJwt) {
        return who(
                read(Call.get(Hosts.xrpc(pds, "com.atproto.server.getSession")).bearer(accessJwt), Who.class));
    }

    Who getSession(Credential credential) {
        return who(Json.read(ok(send(probe(credential), credential)), Who.class));
    }

    private static Who who(Who read) {
        if (read.did() == null || !Handles.isDid(read.did()) || read.handle() == null) {
            throw unreadable();
        }
        return read;
    }

    /** The session that an answer hands out. */
    static Tokens tokens(Reply reply) {
        var read = Json.read(reply, Tokens.class);
        if (read.did() == null || read.handle() == null || read.accessJwt() == null || read.refreshJwt() == null) {
            throw unreadable();
        }
        return read;
    }

    /** Empty when nobody has this handle. */
    Optional<String> resolveHandle(URI pds, String handle) {
        var reply = http.send(hosts.guarded(Call.get(Hosts.xrpc(pds, "com.atproto.identity.resolveHandle"))
                        .query("handle", handle))
                .within(BRIEF));
        if (reply.status() == 400 || reply.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(ok(reply))
                .map(answer -> Json.tree(answer).path("did").asString(""))
                .filter(Handles::isDid);
    }

    Profile getProfile(String did) {
        return read(
                Call.get(Hosts.xrpc(hosts.appView(), "app.bsky.actor.getProfile"))
                        .query("actor", did)
                        .within(BRIEF),
                Profile.class);
    }

    /** The post as readers see it; a missing node when it is deleted or not indexed yet. */
    JsonNode getPost(String uri) {
        var answer = http.send(hosts.guarded(
                Call.get(Hosts.xrpc(hosts.appView(), "app.bsky.feed.getPosts")).query("uris", uri)));
        return Json.tree(ok(answer)).path("posts").path(0);
    }

    Blob uploadBlob(Media media, Session session) {
        return uploadBlob(
                session,
                Call.post(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.uploadBlob")).stream(
                                media.type(), media.bytes(), Chunks.whole(session.files(), media))
                        .within(uploading(media.bytes())));
    }

    Blob uploadBlob(String type, byte[] bytes, Session session) {
        return uploadBlob(
                session,
                Call.post(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.uploadBlob"))
                        .bytes(type, bytes));
    }

    /** Writes a record to a key that must be free; a repeat with the same record changes nothing. */
    Written putRecord(String collection, String key, Map<String, Object> record, Session session) {
        var request = new PutRecord(session.account().id(), collection, key, null, true, record);
        var call = Call.post(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.putRecord"))
                .json(request);
        var reply = send(call, session.credential());
        BlueskyBudgets.read(reply);
        return switch (BlueskyFaults.name(reply)) {
            case "InvalidSwap" -> new Written.KeyTaken();
            case "BlobNotFound" -> new Written.BlobGone();
            default -> written(Json.tree(ok(reply)));
        };
    }

    /** Writes all of them or none: the first is what is told of. */
    Written createRecords(List<Write> writes, Session session) {
        var creates = writes.stream()
                .map(write -> Fields.of(
                        "$type",
                        "com.atproto.repo.applyWrites#create",
                        "collection",
                        write.collection(),
                        "rkey",
                        write.key(),
                        "value",
                        write.record()))
                .toList();
        var call = Call.post(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.applyWrites"))
                .json(Fields.of("repo", session.account().id(), "validate", true, "writes", creates));
        var reply = send(call, session.credential());
        BlueskyBudgets.read(reply);
        if (BlueskyFaults.name(reply).equals("BlobNotFound")) {
            return new Written.BlobGone();
        }
        if (!reply.ok()) {
            return new Written.Refused(faults.exception(reply));
        }
        return written(Json.tree(reply).path("results").path(0));
    }

    /** A success that does not say what it wrote is looked up like a refusal. */
    private static Written written(JsonNode answer) {
        var ref = ref(answer);
        return ref.isPresent() ? new Written.Done(ref.get()) : new Written.Refused(unreadable());
    }

    /** Empty when the key is free. */
    Optional<Found> getRecord(String collection, String key, Session session) {
        return getRecord(session.account().id(), collection, key, session)
                .map(answer -> new Found(
                        ref(answer).orElseThrow(BlueskyApi::unreadable),
                        answer.path("value").path("text").asString(""),
                        answer.path("value").path("createdAt").asString("")));
    }

    /** Whether there is a record at this at:// URI, in whichever repository. */
    boolean exists(String uri, Session session) {
        var parts = uri.substring("at://".length()).split("/", -1);
        return getRecord(parts[0], parts[1], parts[2], session).isPresent();
    }

    private Optional<JsonNode> getRecord(String repo, String collection, String key, Session session) {
        var call = Call.get(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.getRecord"))
                .query("repo", repo)
                .query("collection", collection)
                .query("rkey", key);
        var reply = send(call, session.credential());
        // The name is the server's own; an app view that is asked for another repository has only the words.
        boolean gone = Set.of("RecordNotFound", "NotFound").contains(BlueskyFaults.name(reply))
                || reply.status() == 400 && BlueskyFaults.message(reply).startsWith("Could not locate record")
                || !repo.equals(session.account().id()) && BlueskyFaults.noRepo(reply);
        return gone ? Optional.empty() : Optional.of(Json.tree(ok(reply)));
    }

    /** The newest records of a collection of one's own, each with uri, cid and value. */
    JsonNode listRecords(String collection, Session session) {
        var call = Call.get(Hosts.xrpc(pds(session.credential()), "com.atproto.repo.listRecords"))
                .query("repo", session.account().id())
                .query("collection", collection)
                .query("limit", "" + MOST_LISTED)
                .within(BRIEF);
        return Json.tree(ok(send(call, session.credential()))).path("records");
    }

    /**
     * Posts as this account sees them, by their at:// URI, with what it may do with them; one that it cannot see is
     * missing. The account's server hands the question on.
     */
    Map<String, JsonNode> getPosts(List<String> uris, Session session) {
        var call = Call.get(Hosts.xrpc(pds(session.credential()), "app.bsky.feed.getPosts"));
        for (var uri : uris) {
            call = call.query("uris", uri);
        }
        var posts = new HashMap<String, JsonNode>();
        Json.tree(ok(send(call, session.credential())))
                .path("posts")
                .forEach(post -> posts.put(post.path("uri").asString(""), post));
        return posts;
    }

    private static Optional<Ref> ref(JsonNode record) {
        var ref = new Ref(record.path("uri").asString(""), record.path("cid").asString(""));
        return ref.uri().isEmpty() || ref.cid().isEmpty() ? Optional.empty() : Optional.of(ref);
    }

    private static NetworkException unreadable() {
        return new NetworkException(new Fault.Unavailable(true, "the answer does not hold what it should"));
    }

    /** A token that another service accepts in the account's name for one method; a secret. */
    String serviceAuth(String audience, String method, @Nullable Long expires, Session session) {
        var call = Call.get(Hosts.xrpc(pds(session.credential()), "com.atproto.server.getServiceAuth"))
                .query("aud", audience)
                .query("lxm", method);
        if (expires != null) {
            call = call.query("exp", expires.toString());
        }
        return Json.tree(ok(send(call, session.credential()))).path("token").asString("");
    }

    static URI pds(Credential credential) {
        return URI.create(credential.extra().getOrDefault(PDS, ""));
    }

    static Duration uploading(long bytes) {
        return Duration.ofSeconds(45 + bytes / SLOWEST_BYTES_A_SECOND);
    }

    private Blob uploadBlob(Session session, Call call) {
        var reply = send(call, session.credential());
        return blob(Json.tree(ok(reply)).path("blob"));
    }

    static Blob blob(JsonNode blob) {
        return new Blob(
                blob.path("ref").path("$link").asString(""),
                blob.path("mimeType").asString(""),
                blob.path("size").asLong(0));
    }

    /** A call in the account's name, as its session wants it. */
    private Reply send(Call call, Credential credential) {
        var key = OAuthSession.key(credential);
        if (key.isEmpty()) {
            return http.send(hosts.guarded(call.bearer(credential.access())));
        }
        var server = pds(credential).toString();
        boolean carries = !(call.body() instanceof Call.Body.None);
        if (carries && !dpop.ready(server)) {
            // a file would be sent twice, and a write shall leave once: a read learns the nonce before
            learnNonce(key.get(), server, credential);
        }
        return dpop.send(hosts.guarded(call), key.get(), server, credential.access());
    }

    /** Whatever becomes of it, nothing that was to be sent has left. */
    private void learnNonce(Es256 key, String server, Credential credential) {
        try {
            dpop.learn(hosts.guarded(probe(credential)).within(BRIEF), key, server, credential.access());
        } catch (NetworkException e) {
            throw e.fault() instanceof Fault.Unavailable(var maybeDone, var detail)
                    ? new NetworkException(new Fault.Unavailable(false, detail))
                    : e;
        }
    }

    private static Call probe(Credential credential) {
        return Call.get(Hosts.xrpc(pds(credential), "com.atproto.server.getSession"));
    }

    private <T> T read(Call call, Class<T> type) {
        return Json.read(ok(http.send(hosts.guarded(call))), type);
    }

    private Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw faults.exception(reply);
        }
        return reply;
    }

    private record PutRecord(
            String repo,
            String collection,
            String rkey,

            @JsonInclude(JsonInclude.Include.ALWAYS) @JsonProperty("swapRecord") @Nullable
            String swapRecord,

            boolean validate,
            Map<String, Object> record) {}
}
