package planner.simulator.tiktok;

import java.util.Optional;
import java.util.Set;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf.Kept;

/** What TikTok finds out about a file while it processes it: the reason of its failure, or nothing. */
final class MediaChecks {
    static final long LARGEST_VIDEO = 4_000_000_000L;
    static final long LARGEST_PHOTO = 20_000_000;
    static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime", "video/webm");
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/webp");
    private static final Set<String> CODECS = Set.of("h264", "hevc", "vp8", "vp9");

    private MediaChecks() {}

    static Optional<String> video(Kept kept, Creator creator) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Video video) || !VIDEOS.contains(video.type()) || !CODECS.contains(video.codec())) {
            return Optional.of("file_format_check_failed");
        }
        if (Math.min(video.width(), video.height()) < 360 || Math.max(video.width(), video.height()) > 4096) {
            return Optional.of("picture_size_check_failed");
        }
        boolean rateKnown = video.fps() > 0;
        if (rateKnown && (Math.round(video.fps()) < 23 || Math.round(video.fps()) > 60)) {
            return Optional.of("frame_rate_check_failed");
        }
        long millis = video.duration().toMillis();
        return millis < 3000 || millis > creator.longest * 1000L
                ? Optional.of("duration_check_failed")
                : Optional.empty();
    }

    static Optional<String> photo(Kept kept) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Image image) || !PHOTOS.contains(image.type()) || image.several()) {
            return Optional.of("file_format_check_failed");
        }
        boolean tooLarge = Math.max(image.width(), image.height()) > 1920
                || Math.min(image.width(), image.height()) > 1080
                || kept.size() > LARGEST_PHOTO;
        return tooLarge ? Optional.of("picture_size_check_failed") : Optional.empty();
    }
}
