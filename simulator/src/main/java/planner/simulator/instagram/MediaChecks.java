package planner.simulator.instagram;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.meta.GraphError;

/** Fetches files and holds them against Instagram's limits, as far as their headers tell. */
final class MediaChecks {
    static final long LARGEST_IMAGE = 8_000_000;
    private static final long LARGEST_REEL = 300_000_000;
    private static final long LARGEST_OTHER = 100_000_000;
    private static final double NARROWEST = 4.0 / 5;
    private static final double WIDEST = 1.91;
    private static final int WIDEST_VIDEO = 1920;
    /** 25 Mbit a second for the picture, 128 kbit for the sound. */
    private static final long MOST_BITS = 25_128_000;

    private static final int HIGHEST_RATE = 48_000;

    private static final Set<String> CODECS = Set.of("h264", "hevc");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime");

    private final MediaShelf shelf;

    MediaChecks(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** Images are looked at while the caller waits. */
    Kept image(String address, Kind kind) {
        Kept kept = fetch(address, LARGEST_IMAGE);
        if (kept.size() > LARGEST_IMAGE) {
            throw GraphError.of(36000, 2207004, "The image is too large to download. It should be less than 8 MiB");
        }
        if (!kept.type().equals("image/jpeg")
                || !(kept.header().orElse(null) instanceof Image image)
                || !image.type().equals("image/jpeg")
                || image.several()) {
            throw GraphError.of(36001, 2207005, "The image format is not supported: only JPEG is");
        }
        boolean framed = kind == Kind.IMAGE || kind == Kind.CHILD_IMAGE;
        if (framed && (image.ratio() < NARROWEST || image.ratio() > WIDEST)) {
            throw GraphError.of(36003, 2207009, "The aspect ratio is not supported: it must be between 4:5 and 1.91:1");
        }
        return kept;
    }

    Kept fetch(String address, long most) {
        try {
            return shelf.fetch(address, most);
        } catch (NotFetched e) {
            throw GraphError.of(
                    9004,
                    2207052,
                    "Only photo or video can be accepted as media type: the media could not be fetched "
                            + "from this URI: " + e.getMessage());
        }
    }

    static long largest(Kind kind) {
        return kind == Kind.REEL ? LARGEST_REEL : LARGEST_OTHER;
    }

    /** What processing finds out about a video, null when it is good. */
    static @Nullable GraphError video(Kept kept, Kind kind, Duration thumbnail) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Video video) || !VIDEOS.contains(video.type())) {
            return unsupported("the file is no MP4 or MOV");
        }
        if (!VIDEOS.contains(kept.type())) {
            return unsupported("the server called it " + kept.type());
        }
        if (kept.size() > largest(kind)) {
            return unsupported("the file is too large");
        }
        if (!CODECS.contains(video.codec())
                || !video.audio().isEmpty() && !video.audio().equals("aac")) {
            return unsupported("codec " + video.codec() + " with sound " + video.audio());
        }
        // ig-user/media, "Reel Specifications": moov atom at the front; AAC, 48 kHz maximum, mono or stereo; 4:2:0
        if (!video.indexFirst()) {
            return unsupported("the moov atom is not at the front of the file");
        }
        if (video.audioRate() > HIGHEST_RATE || video.audioChannels() > 2) {
            return unsupported("sound of " + video.audioRate() + " Hz in " + video.audioChannels() + " channels");
        }
        if (!video.usualColours()) {
            return unsupported("chroma subsampling of " + video.chroma());
        }
        if (Math.round(video.fps()) < 23 || Math.round(video.fps()) > 60) {
            return unsupported("the frame rate is " + video.fps());
        }
        if (video.width() > WIDEST_VIDEO || video.ratio() < narrowest(kind) || video.ratio() > 10) {
            return unsupported("the size is " + video.width() + " by " + video.height());
        }
        if (video.duration().compareTo(Duration.ofSeconds(3)) < 0
                || video.duration().compareTo(longest(kind)) > 0) {
            return unsupported("the length is " + video.duration());
        }
        if (kept.size() * 8_000 / video.duration().toMillis() > MOST_BITS) {
            return unsupported("the bit rate is too high");
        }
        return thumbnail.compareTo(video.duration()) < 0
                ? null
                : GraphError.of(
                        1, 2207057, "Thumbnail offset must be greater than or equal to 0 and less than video duration");
    }

    private static double narrowest(Kind kind) {
        return kind == Kind.REEL ? 0.01 : 0.1;
    }

    private static Duration longest(Kind kind) {
        return kind == Kind.REEL ? Duration.ofMinutes(15) : Duration.ofSeconds(60);
    }

    private static GraphError unsupported(String why) {
        return GraphError.of(352, 2207026, "The video format is not supported: " + why);
    }
}
