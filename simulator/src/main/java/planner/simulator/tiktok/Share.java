package planner.simulator.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;

/** Something on its way to TikTok, from its publish id to the post that others see. Its state follows from the clock. */
final class Share {
    final String publishId;
    final String postId;
    final Creator creator;
    final Info info;
    final Source source;
    final Instant created;
    private final Duration moderation;
    private List<Kept> files = List.of();
    private @Nullable Instant begun;
    private @Nullable Instant done;
    private @Nullable String failure;
    private @Nullable Instant posted;
    private long bytes;
    private boolean deleted;

    Share(
            String publishId,
            String postId,
            Creator creator,
            Info info,
            Source source,
            Instant created,
            Duration moderation) {
        this.publishId = publishId;
        this.postId = postId;
        this.creator = creator;
        this.info = info;
        this.source = source;
        this.created = created;
        this.moderation = moderation;
    }

    enum Source {
        FILE,
        URL,
        PHOTOS
    }

    enum Status {
        PROCESSING_UPLOAD,
        PROCESSING_DOWNLOAD,
        SEND_TO_USER_INBOX,
        PUBLISH_COMPLETE,
        FAILED
    }

    /**
     * @param direct posted at once; otherwise a draft in the inbox
     * @param privacy empty for drafts
     */
    record Info(
            boolean direct,
            String title,
            String description,
            String privacy,
            boolean commentOff,
            boolean duetOff,
            boolean stitchOff,
            boolean branded,
            boolean ownBrand,
            boolean generated,
            boolean music,
            int cover) {}

    /** All bytes are here: from now on this becomes a post. */
    synchronized void begin(List<Kept> kept, long total, Instant now, Instant end, @Nullable String reason) {
        files = List.copyOf(kept);
        bytes = total;
        begun = now;
        done = end;
        failure = reason;
    }

    synchronized void progress(long total) {
        bytes = total;
    }

    synchronized Status status(Instant now) {
        if (done == null || now.isBefore(done)) {
            return source == Source.FILE ? Status.PROCESSING_UPLOAD : Status.PROCESSING_DOWNLOAD;
        }
        if (failure != null) {
            return Status.FAILED;
        }
        return info.direct() || posted != null ? Status.PUBLISH_COMPLETE : Status.SEND_TO_USER_INBOX;
    }

    synchronized String failure(Instant now) {
        return status(now) == Status.FAILED && failure != null ? failure : "";
    }

    /** The creator finishes a draft in the app. */
    synchronized void finish(Instant now) {
        posted = posted == null ? now : posted;
    }

    synchronized boolean cancel(Instant now) {
        boolean possible = source != Source.FILE && status(now) == Status.PROCESSING_DOWNLOAD;
        if (possible) {
            done = now;
            failure = "publish_cancelled";
        }
        return possible;
    }

    synchronized void delete() {
        deleted = true;
    }

    boolean direct() {
        return info.direct();
    }

    synchronized boolean begunAfter(Instant time) {
        return begun != null && begun.isAfter(time);
    }

    boolean pending(Instant now) {
        Status status = status(now);
        return status != Status.PUBLISH_COMPLETE && status != Status.FAILED;
    }

    boolean delivered(Instant now) {
        return status(now) == Status.SEND_TO_USER_INBOX;
    }

    /** On the creator's own profile. */
    synchronized boolean shown(Instant now) {
        return !deleted && status(now) == Status.PUBLISH_COMPLETE;
    }

    /** Seen by everybody: public, and past moderation. */
    synchronized boolean listed(Instant now) {
        boolean open = info.direct() ? info.privacy().equals("PUBLIC_TO_EVERYONE") : !creator.hidden;
        return shown(now) && open && !now.isBefore(at().plus(moderation));
    }

    synchronized Instant at() {
        return posted != null ? posted : done != null ? done : created;
    }

    Duration moderation() {
        return moderation;
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized List<Kept> files() {
        return files;
    }

    boolean photos() {
        return source == Source.PHOTOS;
    }

    /** The path of its page under www.tiktok.com. */
    String path() {
        return "/@" + creator.username + (photos() ? "/photo/" : "/video/") + postId;
    }

    String type() {
        return info.direct() ? "DIRECT_POST" : "INBOX_SHARE";
    }
}
