package planner.simulator.bluesky;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import planner.simulator.media.MediaHeader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes videos in, works on them for a while, and puts the result into the account's server (sheet, section 2.5). */
final class VideoService {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String UPLOAD = "com.atproto.repo.uploadBlob";
    private static final Duration WORK = Duration.ofSeconds(3);
    private static final int PART = 5 * 1024 * 1024;
    private static final long MOST_BYTES = 300_000_000;
    private static final Duration MOST_LENGTH = Duration.ofMinutes(10);

    private final World world;
    private final Pds pds;
    private final Map<String, Job> jobs = new ConcurrentHashMap<>();
    private final Map<String, Multipart> uploads = new ConcurrentHashMap<>();

    VideoService(World world, Pds pds) {
        this.world = world;
        this.pds = pds;
    }

    private record Job(String id, String did, Repos.Blob blob, String fault, Instant ready) {}

    private static final class Multipart {
        private final String did;
        private final long size;
        private final Map<Integer, byte[]> parts = new TreeMap<>();

        Multipart(String did, long size) {
            this.did = did;
            this.size = size;
        }

        int count() {
            return (int) ((size + PART - 1) / PART);
        }
    }

    Answer answer(String method, Ask ask) throws IOException {
        return switch (method) {
            case "app.bsky.video.getUploadLimits" -> {
                token(ask, "app.bsky.video.getUploadLimits");
                yield Answer.json(
                        200,
                        Map.of("canUpload", true, "remainingDailyVideos", 25, "remainingDailyBytes", 10_000_000_000L));
            }
            case "app.bsky.video.uploadVideo" -> single(ask);
            case "app.bsky.video.startUpload" -> start(ask);
            case "app.bsky.video.uploadPart" -> part(ask);
            case "app.bsky.video.finishUpload" -> finish(ask);
            case "app.bsky.video.getJobStatus" ->
                Answer.json(200, Map.of("jobStatus", status(job(ask.query().getOrDefault("jobId", "")))));
            default -> throw new XrpcError(501, "MethodNotImplemented", "Method Not Implemented");
        };
    }

    private String token(Ask ask, String method) {
        Jwt.Claims claims = ask.bearer()
                .flatMap(Jwt::read)
                .filter(it -> it.scope().equals(method))
                .orElseThrow(() -> new XrpcError(401, "AuthMissing", "Authentication Required"));
        if (!world.clock().instant().isBefore(claims.expires())) {
            throw new XrpcError(400, "ExpiredToken", "Token has expired");
        }
        return claims.did();
    }

    private Answer single(Ask ask) throws IOException {
        String did = token(ask, UPLOAD);
        if (!did.equals(ask.query().getOrDefault("did", ""))
                || ask.query().getOrDefault("name", "").isEmpty()) {
            throw XrpcError.invalid("did and name are needed");
        }
        if (!ask.type().startsWith("video/")) {
            throw new XrpcError(400, "UnsupportedContentType", "not a video: " + ask.type());
        }
        // the live service answers flat, without the wrapper of its lexicon
        return Answer.json(200, status(accept(did, ask.body(), ask.type())));
    }

    private Answer start(Ask ask) {
        String did = token(ask, UPLOAD);
        JsonNode body = JSON.readTree(ask.body());
        long size = body.path("sizeBytes").asLong(0);
        if (size <= 0 || size > MOST_BYTES) {
            throw new XrpcError(400, "VideoTooLarge", "at most " + MOST_BYTES + " bytes");
        }
        String id = UUID.randomUUID().toString();
        Multipart upload = new Multipart(did, size);
        uploads.put(id, upload);
        return Answer.json(
                200,
                Map.of(
                        "jobId",
                        id,
                        "partSizeBytes",
                        PART,
                        "partCount",
                        upload.count(),
                        "expiresAt",
                        world.clock().instant().plus(Duration.ofHours(1)).toString()));
    }

    private Multipart upload(String id) {
        Multipart upload = uploads.get(id);
        if (upload == null) {
            throw new XrpcError(400, "UploadNotFound", "no such upload");
        }
        return upload;
    }

    private Answer part(Ask ask) {
        token(ask, UPLOAD);
        Multipart upload = upload(ask.query().getOrDefault("jobId", ""));
        int number = Integer.parseInt(ask.query().getOrDefault("partNumber", "0"));
        if (number < 1 || number > upload.count()) {
            throw new XrpcError(400, "InvalidPartNumber", "1 to " + upload.count());
        }
        long expected = number < upload.count() ? PART : upload.size - (long) PART * (upload.count() - 1);
        if (ask.body().length != expected) {
            throw new XrpcError(400, "PartSizeMismatch", "expected " + expected);
        }
        synchronized (upload) {
            upload.parts.put(number, ask.body());
        }
        return Answer.json(200, Map.of("partNumber", number));
    }

    private Answer finish(Ask ask) throws IOException {
        String did = token(ask, UPLOAD);
        String id = JSON.readTree(ask.body()).path("jobId").asString("");
        Job done = jobs.get(id);
        if (done == null) {
            Multipart upload = upload(id);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            synchronized (upload) {
                if (upload.parts.size() < upload.count() || !upload.did.equals(did)) {
                    throw new XrpcError(400, "MissingParts", "parts are missing");
                }
                for (byte[] part : upload.parts.values()) {
                    whole.write(part);
                }
            }
            Job accepted = accept(did, whole.toByteArray(), "video/mp4");
            done = new Job(id, did, accepted.blob(), accepted.fault(), accepted.ready());
            jobs.put(id, done);
        }
        return Answer.json(200, Map.of("completedJobId", id, "jobStatus", status(done)));
    }

    private Job accept(String did, byte[] content, String type) throws IOException {
        Repos.Blob blob = pds.keep(did, content, type);
        Job job = new Job(
                UUID.randomUUID().toString(),
                did,
                blob,
                fault(blob),
                world.clock().instant().plus(WORK));
        jobs.put(job.id(), job);
        return job;
    }

    private static String fault(Repos.Blob blob) {
        if (blob.file().size() > MOST_BYTES) {
            return "VideoTooLarge";
        }
        return blob.file()
                .header()
                .map(header -> header instanceof MediaHeader.Video video
                        ? video.duration().compareTo(MOST_LENGTH) > 0 ? "VideoTooLong" : ""
                        : "UnsupportedContentType")
                .orElse("UnsupportedContentType");
    }

    private Job job(String id) {
        Job job = jobs.get(id);
        if (job == null) {
            throw new XrpcError(400, "JobNotFound", "no such job");
        }
        return job;
    }

    private Map<String, Object> status(Job job) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("jobId", job.id());
        status.put("did", job.did());
        boolean ready = !world.clock().instant().isBefore(job.ready());
        if (!ready) {
            status.put("state", "JOB_STATE_ENCODING");
            status.put("progress", 40);
        } else if (job.fault().isEmpty()) {
            status.put("state", "JOB_STATE_COMPLETED");
            status.put("progress", 100);
            status.put("blob", Pds.json(job.blob()));
        } else {
            status.put("state", "JOB_STATE_FAILED");
            status.put("error", job.fault());
            status.put("failureCode", "validation_failure");
            status.put("message", job.fault());
        }
        return status;
    }
}
