package planner.simulator.facebook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.meta.GraphError;

/** A video from its first byte to its reel. It is one reel, however often it is finished. */
final class Video {
    static final Duration ASSEMBLY = Duration.ofSeconds(1);
    static final Duration PROCESSING = Duration.ofSeconds(5);
    private static final Duration LIFE = Duration.ofHours(24);

    final String id;
    final String postId;
    final String session;
    final Page page;
    final Kind kind;
    final long size;
    final Talk talk = new Talk();
    private final Instant created;
    private @Nullable Kept file;
    private @Nullable Instant uploaded;
    private @Nullable String failure;
    private @Nullable Finish finish;
    private @Nullable Kept thumbnail;

    enum Kind {
        VIDEO,
        REEL,
        STORY
    }

    /** @param scheduled when it appears; {@code null} = as soon as it is ready, or never for a draft */
    record Finish(
            Post.State state,
            String title,
            String description,
            String place,
            @Nullable Instant scheduled,
            Instant at) {}

    /** @param size as it was announced; 0 = not announced */
    Video(String id, String postId, String session, Page page, Kind kind, long size, Instant created) {
        this.id = id;
        this.postId = postId;
        this.session = session;
        this.page = page;
        this.kind = kind;
        this.size = size;
        this.created = created;
    }

    synchronized Optional<Kept> upload() {
        return Optional.ofNullable(file);
    }

    synchronized void begin(Kept kept) {
        file = kept;
    }

    /** @param wrong what processing will find; {@code null} when it is good */
    synchronized void complete(Kept kept, Instant now, @Nullable String wrong) {
        file = kept;
        uploaded = now;
        failure = wrong;
    }

    synchronized boolean awaitsBytes() {
        return uploaded == null;
    }

    synchronized boolean assembled(Instant now) {
        var end = uploaded;
        return end != null && !now.isBefore(end.plus(ASSEMBLY));
    }

    /** True when this was the first time. */
    synchronized boolean finish(Finish wanted) {
        boolean first = finish == null;
        if (first) {
            finish = wanted;
        }
        return first;
    }

    synchronized Optional<Finish> finished() {
        return Optional.ofNullable(finish);
    }

    synchronized void thumbnail(Kept kept) {
        thumbnail = kept;
    }

    synchronized Optional<Kept> thumbnail() {
        return Optional.ofNullable(thumbnail);
    }

    private synchronized boolean expired(Instant now) {
        return finish == null && !now.isBefore(created.plus(LIFE));
    }

    private synchronized boolean processed(Instant now) {
        var end = uploaded;
        var done = finish;
        if (end == null || done == null) {
            return false;
        }
        var start = end.plus(ASSEMBLY).isAfter(done.at()) ? end.plus(ASSEMBLY) : done.at();
        return !now.isBefore(start.plus(PROCESSING));
    }

    synchronized boolean shown(Instant now) {
        var done = finish;
        if (done == null || failure != null || !processed(now) || kind == Kind.STORY) {
            return false;
        }
        var due = done.scheduled();
        return switch (done.state()) {
            case PUBLISHED -> true;
            case DRAFT -> false;
            case SCHEDULED -> due != null && !now.isBefore(due);
        };
    }

    synchronized Instant at() {
        var done = finish;
        if (done == null) {
            return created;
        }
        var due = done.scheduled();
        return due == null ? done.at() : due;
    }

    synchronized Map<String, Object> status(Instant now) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("video_status", word(now));
        boolean whole = assembled(now);
        Map<String, Object> uploading = new LinkedHashMap<>();
        uploading.put("status", whole ? "complete" : file == null ? "not_started" : "in_progress");
        uploading.put("bytes_transferred", file == null ? 0L : file.size());
        status.put("uploading_phase", uploading);
        Map<String, Object> processing = new LinkedHashMap<>();
        boolean broken = failure != null && processed(now);
        processing.put(
                "status",
                broken ? "error" : processed(now) ? "complete" : finish == null ? "not_started" : "in_progress");
        if (broken) {
            processing.put("errors", List.of(Map.of("code", 1363128, "message", String.valueOf(failure))));
        }
        status.put("processing_phase", processing);
        status.put("publishing_phase", publishing(now));
        return status;
    }

    private Map<String, Object> publishing(Instant now) {
        Map<String, Object> publishing = new LinkedHashMap<>();
        var done = finish;
        if (done == null) {
            publishing.put("status", "not_started");
            return publishing;
        }
        boolean broken = failure != null && processed(now);
        publishing.put("status", broken ? "error" : shown(now) ? "complete" : "in_progress");
        publishing.put("publish_status", done.state().name().toLowerCase(java.util.Locale.ROOT));
        publishing.put("publish_time", at().getEpochSecond());
        return publishing;
    }

    private String word(Instant now) {
        if (expired(now)) {
            return "expired";
        }
        if (!assembled(now)) {
            return "uploading";
        }
        if (finish == null) {
            return "upload_complete";
        }
        return !processed(now) ? "processing" : failure == null ? "ready" : "error";
    }

    void mustBeWhole() {
        if (awaitsBytes()) {
            throw GraphError.of(6000, 1363030, "The video was not uploaded completely");
        }
    }

    String path() {
        return "/reel/" + id + "/";
    }
}
