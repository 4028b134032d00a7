package planner.simulator.threads;

import java.time.Duration;
import java.util.Set;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.meta.GraphError;

/** Fetches files and holds them against the limits of Threads, as far as their headers tell. */
final class MediaChecks {
    static final String NOT_DOWNLOADED = "FAILED_DOWNLOADING_VIDEO";

    private static final long LARGEST_IMAGE = 8_000_000;
    private static final long LARGEST_VIDEO = 1_000_000_000;
    private static final long MOST_BITS = 100_000_000;
    private static final int HIGHEST_RATE = 48_000;
    private static final int STEEPEST = 10;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png");
    private static final Set<String> FILMS = Set.of("video/mp4", "video/quicktime");

    private final MediaShelf shelf;

    MediaChecks(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** Images are looked at while the caller waits. */
    Kept image(String address) {
        Kept kept;
        try {
            kept = shelf.fetch(address, LARGEST_IMAGE);
        } catch (NotFetched e) {
            throw GraphError.of(100, 0, "(#100) The media could not be fetched from the given URI: " + e.getMessage());
        }
        if (kept.size() > LARGEST_IMAGE) {
            throw GraphError.of(100, 0, "(#100) The picture is larger than 8 MB");
        }
        if (!PICTURES.contains(kept.type())
                || !(kept.header().orElse(null) instanceof Image image)
                || !PICTURES.contains(image.type())
                || image.several()) {
            throw GraphError.of(100, 0, "(#100) The picture must be a JPEG or PNG");
        }
        if (image.ratio() > STEEPEST || image.ratio() < 1.0 / STEEPEST) {
            throw GraphError.of(100, 0, "(#100) The picture's aspect ratio must be 10:1 at most");
        }
        return kept;
    }

    Kept video(String address) throws NotFetched {
        return shelf.fetch(address, LARGEST_VIDEO);
    }

    /** The word for what is wrong with a video, empty when it is good. */
    static String fault(Kept kept) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Video video)
                || !FILMS.contains(video.type())
                || !FILMS.contains(kept.type())
                || kept.size() > LARGEST_VIDEO
                || !Set.of("h264", "hevc").contains(video.codec())
                || video.width() > 1920
                // docs/threads/overview: moov atom at the front of the file, chroma subsampling 4:2:0
                || !video.indexFirst()
                || !video.usualColours()) {
            return "FAILED_PROCESSING_VIDEO";
        }
        // the same: AAC, 48 kHz sample rate maximum, 1 or 2 channels
        if (!video.audio().isEmpty() && !video.audio().equals("aac") || video.audioRate() > HIGHEST_RATE) {
            return "FAILED_PROCESSING_AUDIO";
        }
        if (video.audioChannels() > 2) {
            return "INVALID_AUDIO_CHANNELS";
        }
        if (video.duration().isZero() || video.duration().compareTo(LONGEST) > 0) {
            return "INVALID_DURATION";
        }
        if (Math.round(video.fps()) < 23 || Math.round(video.fps()) > 60) {
            return "INVALID_FRAME_RATE";
        }
        if (video.ratio() < 0.01 || video.ratio() > STEEPEST) {
            return "INVALID_ASPEC_RATIO";
        }
        double seconds = video.duration().toMillis() / 1000.0;
        return kept.size() * 8 / seconds > MOST_BITS ? "INVALID_BIT_RATE" : "";
    }
}
