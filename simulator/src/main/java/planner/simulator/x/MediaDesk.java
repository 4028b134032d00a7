package planner.simulator.x;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;
import tools.jackson.databind.JsonNode;

/** Uploads: in one go, by chunks, their processing, and their descriptions (sheet, sections 2.3 to 2.5 and 4.4). */
final class MediaDesk {
    private static final Duration LIFE = Duration.ofDays(1);
    private static final Duration WORK = Duration.ofSeconds(2);
    private static final int CHUNK_CEILING = 8 * 1024 * 1024;
    private static final List<String> WARNINGS = List.of("adult_content", "graphic_violence", "other");

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
        /** Why it is covered until somebody wants to see it; empty when it is not. */
        volatile String warning = "";
        /** The language of its subtitles; empty when it has none. */
        volatile String subtitles = "";

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
        if (!MediaRules.TYPES.contains(type)) {
            throw XProblem.invalid("media_type", type, "not one of " + MediaRules.TYPES);
        }
        if (total < 1 || total > MediaRules.most(category, who)) {
            throw XProblem.invalid("total_bytes", "" + total, "out of range");
        }
        String id = nextId();
        open.put(id, new Chunked(who.id(), type, category, total, new TreeMap<>()));
        return Answer.json(
                200, Map.of("data", Map.of("id", id, "media_key", "13_" + id, "expires_after_secs", 1_295_999)));
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
        JsonNode metadata = body.path("metadata");
        Bodies.only(world, ask, metadata, "$.metadata", Set.of("alt_text", "sensitive_media_warning"));
        JsonNode warning = metadata.path("sensitive_media_warning");
        Bodies.only(world, ask, warning, "$.metadata.sensitive_media_warning", Set.copyOf(WARNINGS));
        Medium medium = own(body.path("id").asString(""), who);
        String alt = metadata.path("alt_text").path("text").asString("");
        if (alt.length() > 1000) {
            throw XProblem.invalid("metadata.alt_text.text", "", "at most 1000 characters");
        }
        medium.alt = alt;
        medium.warning = WARNINGS.stream()
                .filter(it -> warning.path(it).asBoolean(false))
                .map(it -> it.replace('_', ' '))
                .collect(Collectors.joining(", "));
        return Answer.json(
                200,
                Map.of(
                        "data",
                        Map.of("id", medium.id, "associated_metadata", Map.of("alt_text", Map.of("text", alt)))));
    }

    private Medium own(String id, People who) {
        return find(id).filter(it -> it.owner.equals(who.id()))
                .orElseThrow(() -> XProblem.invalid("id", id, "Could not find media"));
    }

    /** Subtitles, uploaded before, are tied to a video. */
    Answer caption(Ask ask, People who) {
        JsonNode body = Bodies.json(world, ask, Set.of("id", "media_category", "subtitles"));
        JsonNode track = body.path("subtitles");
        Bodies.only(world, ask, track, "$.subtitles", Set.of("id", "language_code", "display_name"));
        Medium video = own(body.path("id").asString(""), who);
        Medium text = own(track.path("id").asString(""), who);
        String language = track.path("language_code").asString("");
        if (!body.path("media_category").asString("").equals("TweetVideo") || !video.category.equals("tweet_video")) {
            throw XProblem.invalid("media_category", video.category, "subtitles belong to a video");
        }
        if (!text.category.equals("subtitles") || !language.matches("[A-Z]{2}")) {
            throw XProblem.invalid(
                    "subtitles", language, "a track of the category subtitles, and a language of [A-Z]{2}");
        }
        video.subtitles = language;
        return Answer.json(
                200,
                Map.of(
                        "data",
                        Map.of(
                                "id",
                                video.id,
                                "media_category",
                                "TweetVideo",
                                "associated_subtitles",
                                List.of(Map.of("id", text.id, "language_code", language)))));
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
                MediaRules.fault(category, kept, who));
        media.put(id, medium);
        return medium;
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
