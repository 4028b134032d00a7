package planner.simulator.youtube;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf.Kept;

/** A video from its last byte on. Its state follows from the clock. */
final class Video {
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_UNVERIFIED = Duration.ofMinutes(15);
    private static final Duration LONGEST_SHORT = Duration.ofMinutes(3);

    final String id;
    final Channel channel;
    final Meta meta;
    final Kept file;
    final String fileName;
    final Instant created;
    private final Instant done;
    private final boolean locked;
    private final @Nullable Verdict verdict;
    private final MediaHeader.@Nullable Video facts;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Said> comments = new ArrayList<>();
    private @Nullable Kept thumbnail;

    /** @param status failed or rejected */
    record Verdict(String status, String reason) {}

    record Track(String id, String language, String name, Kept file) {}

    record Said(String id, Channel author, String text, Instant at) {}

    /** @param locked made by a project that nobody has audited: private, whatever was asked */
    Video(
            String id,
            Channel channel,
            Meta meta,
            Kept file,
            String fileName,
            Instant created,
            Duration processing,
            boolean locked) {
        this.id = id;
        this.channel = channel;
        this.meta = meta;
        this.file = file;
        this.fileName = fileName;
        this.created = created;
        this.done = created.plus(processing);
        this.locked = locked;
        MediaHeader header = file.header().orElse(null);
        facts = header instanceof MediaHeader.Video film ? film : null;
        verdict = verdict(header);
    }

    private @Nullable Verdict verdict(@Nullable MediaHeader header) {
        if (file.size() == 0) {
            return new Verdict("failed", "emptyFile");
        }
        if (facts == null) {
            // the containers whose headers nobody here can read are believed
            boolean believed = header == null
                    && !List.of("video/mp4", "video/quicktime", "video/webm").contains(file.type());
            return believed ? null : new Verdict("failed", "invalidFile");
        }
        Duration most = channel.verified ? LONGEST : LONGEST_UNVERIFIED;
        return facts.duration().compareTo(most) > 0 ? new Verdict("rejected", "length") : null;
    }

    boolean processed(Instant now) {
        return !now.isBefore(done);
    }

    String uploadStatus(Instant now) {
        if (!processed(now)) {
            return "uploaded";
        }
        return verdict == null ? "processed" : verdict.status();
    }

    Optional<Verdict> verdict(Instant now) {
        return processed(now) ? Optional.ofNullable(verdict) : Optional.empty();
    }

    /** Whether it can be watched, by its owner at least. */
    boolean shown(Instant now) {
        return verdict(now).isEmpty();
    }

    String privacy(Instant now) {
        if (locked) {
            return "private";
        }
        Instant release = meta.publishAt();
        return release != null && !now.isBefore(release) ? "public" : meta.privacy();
    }

    /** Square or upright, and at most three minutes. */
    boolean brief() {
        return facts != null
                && facts.width() <= facts.height()
                && facts.duration().compareTo(LONGEST_SHORT) <= 0;
    }

    Duration length() {
        return facts == null ? Duration.ZERO : facts.duration();
    }

    long views(Instant now) {
        return privacy(now).equals("private")
                ? 0
                : Math.max(0, Duration.between(done, now).toMinutes()) * (7 + Math.floorMod(id.hashCode(), 23));
    }

    boolean commentsOff(Instant now) {
        return meta.forKids() || privacy(now).equals("private");
    }

    synchronized void thumbnail(Kept picture) {
        thumbnail = picture;
    }

    synchronized Optional<Kept> thumbnail() {
        return Optional.ofNullable(thumbnail);
    }

    synchronized void add(Track track) {
        tracks.add(track);
    }

    synchronized List<Track> tracks() {
        return List.copyOf(tracks);
    }

    synchronized void add(Said comment) {
        comments.add(comment);
    }

    synchronized List<Said> comments() {
        return List.copyOf(comments);
    }
}
