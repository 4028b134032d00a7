package planner.simulator.linkedin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient.Redirect;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.Bytes;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import tools.jackson.databind.JsonNode;

/** Images, documents and videos: registered, sent to addresses that end, processed for a while. */
final class Assets implements AutoCloseable {
    static final int PART = 4_194_304;

    private static final Pattern LOCALE =
            Pattern.compile("\"locale\":\\{\"country\":\"[A-Z]{2}\",\"language\":\"[a-z]{2}\"}");
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Map<String, Duration> WORK = Map.of(
            Asset.IMAGE, Duration.ofSeconds(2),
            Asset.DOCUMENT, Duration.ofSeconds(5),
            Asset.VIDEO, Duration.ofSeconds(10));
    /** Of an app that can do more than share in a member's name. */
    private static final String[] READERS = {
        "w_organization_social", "r_organization_social", "rw_organization_admin", "r_member_social"
    };

    private final World world;
    private final String here;
    private final MediaShelf shelf = new MediaShelf("LinkedInBot/1.0", Redirect.NEVER);
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    /** @param here the address of the web host */
    Assets(World world, String here) {
        this.world = world;
        this.here = here;
        ids = new AtomicLong(world.clock().instant().toEpochMilli() * 100);
    }

    Optional<Asset> find(String urn) {
        return Optional.ofNullable(assets.get(urn));
    }

    Optional<Asset> byId(String id) {
        return Stream.of(Asset.IMAGE, Asset.DOCUMENT, Asset.VIDEO)
                .flatMap(kind -> find(urn(kind, id)).stream())
                .findFirst();
    }

    private static String urn(String kind, String id) {
        return "urn:li:" + kind + ":" + id;
    }

    Answer initialize(Ask ask, Caller caller, String kind) {
        Body request = Body.of(ask).knows("initializeUploadRequest").object("initializeUploadRequest");
        boolean video = kind.equals(Asset.VIDEO);
        if (video) {
            request.knows("owner", "fileSizeBytes", "uploadCaptions", "uploadThumbnail");
        } else {
            request.knows("owner");
        }
        String owner = request.filled("owner");
        caller.writesAs(owner, kind + "s.ACTION-initializeUpload.NO_VERSION");
        long size = video ? request.number("fileSizeBytes") : 0;
        if (video && (size < MediaChecks.LEAST_VIDEO || size > MediaChecks.MOST_VIDEO)) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "/fileSizeBytes :: " + size + " is out of range");
        }
        String id = "D4E" + Long.toString(ids.incrementAndGet(), 36).toUpperCase(Locale.ROOT);
        Asset asset = new Asset(
                urn(kind, id),
                kind,
                owner,
                world.clock().instant().plus(LIFE),
                size,
                video && request.flag("uploadCaptions"),
                video && request.flag("uploadThumbnail"));
        assets.put(asset.urn, asset);
        return Answer.json(200, Map.of("value", video ? film(asset) : single(asset)));
    }

    private Map<String, Object> single(Asset asset) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("uploadUrlExpiresAt", asset.until.toEpochMilli());
        value.put("uploadUrl", address(asset, "uploaded-" + asset.kind, 0));
        value.put(asset.kind, asset.urn);
        return value;
    }

    private Map<String, Object> film(Asset asset) {
        List<Map<String, Object>> pieces = new ArrayList<>();
        for (long first = 0; first < asset.size; first += PART) {
            Map<String, Object> piece = new LinkedHashMap<>();
            piece.put("uploadUrl", address(asset, "uploaded-video", pieces.size()));
            piece.put("firstByte", first);
            piece.put("lastByte", Math.min(first + PART, asset.size) - 1);
            pieces.add(piece);
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("uploadUrlsExpireAt", asset.until.toEpochMilli());
        value.put("video", asset.urn);
        value.put("uploadInstructions", pieces);
        value.put("uploadToken", "");
        if (asset.captioned) {
            value.put("captionsUploadUrl", address(asset, "uploaded-captions", 0));
        }
        if (asset.covered) {
            value.put("thumbnailUploadUrl", address(asset, "uploaded-thumbnail", 0));
        }
        return value;
    }

    private String address(Asset asset, String what, int number) {
        return here + "/dms-uploads/sp/v2/" + asset.id() + "/" + what + "/" + number + "?ca=vector&sync=0&ut="
                + ticket(asset.id(), what, number);
    }

    private static String ticket(String id, String what, int number) {
        return Integer.toHexString((id + what).hashCode() * 31 + number);
    }

    /** @param path asset, kind of upload, number */
    Answer put(Ask ask, List<String> path) {
        if (!ask.method().equals("PUT") || path.size() != 3 || !path.get(2).matches("\\d{1,4}")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "An upload address only takes PUT");
        }
        String what = path.get(1);
        int number = Integer.parseInt(path.get(2));
        Asset asset = byId(path.getFirst()).orElseThrow(() -> ApiError.of(404, "NOT_FOUND", "no such upload"));
        if (!ticket(asset.id(), what, number).equals(ask.query().get("ut"))
                || !world.clock().instant().isBefore(asset.until)) {
            throw ApiError.of(401, "EXPIRED_UPLOAD_URL", "The upload URL has expired");
        }
        return switch (what) {
            case "uploaded-video" -> part(ask, asset, number);
            case "uploaded-captions" -> captions(ask, asset);
            case "uploaded-thumbnail" -> thumbnail(ask, asset);
            default -> whole(ask, asset);
        };
    }

    private Answer whole(Ask ask, Asset asset) {
        Kept kept = keep(ask.body(), ask.type());
        Instant ready = world.clock().instant().plus(WORK.getOrDefault(asset.kind, Duration.ZERO));
        asset.arrived(kept, ready, MediaChecks.of(asset, kept));
        return Answer.empty(201);
    }

    private Answer part(Ask ask, Asset asset, int number) {
        if (!ask.type().equals("application/octet-stream")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "a part is sent as application/octet-stream");
        }
        byte[] content = ask.body();
        long first = (long) number * PART;
        if (content.length != Math.min(PART, asset.size - first)) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "part " + number + " has " + content.length + " bytes");
        }
        String tag = "/ambry-video/signedId/" + digest(content).substring(0, 32) + number;
        synchronized (asset) {
            asset.parts.put(number, new Asset.Part(tag, keep(content, "application/octet-stream")));
        }
        return Answer.empty(200).with("ETag", "\"" + tag + "\"");
    }

    private Answer captions(Ask ask, Asset asset) {
        Map<String, Multipart.Part> parts = multipart(ask).parts();
        Multipart.Part metadata = parts.get("metadata");
        Multipart.Part file = parts.get("file");
        if (parts.size() != 2
                || metadata == null
                || file == null
                || !metadata.text().contains("\"format\":\"SRT\"")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "captions are sent with metadata and file");
        }
        if (!LOCALE.matcher(metadata.text()).find()) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "captions say their language and country");
        }
        if (!file.text().strip().matches("(?s)\\d+\\s+\\d{2}:\\d{2}:\\d{2},\\d{3} --> .*")) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "not a SubRip file");
        }
        asset.captions(file.text());
        return Answer.empty(201);
    }

    private static Multipart multipart(Ask ask) {
        try {
            return Multipart.read(ask);
        } catch (IllegalArgumentException e) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "multipart/form-data is expected");
        }
    }

    private Answer thumbnail(Ask ask, Asset asset) {
        if (!ask.header("media-type-family").orElse("").equals("STILLIMAGE")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "media-type-family must be STILLIMAGE");
        }
        Kept kept = keep(ask.body(), ask.type());
        MediaHeader header = kept.header().orElse(null);
        if (header == null
                || !MediaChecks.image(kept).isEmpty()
                || header.type().equals("image/gif")) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "not a still image");
        }
        synchronized (asset) {
            asset.parts.put(-1, new Asset.Part("thumbnail", kept));
        }
        return Answer.empty(201);
    }

    Answer finish(Ask ask, Caller caller) {
        Body request = Body.of(ask)
                .knows("finalizeUploadRequest")
                .object("finalizeUploadRequest")
                .knows("video", "uploadToken", "uploadedPartIds");
        Asset asset =
                find(request.filled("video")).orElseThrow(() -> ApiError.of(400, "INVALID_VIDEO_ID", "no such video"));
        caller.writesAs(asset.owner, "videos.ACTION-finalizeUpload.NO_VERSION");
        request.text("uploadToken");
        List<String> tags = request.list("uploadedPartIds")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        synchronized (asset) {
            List<Asset.Part> parts = List.copyOf(asset.parts.tailMap(0).values());
            long wanted = Math.ceilDiv(asset.size, PART);
            if (asset.file() != null || parts.size() != wanted) {
                throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "The video is finalized already, or parts are missing");
            }
            if (!tags.equals(parts.stream().map(Asset.Part::tag).toList())) {
                throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "uploadedPartIds do not fit the parts");
            }
            Kept whole = joined(parts);
            asset.arrived(
                    whole,
                    world.clock().instant().plus(WORK.getOrDefault(Asset.VIDEO, Duration.ZERO)),
                    MediaChecks.of(asset, whole));
        }
        return Answer.empty(200);
    }

    private Kept joined(List<Asset.Part> parts) {
        Kept whole = shelf.begin("video/mp4");
        for (Asset.Part part : parts) {
            shelf.append(whole, Bytes.of(part.kept().file()).slice(0, PART));
        }
        return whole;
    }

    Answer read(Caller caller, String kind, String urn) {
        if (!kind.equals(Asset.VIDEO)) {
            caller.need(kind + "s.GET.NO_VERSION", READERS);
        }
        Asset asset = find(urn)
                .filter(it -> it.kind.equals(kind))
                .orElseThrow(() -> ApiError.of(404, "NOT_FOUND", "Not found: " + urn));
        Instant now = world.clock().instant();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", asset.urn);
        answer.put("owner", asset.owner);
        answer.put("status", asset.status(now));
        if (asset.status(now).equals("PROCESSING_FAILED") && kind.equals(Asset.VIDEO)) {
            answer.put("processingFailureReason", asset.failure());
        }
        if (asset.status(now).equals("AVAILABLE")) {
            answer.put("downloadUrl", here + "/dms/" + asset.id());
        }
        return Answer.json(200, answer);
    }

    /** The bytes behind a picture, a film or its cover, for the pages. */
    Answer file(String id, boolean cover) {
        return byId(id).flatMap(asset -> Optional.ofNullable(cover ? cover(asset) : asset.file()))
                .map(kept -> Answer.file(kept.file(), type(kept)))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private static @Nullable Kept cover(Asset asset) {
        synchronized (asset) {
            Asset.Part part = asset.parts.get(-1);
            return part == null ? null : part.kept();
        }
    }

    boolean covered(Asset asset) {
        return cover(asset) != null;
    }

    private static String type(Kept kept) {
        return kept.header().map(MediaHeader::type).orElse(kept.type());
    }

    private Kept keep(byte[] content, String type) {
        try {
            return shelf.keep(new ByteArrayInputStream(content), type, Long.MAX_VALUE - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        shelf.close();
    }
}
