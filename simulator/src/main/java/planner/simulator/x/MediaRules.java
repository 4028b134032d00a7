package planner.simulator.x;

import java.time.Duration;
import java.util.Set;
import planner.simulator.media.Bytes;
import planner.simulator.media.GifFrames;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;

/** Which files X takes (sheet, section 4.4). */
final class MediaRules {
    private static final long PHOTO_BYTES = 5_000_000;
    private static final long GIF_BYTES = 15_000_000;
    private static final int GIF_FRAMES = 350;
    private static final long GIF_PIXELS = 300_000_000;
    private static final long VIDEO_BYTES = 8L << 30;
    private static final long PAID_VIDEO_BYTES = 16L << 30;
    private static final Duration VIDEO_LENGTH = Duration.ofMinutes(20);
    private static final Duration PAID_VIDEO_LENGTH = Duration.ofMinutes(125);
    private static final int LONGEST_SIDE = 1920;
    private static final int LONGEST_SHORTER_SIDE = 1200;
    static final Set<String> TYPES = Set.of(
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
    private static final Set<String> TRACKS = Set.of("text/srt", "text/vtt");
    private static final Set<String> STILLS = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    private MediaRules() {}

    static long most(String category, People who) {
        return switch (category) {
            case "tweet_image" -> PHOTO_BYTES;
            case "tweet_gif" -> GIF_BYTES;
            default -> who.pays() ? PAID_VIDEO_BYTES : VIDEO_BYTES;
        };
    }

    /** Why a file cannot be shown, empty when it can. */
    static String fault(String category, MediaShelf.Kept kept, People who) {
        if (category.equals("subtitles")) {
            return TRACKS.contains(kept.type()) ? "" : "media type unrecognized.";
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
        // media best practices: AAC-LC, mono or stereo; YUV 4:2:0
        boolean heard = video.audio().isEmpty() || video.audio().equals("aac") && video.audioChannels() <= 2;
        if (!heard && !video.type().equals("video/webm")) {
            return "InvalidMedia: sound of " + video.audio() + " in " + video.audioChannels() + " channels";
        }
        if (!video.usualColours()) {
            return "InvalidMedia: chroma subsampling of " + video.chroma();
        }
        Duration most = who.pays() ? PAID_VIDEO_LENGTH : VIDEO_LENGTH;
        if (video.duration().toMillis() < 500 || video.duration().compareTo(most) > 0) {
            return "InvalidMedia: duration of " + video.duration();
        }
        int longer = Math.max(video.width(), video.height());
        int shorter = Math.min(video.width(), video.height());
        boolean sides = shorter >= 32 && shorter <= LONGEST_SHORTER_SIDE && longer <= LONGEST_SIDE;
        if (video.ratio() < 1 / 3.0 || video.ratio() > 3 || !sides) {
            return "InvalidMedia: ratio or size of the frame";
        }
        return video.fps() > 60.5 ? "InvalidMedia: frame rate" : "";
    }
}
