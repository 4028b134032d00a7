package planner.simulator.pinterest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.Stamp;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;

/** Videos from their registration to the end of their processing, and the store that takes their bytes by a signed form. */
final class MediaDesk {
    static final Duration PROCESSING = Duration.ofSeconds(8);

    private static final Duration LIFE = Duration.ofHours(1);
    private static final long FIRST = 5_212_123_920_968_240_771L;
    /** What stands around the file in the form. */
    private static final long FRAME = 1_000_000;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] KEY = "sandbox".getBytes(StandardCharsets.UTF_8);

    private final Clock clock;
    private final MediaShelf shelf;
    private final Hosts hosts;
    private final AtomicLong made = new AtomicLong();
    private final Map<String, Upload> byId = new ConcurrentHashMap<>();
    private final Map<String, Upload> byKey = new ConcurrentHashMap<>();
    private volatile long largest = 2_000_000_000L;

    MediaDesk(Clock clock, MediaShelf shelf, Hosts hosts) {
        this.clock = clock;
        this.shelf = shelf;
        this.hosts = hosts;
    }

    void largest(long bytes) {
        largest = bytes;
    }

    private static final class Upload {
        private final String id;
        private final Member member;
        private final Map<String, String> fields;
        private final Instant until;
        private @Nullable Kept kept;
        private @Nullable Instant arrived;

        private Upload(String id, Member member, Map<String, String> fields, Instant until) {
            this.id = id;
            this.member = member;
            this.fields = fields;
            this.until = until;
        }

        private synchronized void take(Kept file, Instant now) {
            kept = file;
            arrived = now;
        }

        private synchronized String status(Instant now) {
            if (kept == null || arrived == null) {
                return "registered";
            }
            if (now.isBefore(arrived.plus(PROCESSING))) {
                return "processing";
            }
            return MediaChecks.good(kept) ? "succeeded" : "failed";
        }

        private synchronized Optional<Kept> file() {
            return Optional.ofNullable(kept);
        }
    }

    Map<String, Object> register(Member member, Body body) {
        if (!body.knows("media_type").needs("media_type").equals("video")) {
            throw ApiError.wrong("media_type must be video");
        }
        String id = "" + (FIRST + made.getAndIncrement());
        Instant now = clock.instant();
        Instant until = now.plus(LIFE);
        var upload = new Upload(id, member, fields(id, member, now, until), until);
        byId.put(id, upload);
        byKey.put(upload.fields.getOrDefault("key", ""), upload);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("media_id", id);
        answer.put("media_type", "video");
        answer.put("upload_url", hosts.uploads());
        answer.put("upload_parameters", upload.fields);
        return answer;
    }

    private static Map<String, String> fields(String id, Member member, Instant now, Instant until) {
        String key = "uploads/11/aa/22/3:video:" + member.id() + ":" + id;
        String policy = Base64.getEncoder()
                .encodeToString(("{\"expiration\":\"" + until + "\",\"conditions\":[{\"key\":\"" + key + "\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("x-amz-date", STAMP.format(now));
        fields.put("x-amz-signature", signed(policy));
        fields.put("x-amz-security-token", "IQoJb3JpZ2luX2VjE" + signed("token" + id));
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put("key", key);
        fields.put("policy", policy);
        fields.put(
                "x-amz-credential", "ASIASANDBOX/" + STAMP.format(now).substring(0, 8) + "/us-east-1/s3/aws4_request");
        fields.put("Content-Type", "multipart/form-data");
        return fields;
    }

    private static String signed(String text) {
        return HexFormat.of().formatHex(Stamp.sign(KEY, text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    Map<String, Object> status(Member member, String id) {
        Upload upload = find(member, id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("media_id", id);
        answer.put("media_type", "video");
        answer.put("status", upload.status(clock.instant()));
        return answer;
    }

    private Upload find(Member member, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(it -> it.member.equals(member))
                .orElseThrow(() -> ApiError.of(404, 404, "Media not found."));
    }

    /** The file of a video that may be pinned. */
    Kept ready(Member member, String id) {
        Upload upload = find(member, id);
        return switch (upload.status(clock.instant())) {
            case "succeeded" -> upload.file().orElseThrow();
            case "failed" -> throw ApiError.invalid("the media " + upload.id + " has failed");
            default -> throw ApiError.of(400, 1, "The media is not ready: it is still processing.");
        };
    }

    /** @param wrong hears of what no correct client would send */
    Answer store(Ask ask, Consumer<String> wrong) {
        if (!ask.method().equals("POST")) {
            return refused(405, "MethodNotAllowed", "The specified method is not allowed", wrong);
        }
        if (ask.header("authorization").isPresent()) {
            return refused(400, "InvalidArgument", "Only one auth mechanism allowed", wrong);
        }
        if (Long.parseLong(ask.header("content-length").orElse("0")) > largest + FRAME) {
            return tooLarge();
        }
        Multipart form;
        try {
            form = Multipart.read(ask);
        } catch (IllegalArgumentException e) {
            return refused(412, "PreconditionFailed", "Bucket POST must be of enclosure-type multipart", wrong);
        }
        return taken(form, wrong);
    }

    private Answer taken(Multipart form, Consumer<String> wrong) {
        List<String> names = new ArrayList<>(form.parts().keySet());
        if (names.isEmpty() || !names.removeLast().equals("file")) {
            return refused(400, "InvalidArgument", "POST requires exactly one file upload, as the last field", wrong);
        }
        Upload upload = Optional.ofNullable(form.parts().get("key"))
                .map(it -> byKey.get(it.text()))
                .orElse(null);
        if (upload == null) {
            return refused(403, "AccessDenied", "Access Denied: key", wrong);
        }
        for (Map.Entry<String, String> field : upload.fields.entrySet()) {
            Multipart.Part part = form.parts().get(field.getKey());
            if (part == null || !part.text().equals(field.getValue())) {
                return refused(403, "AccessDenied", "Invalid according to Policy: " + field.getKey(), wrong);
            }
            names.remove(field.getKey());
        }
        if (!names.isEmpty()) {
            return refused(403, "AccessDenied", "Invalid according to Policy: Extra input fields: " + names, wrong);
        }
        if (!clock.instant().isBefore(upload.until)) {
            return xml(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
        }
        Multipart.Part file = Objects.requireNonNull(form.parts().get("file"));
        if (file.content().length > largest) {
            return tooLarge();
        }
        try {
            upload.take(shelf.keep(new ByteArrayInputStream(file.content()), file.type(), largest), clock.instant());
        } catch (IOException e) {
            return xml(500, "InternalError", "We encountered an internal error. Please try again.");
        }
        return Answer.empty(204);
    }

    private static Answer tooLarge() {
        return xml(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size");
    }

    private static Answer refused(int status, String code, String message, Consumer<String> wrong) {
        wrong.accept(code + ": " + message);
        return xml(status, code, message);
    }

    static Answer xml(int status, String code, String message) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code><Message>" + message
                + "</Message><RequestId>SANDBOX</RequestId></Error>";
        return Answer.of(status, "application/xml", body.getBytes(StandardCharsets.UTF_8));
    }
}
