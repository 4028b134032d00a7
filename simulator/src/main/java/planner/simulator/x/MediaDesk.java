package planner.simulator.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.Bytes;
import planner.simulator.media.GifFrames;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import tools.jackson.databind.JsonNode;

/** Uploads: in one go, by chunks, their processing, and their descriptions (sheet, sections 2.3 to 2.5 and 4.4). */
final class MediaDesk {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration WORK = Duration.ofSeconds(2);
    private static final int CHUNK_CEILING = 8 * 1024 * 1024;
    private static final long PHOTO_BYTES = 5_000_000;
    private static final long GIF_BYTES = 15_000_000;
    private static final int GIF_FRAMES = 350;
    private static final long GIF_PIXELS = 300_000_000;
    private static final long VIDEO_BYTES = 8L << 30;
    private static final long PAID_VIDEO_BYTES = 16L << 30;
    private static final Duration VIDEO_LENGTH = Duration.ofMinutes(20);
    private static final Duration PAID_VIDEO_LENGTH = Duration.ofMinutes(125);
    private static final int LONGEST_SIDE = 1920;
    private static final Set<String> TYPES = Set.of(
            "video/mp4",
            "video/webm",
            "video/mp2t",
            "video/quicktime",
            "text/srt",
            "text/vtt",
            "image/jpeg",
            "image/gif",
            "image/bmp",
            "image/png",
            "image/webp",
            "image/pjpeg",
            "image/tiff",
            "model/gltf-binary",
            "model/vnd.usdz+zip");
    private static final Set<String> STILLS = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private final World world;
    private final MediaShelf shelf;
    private final Map<String, Medium> media = new ConcurrentHashMap<>();
    private final Map<String, Chunked> open = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    MediaDesk(World world, MediaShelf shelf) {
        this.world = world;
        this.shelf = shelf;
        this.ids = new AtomicLong(
                1_880_000_000_000_000_000L + world.clock().instant().toEpochMilli() % 1_000_000_000_000L);
    }

    /** @param fault why processing failed, empty when it did not */
    static final class Medium {
        final String id;
        final String owner;
        final String category;
        final MediaShelf.Kept file;
        final Instant ready;
        final Instant expires;
        final String fault;
        volatile String alt = "";

        Medium(
                String id,
                String owner,
                String category,
                MediaShelf.Kept file,
                Instant ready,
                Instant expires,
                String fault) {
            this.id = id;
            this.owner = owner;
            this.category = category;
            this.file = file;
            this.ready = ready;
            this.expires = expires;
            this.fault = fault;
        }
    }

    private record Chunked(String owner, String type, String category, long total, Map<Integer, byte[]> segments) {}

    Optional<Medium> find(String id) {
        return Optional.ofNullable(media.get(id));
    }

    Answer single(Ask ask, People who) throws IOException {
        String category;
        byte[] content;
        String type;
        if (ask.type().equals("application/json")) {
            JsonNode body = Bodies.json(
                    world, ask, Set.of("media", "media_category", "media_type", "additional_owners", "shared"));
            category = body.path("media_category").asString("");
            content = Base64.getDecoder().decode(body.path("media").asString(""));
            type = body.path("media_type").asString("");
        } else {
            Multipart form = parts(ask, Set.of("media", "media_category", "media_type", "additional_owners", "shared"));
            Multipart.Part file = form.parts().get("media");
            if (file == null) {
                throw XProblem.invalid("media", "", "media is required");
            }
            category = text(form, "media_category");
            content = file.content();
            type = file.type();
        }
        if (!Set.of("tweet_image", "dm_image", "subtitles").contains(category)) {
            throw XProblem.invalid("media_category", category, "not a category of one-shot uploads");
        }
        Medium made = keep(who, category, content, type, nextId());
        if (!made.fault.isEmpty()) {
            media.remove(made.id);
            throw XProblem.invalid("media", "", made.fault);
        }
        return Answer.json(200, Map.of("data", json(made)));
    }

    Answer initialize(Ask ask, People who) {
        JsonNode body = Bodies.json(
                world, ask, Set.of("media_type", "total_bytes", "media_category", "additional_owners", "shared"));
        long total = body.path("total_bytes").asLong(0);
        String category = body.path("media_category").asString("");
        String type = body.path("media_type").asString("");
        if (!Set.of("tweet_video", "tweet_gif", "tweet_image", "amplify_video").contains(category)) {
            throw XProblem.invalid("media_category", category, "unknown category");
        }
        if (!TYPES.contains(type)) {
            throw XProblem.invalid("media_type", type, "not one of " + TYPES);
        }
        if (total < 1 || total > most(category, who)) {
            throw XProblem.invalid("total_bytes", "" + total, "out of range");
        }
        String id = nextId();
        open.put(id, new Chunked(who.id(), type, category, total, new TreeMap<>()));
        return Answer.json(
                200, Map.of("data", Map.of("id", id, "media_key", "13_" + id, "expires_after_secs", 1_295_999)));
    }

    private static long most(String category, People who) {
        return switch (category) {
            case "tweet_image" -> PHOTO_BYTES;
            case "tweet_gif" -> GIF_BYTES;
            default -> who.pays() ? PAID_VIDEO_BYTES : VIDEO_BYTES;
        };
    }

    private Chunked opened(String id, People who) {
        Chunked chunked = open.get(id);
        if (chunked == null || !chunked.owner().equals(who.id())) {
            throw XProblem.invalid("id", id, "no such upload");
        }
        return chunked;
    }

    Answer append(Ask ask, String id, People who) {
        Chunked chunked = opened(id, who);
        Multipart form = parts(ask, Set.of("media", "segment_index"));
        Multipart.Part chunk = form.parts().get("media");
        String index = text(form, "segment_index");
        if (chunk == null || !index.matches("\\d{1,3}")) {
            throw XProblem.invalid("segment_index", index, "0 to 999, with media");
        }
        if (chunk.content().length > CHUNK_CEILING) {
            throw XProblem.of(413, "Payload Too Large", "chunk too large", "");
        }
        synchronized (chunked) {
            chunked.segments().put(Integer.parseInt(index), chunk.content());
        }
        return Answer.json(
                200,
                Map.of(
                        "data",
                        Map.of("expires_at", world.clock().instant().plus(LIFE).getEpochSecond())));
    }

    Answer finish(String id, People who) throws IOException {
        Medium known = media.get(id);
        if (known == null) {
            Chunked chunked = opened(id, who);
            java.io.ByteArrayOutputStream whole = new java.io.ByteArrayOutputStream();
            synchronized (chunked) {
                for (byte[] segment : chunked.segments().values()) {
                    whole.write(segment);
                }
            }
            if (whole.size() != chunked.total()) {
                throw XProblem.invalid(
                        "total_bytes", "" + chunked.total(), "Segments do not add up to provided total file size.");
            }
            known = keep(who, chunked.category(), whole.toByteArray(), chunked.type(), id);
        }
        return Answer.json(200, Map.of("data", json(known)));
    }

    Answer status(Ask ask, People who) {
        String id = ask.query().getOrDefault("media_id", "");
        if (!ask.query().getOrDefault("command", "").equals("STATUS")) {
            throw XProblem.invalid("command", ask.query().getOrDefault("command", ""), "must be STATUS");
        }
        Medium medium = find(id).filter(it -> it.owner.equals(who.id()))
                .orElseThrow(() -> XProblem.invalid("media_id", id, "Could not find media"));
        return Answer.json(200, Map.of("data", json(medium)));
    }

    Answer describe(Ask ask, People who) {
        JsonNode body = Bodies.json(world, ask, Set.of("id", "metadata"));
        String id = body.path("id").asString("");
        String alt = body.path("metadata").path("alt_text").path("text").asString("");
        Medium medium = find(id).filter(it -> it.owner.equals(who.id()))
                .orElseThrow(() -> XProblem.invalid("id", id, "Could not find media"));
        if (alt.length() > 1000) {
            throw XProblem.invalid("metadata.alt_text.text", "", "at most 1000 characters");
        }
        medium.alt = alt;
        return Answer.json(
                200, Map.of("data", Map.of("id", id, "associated_metadata", Map.of("alt_text", Map.of("text", alt)))));
    }

    private Medium keep(People who, String category, byte[] content, String type, String id) throws IOException {
        Instant now = world.clock().instant();
        MediaShelf.Kept kept = shelf.keep(new ByteArrayInputStream(content), type, Long.MAX_VALUE - 1);
        boolean instant = category.equals("tweet_image") || category.equals("subtitles");
        Medium medium = new Medium(
                id,
                who.id(),
                category,
                kept,
                instant ? now : now.plus(WORK),
                now.plus(LIFE),
                fault(category, kept, who));
        media.put(id, medium);
        return medium;
    }

    private static String fault(String category, MediaShelf.Kept kept, People who) {
        if (category.equals("subtitles")) {
            return "";
        }
        MediaHeader header = kept.header().orElse(null);
        if (header == null) {
            return "media type unrecognized.";
        }
        return switch (category) {
            case "tweet_image" ->
                !STILLS.contains(header.type())
                        ? "media type unrecognized."
                        : kept.size() > PHOTO_BYTES ? "file size exceeds 5 MB" : "";
            case "tweet_gif" -> gif(header, kept);
            default -> video(header, who);
        };
    }

    private static String gif(MediaHeader header, MediaShelf.Kept kept) {
        if (!header.type().equals("image/gif")) {
            return "not a GIF";
        }
        if (kept.size() > GIF_BYTES || header.width() > 1280 || header.height() > 1080) {
            return "GIF too large";
        }
        long frames = GifFrames.count(Bytes.of(kept.file()));
        return frames > GIF_FRAMES || frames * header.width() * header.height() > GIF_PIXELS
                ? "GIF has too many frames: " + frames
                : "";
    }

    private static String video(MediaHeader header, People who) {
        if (!(header instanceof MediaHeader.Video video)) {
            return "InvalidMedia: not a video";
        }
        // the schema takes WebM, which cannot hold what the documentation asks of the pictures
        if (!video.codec().equals("h264") && !video.type().equals("video/webm")) {
            return "InvalidMedia: codec " + video.codec();
        }
        Duration most = who.pays() ? PAID_VIDEO_LENGTH : VIDEO_LENGTH;
        if (video.duration().toMillis() < 500 || video.duration().compareTo(most) > 0) {
            return "InvalidMedia: duration of " + video.duration();
        }
        int longer = Math.max(video.width(), video.height());
        int shorter = Math.min(video.width(), video.height());
        if (video.ratio() < 1 / 3.0 || video.ratio() > 3 || shorter < 32 || longer > LONGEST_SIDE) {
            return "InvalidMedia: ratio or size of the frame";
        }
        return video.fps() > 60.5 ? "InvalidMedia: frame rate" : "";
    }

    private Map<String, Object> json(Medium medium) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", medium.id);
        json.put("media_key", (medium.category.equals("tweet_image") ? "3_" : "13_") + medium.id);
        json.put("size", medium.file.size());
        json.put("expires_after_secs", 86_400);
        boolean still = medium.category.equals("tweet_image");
        if (!still) {
            json.put("processing_info", processing(medium));
        }
        return json;
    }

    private Map<String, Object> processing(Medium medium) {
        if (world.clock().instant().isBefore(medium.ready)) {
            return Map.of("state", "in_progress", "check_after_secs", 1, "progress_percent", 50);
        }
        return medium.fault.isEmpty()
                ? Map.of("state", "succeeded", "progress_percent", 100)
                : Map.of(
                        "state", "failed", "error", Map.of("code", 1, "name", "InvalidMedia", "message", medium.fault));
    }

    boolean usable(Medium medium) {
        Instant now = world.clock().instant();
        return medium.fault.isEmpty() && !now.isBefore(medium.ready) && now.isBefore(medium.expires);
    }

    private Multipart parts(Ask ask, Set<String> fields) {
        try {
            Multipart form = Multipart.read(ask);
            for (String name : form.parts().keySet()) {
                if (!fields.contains(name)) {
                    world.journal().violation("x", ask, "unknown field " + name);
                    throw XProblem.invalid(name, "", "[" + name + "] is not expected");
                }
            }
            return form;
        } catch (IllegalArgumentException e) {
            throw XProblem.invalid("content-type", ask.type(), "multipart/form-data is expected");
        }
    }

    private static String text(Multipart form, String name) {
        Multipart.Part part = form.parts().get(name);
        return part == null ? "" : part.text();
    }

    private String nextId() {
        return "" + ids.incrementAndGet();
    }
}
