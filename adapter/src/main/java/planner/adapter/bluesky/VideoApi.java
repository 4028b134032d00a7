package planner.adapter.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.At.Blob;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Media;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The video service: it takes the file, transcodes it and puts the blob on the account's server itself. */
final class VideoApi {
    private static final String VIDEO = "app.bsky.video.";
    private static final String AUDIENCE = "did:web:video.bsky.app";
    private static final Duration UPLOAD_TOKEN = Duration.ofMinutes(30);

    private final Http http;
    private final Hosts hosts;
    private final BlueskyApi api;
    private final BlueskyFaults faults;
    private final Clock clock;

    VideoApi(Http http, Hosts hosts, BlueskyApi api, BlueskyFaults faults, Clock clock) {
        this.http = http;
        this.hosts = hosts;
        this.api = api;
        this.faults = faults;
        this.clock = clock;
    }

    record Allowance(
            boolean canUpload,
            @Nullable String message,
            @Nullable String error) {}

    record Started(String jobId, long partSizeBytes, int partCount) {}

    /** @param blob there when the video is ready, whatever the state says */
    record Job(
            String id, String state, int progress, @Nullable Blob blob, String failure, String message) {}

    Allowance getUploadLimits(Session session) {
        var token = api.serviceAuth(AUDIENCE, VIDEO + "getUploadLimits", null, session);
        return Json.read(ok(http.send(Call.get(method("getUploadLimits")).bearer(token))), Allowance.class);
    }

    /** The service knows a file that it has seen and then hands over the earlier job. */
    Job uploadVideo(Media media, String name, Session session) {
        var token = uploadToken(session);
        var reply =
                http.send(Call.post(method("uploadVideo"))
                        .query("did", session.account().id())
                        .query("name", name)
                        .bearer(token)
                        .stream(media.type(), media.bytes(), Chunks.whole(session.files(), media))
                        .within(BlueskyApi.uploading(media.bytes())));
        boolean known = reply.status() == 409 && !job(reply).id().isEmpty();
        return job(known ? reply : ok(reply));
    }

    Started startUpload(Media media, String name, Session session) {
        var token = uploadToken(session);
        var announced = Fields.of("sizeBytes", media.bytes(), "mimeType", media.type(), "name", name);
        if (media.seconds() > 0) {
            announced.put("durationMs", Math.round(media.seconds() * 1000));
        }
        if (media.width() > 0 && media.height() > 0) {
            announced.put("width", media.width());
            announced.put("height", media.height());
        }
        return Json.read(
                ok(http.send(Call.post(method("startUpload")).bearer(token).json(announced))), Started.class);
    }

    void uploadPart(String job, int part, long offset, long length, Media media, Session session) {
        var token = uploadToken(session);
        ok(http.send(Call.post(method("uploadPart"))
                .query("jobId", job)
                .query("partNumber", Integer.toString(part))
                .bearer(token)
                .stream("application/octet-stream", length, Chunks.piece(session.files(), media, offset, length))
                .within(BlueskyApi.uploading(length))));
    }

    /** The job to ask about, which may be an earlier one of the same file. */
    String finishUpload(String job, Session session) {
        var token = uploadToken(session);
        var reply = ok(http.send(Call.post(method("finishUpload")).bearer(token).json(Fields.of("jobId", job))));
        return Json.tree(reply).path("completedJobId").asString(job);
    }

    Job getJobStatus(String job) {
        return job(ok(http.send(Call.get(method("getJobStatus")).query("jobId", job))));
    }

    private String uploadToken(Session session) {
        var pds = BlueskyApi.pds(session.credential());
        long expires = clock.instant().plus(UPLOAD_TOKEN).getEpochSecond();
        return api.serviceAuth("did:web:" + pds.getHost(), "com.atproto.repo.uploadBlob", expires, session);
    }

    private URI method(String name) {
        return Hosts.xrpc(hosts.video(), VIDEO + name);
    }

    private Reply ok(Reply reply) {
        if (!reply.ok()) {
            throw faults.exception(reply);
        }
        return reply;
    }

    /** The lexicon wraps the status, the live service does not always. */
    private static Job job(Reply reply) {
        var tree = Json.tree(reply);
        JsonNode status = tree.has("jobStatus") ? tree.path("jobStatus") : tree;
        return new Job(
                status.path("jobId").asString(""),
                status.path("state").asString(""),
                status.path("progress").asInt(0),
                status.path("blob").isObject() ? BlueskyApi.blob(status.path("blob")) : null,
                status.path("failureCode").asString(""),
                status.path("message").asString(status.path("error").asString("")));
    }
}
