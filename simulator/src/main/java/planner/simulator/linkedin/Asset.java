package planner.simulator.linkedin;

import java.time.Instant;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;

/** A file on its way into a post. */
final class Asset {
    static final String IMAGE = "image";
    static final String DOCUMENT = "document";
    static final String VIDEO = "video";

    final String urn;
    final String kind;
    final String owner;
    final Instant until;
    final long size;
    final boolean captioned;
    final boolean covered;
    /** Parts of a video by their number. */
    final TreeMap<Integer, Part> parts = new TreeMap<>();

    private @Nullable Kept file;
    private Instant ready = Instant.MAX;
    private String failure = "";
    private String captions = "";

    record Part(String tag, Kept kept) {}

    /**
     * @param until when its upload addresses end
     * @param size announced, of a video
     */
    Asset(String urn, String kind, String owner, Instant until, long size, boolean captioned, boolean covered) {
        this.urn = urn;
        this.kind = kind;
        this.owner = owner;
        this.until = until;
        this.size = size;
        this.captioned = captioned;
        this.covered = covered;
    }

    String id() {
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    /** @param why it failed, empty when it did not */
    synchronized void arrived(Kept whole, Instant readyAt, String why) {
        file = whole;
        ready = readyAt;
        failure = why;
    }

    synchronized String status(Instant now) {
        if (file == null) {
            return "WAITING_UPLOAD";
        }
        if (now.isBefore(ready)) {
            return "PROCESSING";
        }
        return failure.isEmpty() ? "AVAILABLE" : "PROCESSING_FAILED";
    }

    synchronized @Nullable Kept file() {
        return file;
    }

    synchronized String failure() {
        return failure;
    }

    synchronized void captions(String text) {
        captions = text;
    }

    synchronized String captions() {
        return captions;
    }
}
