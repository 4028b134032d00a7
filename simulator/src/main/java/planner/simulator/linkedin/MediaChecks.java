package planner.simulator.linkedin;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import planner.simulator.media.Bytes;
import planner.simulator.media.GifFrames;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf.Kept;

/** What LinkedIn finds out about a file while it processes it: the reason of its failure, or nothing. */
final class MediaChecks {
    static final long LEAST_VIDEO = 75 * 1024;
    static final long MOST_VIDEO = 500_000_000;
    private static final long MOST_DOCUMENT = 100_000_000;
    private static final long PIXELS = 36_152_320;
    private static final int PAGES = 300;
    private static final int READ = 64 << 20;
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif");
    private static final int FRAMES = 250;
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

    private MediaChecks() {}

    static String of(Asset asset, Kept kept) {
        return switch (asset.kind) {
            case Asset.VIDEO -> video(kept);
            case Asset.DOCUMENT -> document(kept);
            default -> image(kept);
        };
    }

    static String image(Kept kept) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Image image) || !PICTURES.contains(image.type())) {
            return "UNSUPPORTED_FORMAT";
        }
        if (image.several() && GifFrames.count(Bytes.of(kept.file())) > FRAMES) {
            return "TOO_MANY_FRAMES";
        }
        return (long) image.width() * image.height() >= PIXELS ? "TOO_MANY_PIXELS" : "";
    }

    private static String video(Kept kept) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Video video)
                || !video.type().equals("video/mp4")
                || !video.codec().equals("h264")
                || !video.audio().isEmpty() && !video.audio().equals("aac")) {
            return "UNSUPPORTED_FORMAT";
        }
        long millis = video.duration().toMillis();
        if (millis < 3_000 || millis > 30 * 60 * 1_000) {
            return "DURATION_OUT_OF_RANGE";
        }
        return video.ratio() < 1 / 2.4 || video.ratio() > 2.4 ? "ASPECT_RATIO_OUT_OF_RANGE" : "";
    }

    private static String document(Kept kept) {
        byte[] head = Bytes.of(kept.file()).slice(0, 8);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean office = text.startsWith("PK\u0003\u0004") || text.startsWith("\u00d0\u00cf\u0011\u00e0");
        if (kept.size() > MOST_DOCUMENT) {
            return "FILE_TOO_LARGE";
        }
        if (!text.startsWith("%PDF-")) {
            return office ? "" : "UNSUPPORTED_FORMAT";
        }
        String whole = new String(Bytes.of(kept.file()).slice(0, READ), StandardCharsets.ISO_8859_1);
        return PAGE.matcher(whole).results().count() > PAGES ? "TOO_MANY_PAGES" : "";
    }
}
