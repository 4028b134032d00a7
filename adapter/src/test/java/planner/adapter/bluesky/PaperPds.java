package planner.adapter.bluesky;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Unit;
import tools.jackson.databind.JsonNode;

/** A server of one account on paper: the answers of the sheet without a socket. For what only the adapter decides. */
final class PaperPds implements Transport {
    static final String DID = "did:plc:ewvi7nxzyoun6zhxrhs64oiz";
    static final String FRIEND = "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa";
    static final String PASSWORD = "abcd-efgh-ijkl-mnop";
    static final String BASE = "http://127.0.0.1:9";

    final Map<String, JsonNode> records = new LinkedHashMap<>();
    final Map<String, String> sessions = new HashMap<>();
    final Map<String, byte[]> blobs = new LinkedHashMap<>();
    final List<String> tokens = new ArrayList<>();
    private final Clock clock;
    private int issued;
    String password = PASSWORD;
    String pds = BASE;
    int jobPolls;

    PaperPds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Reply send(Call call) {
        var path = call.uri().getPath();
        if (path.startsWith("/did:")) {
            return ok(document());
        }
        if (path.equals("/page")) {
            return page();
        }
        if (path.equals("/thumb.png")) {
            return new Reply(200, Map.of("content-type", "image/png"), new byte[] {1, 2, 3});
        }
        var query = query(call);
        return switch (path.replace("/xrpc/", "")) {
            case "com.atproto.server.createSession" -> createSession(body(call));
            case "com.atproto.server.refreshSession" -> refresh(call);
            case "com.atproto.server.deleteSession" -> ok(Map.of());
            case "com.atproto.server.getSession" ->
                guarded(call, () -> ok(Fields.of("did", DID, "handle", "alice.test", "active", true)));
            case "com.atproto.server.getServiceAuth" -> guarded(call, () -> ok(Fields.of("token", token("service"))));
            case "com.atproto.identity.resolveHandle" -> resolve(query.getOrDefault("handle", ""));
            case "com.atproto.repo.uploadBlob" -> guarded(call, () -> upload(call));
            case "com.atproto.repo.putRecord" -> guarded(call, () -> put(body(call)));
            case "com.atproto.repo.getRecord" -> get(query.getOrDefault("rkey", ""));
            case "app.bsky.actor.getProfile" -> ok(Fields.of("handle", "alice.test", "displayName", "Alice"));
            case "app.bsky.feed.getPosts" ->
                ok(Fields.of("posts", List.of(Fields.of("likeCount", 3, "replyCount", 1, "repostCount", 2))));
            case "app.bsky.video.getUploadLimits" -> ok(Fields.of("canUpload", true));
            case "app.bsky.video.uploadVideo" ->
                ok(Fields.of("jobId", "job1", "did", DID, "state", "JOB_STATE_CREATED"));
            case "app.bsky.video.startUpload" ->
                ok(Fields.of(
                        "jobId",
                        "job1",
                        "partSizeBytes",
                        8_000_000,
                        "partCount",
                        3,
                        "expiresAt",
                        "2030-01-01T00:00:00Z"));
            case "app.bsky.video.uploadPart" -> ok(Map.of());
            case "app.bsky.video.finishUpload" ->
                ok(Fields.of(
                        "completedJobId",
                        "job2",
                        "jobStatus",
                        Fields.of("jobId", "job2", "did", DID, "state", "JOB_STATE_CREATED")));
            case "app.bsky.video.getJobStatus" -> job();
            default -> error(501, "MethodNotImplemented", path);
        };
    }

    List<String> texts() {
        return records.values().stream()
                .map(record -> record.path("text").asString(""))
                .toList();
    }

    private Reply createSession(JsonNode body) {
        var who = body.path("identifier").asString();
        if (!body.path("password").asString().equals(password)
                || !List.of("alice.test", DID).contains(who)) {
            return error(401, "AuthenticationRequired", "Invalid identifier or password");
        }
        return ok(issue());
    }

    private Map<String, Object> issue() {
        var access = token("access");
        var refresh = token("refresh");
        sessions.put(access, "access");
        sessions.put(refresh, "refresh");
        return Fields.of(
                "did",
                DID,
                "handle",
                "alice.test",
                "accessJwt",
                access,
                "refreshJwt",
                refresh,
                "didDoc",
                document(),
                "active",
                true);
    }

    private String token(String kind) {
        long exp = clock.instant().getEpochSecond() + 7_200;
        var claims = "{\"scope\":\"com.atproto.appPass\",\"exp\":" + exp + ",\"jti\":\"" + kind + issued++ + "\"}";
        var token =
                "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                        + ".c2ln";
        tokens.add(token);
        return token;
    }

    private Map<String, Object> document() {
        return Fields.of(
                "id", DID,
                "alsoKnownAs", List.of("at://alice.test"),
                "service",
                        List.of(Fields.of(
                                "id", "#atproto_pds", "type", "AtprotoPersonalDataServer", "serviceEndpoint", pds)));
    }

    private Reply refresh(Call call) {
        var token = bearer(call);
        return "refresh".equals(sessions.remove(token))
                ? ok(issue())
                : error(400, "ExpiredToken", "Token has been revoked");
    }

    private static String bearer(Call call) {
        return call.headers().getOrDefault("Authorization", "").replace("Bearer ", "");
    }

    private interface Answer {
        Reply now();
    }

    private Reply guarded(Call call, Answer answer) {
        if (!"access".equals(sessions.get(bearer(call)))) {
            return error(400, "ExpiredToken", "Token has expired");
        }
        return answer.now();
    }

    private static Reply resolve(String handle) {
        return switch (handle) {
            case "alice.test" -> ok(Map.of("did", DID));
            case "bob.test" -> ok(Map.of("did", FRIEND));
            default -> error(400, "InvalidRequest", "Unable to resolve handle");
        };
    }

    private Reply upload(Call call) {
        var bytes = ((Call.Body.Bytes) call.body()).bytes();
        var cid = "bafkrei" + UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
        blobs.put(cid, bytes);
        var type = ((Call.Body.Bytes) call.body()).type();
        return ok(Map.of(
                "blob",
                Fields.of("$type", "blob", "ref", Fields.of("$link", cid), "mimeType", type, "size", bytes.length)));
    }

    private Reply put(JsonNode body) {
        var key = body.path("rkey").asString();
        var record = body.path("record");
        var text = record.path("text").asString();
        if (Unit.GRAPHEMES.count(text) > 300) {
            return invalid("grapheme too big (maximum 300, got " + Unit.GRAPHEMES.count(text) + ") at $.record.text");
        }
        if (Unit.UTF8_BYTES.count(text) > 3000) {
            return invalid("string too big (maximum 3000) at $.record.text");
        }
        for (var link : record.findValuesAsString("$link")) {
            if (!blobs.containsKey(link)) {
                return error(400, "BlobNotFound", "Could not find blob: " + link);
            }
        }
        var there = records.get(key);
        if (there != null && !there.equals(record)) {
            return error(400, "InvalidSwap", "Record was at bafyother");
        }
        records.put(key, record);
        var answer = Fields.of("uri", "at://" + DID + "/app.bsky.feed.post/" + key, "cid", cid(record));
        if (there == null) {
            answer.put("commit", Fields.of("cid", cid(record), "rev", key));
        }
        return ok(answer);
    }

    private static String cid(JsonNode record) {
        return "bafyrei"
                + UUID.nameUUIDFromBytes(record.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }

    private Reply get(String key) {
        var record = records.get(key);
        return record == null
                ? error(400, "RecordNotFound", "Could not locate record")
                : ok(Fields.of(
                        "uri", "at://" + DID + "/app.bsky.feed.post/" + key, "cid", cid(record), "value", record));
    }

    private Reply job() {
        jobPolls++;
        var status = Fields.of(
                "jobId",
                "job1",
                "did",
                DID,
                "state",
                jobPolls < 3 ? "JOB_STATE_ENCODING" : "JOB_STATE_COMPLETED",
                "progress",
                40);
        if (jobPolls >= 3) {
            blobs.put("bafkreivideo", new byte[1]);
            status.put(
                    "blob",
                    Fields.of(
                            "$type",
                            "blob",
                            "ref",
                            Fields.of("$link", "bafkreivideo"),
                            "mimeType",
                            "video/mp4",
                            "size",
                            1));
        }
        return ok(Fields.of("jobStatus", status));
    }

    private static Reply page() {
        var html = """
                <html><head><title>Plain</title>
                <meta property="og:title" content="A &amp; B"><meta content='What it is about' property='og:description'/>
                <meta property="og:image" content="/thumb.png"></head></html>""";
        return new Reply(
                200, Map.of("content-type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(Call call) {
        var query = new HashMap<String, String>();
        if (call.uri().getRawQuery() != null) {
            Arrays.stream(call.uri().getRawQuery().split("&", -1))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }
        return query;
    }

    private static JsonNode body(Call call) {
        return Json.tree(
                new String(((Call.Body.Bytes) Objects.requireNonNull(call.body())).bytes(), StandardCharsets.UTF_8));
    }

    private static Reply invalid(String message) {
        return error(400, "InvalidRequest", "Invalid app.bsky.feed.post record: " + message);
    }

    private static Reply error(int status, String name, String message) {
        return new Reply(status, Map.of(), Json.bytes(Fields.of("error", name, "message", message)));
    }

    private static Reply ok(Map<String, ?> body) {
        return new Reply(200, Map.of("content-type", "application/json"), Json.bytes(body));
    }
}
