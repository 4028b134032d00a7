package planner.simulator.pinterest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaHeader.Video;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;

/** Takes files, by address and as bytes, and holds them against Pinterest's limits as far as their headers tell. */
final class MediaChecks {
    private static final long LARGEST_IMAGE = 20_000_000;
    private static final int NARROWEST = 200;
    private static final int LOWEST = 300;
    private static final Set<String> AS_BYTES = Set.of("image/jpeg", "image/png");
    private static final Set<String> BY_ADDRESS =
            Set.of("image/jpeg", "image/png", "image/webp", "image/gif", "image/bmp", "image/tiff");
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/quicktime", "video/x-m4v");
    private static final Set<String> CODECS = Set.of("h264", "hevc");
    private static final Duration SHORTEST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final MediaShelf shelf;

    MediaChecks(MediaShelf shelf) {
        this.shelf = shelf;
    }

    Kept fetched(String address) {
        Kept kept;
        try {
            kept = shelf.fetch(address, LARGEST_IMAGE);
        } catch (NotFetched e) {
            throw unreachable();
        }
        if (!kept.type().startsWith("image/")) {
            throw unreachable();
        }
        return checked(kept, BY_ADDRESS);
    }

    static ApiError unreachable() {
        return ApiError.of(400, 1, "Unable to reach the URL. Please check the URL is correct and try again.");
    }

    Kept sent(String type, String data) {
        if (!AS_BYTES.contains(type)) {
            throw ApiError.invalid("content_type must be one of " + AS_BYTES);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(data);
            return checked(shelf.keep(new ByteArrayInputStream(bytes), type, LARGEST_IMAGE), Set.of(type));
        } catch (IllegalArgumentException e) {
            throw ApiError.wrong("data does not match '^[a-zA-Z0-9+/=]+$'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kept checked(Kept kept, Set<String> types) {
        if (kept.size() > LARGEST_IMAGE) {
            throw ApiError.invalid("the image is larger than 20 MB");
        }
        if (!(kept.header().orElse(null) instanceof Image image) || !types.contains(image.type())) {
            throw ApiError.invalid("the image is not of the type it should be: " + types);
        }
        if (image.width() < NARROWEST || image.height() < LOWEST) {
            throw ApiError.invalid("the image is too small, at least " + NARROWEST + " by " + LOWEST);
        }
        return kept;
    }

    /** Several images of one pin have one size. */
    static List<Kept> together(List<Kept> images) {
        long sizes = images.stream()
                .map(it -> it.header()
                        .map(header -> header.width() + "x" + header.height())
                        .orElse(""))
                .distinct()
                .count();
        if (sizes > 1) {
            throw ApiError.invalid("all images of a carousel must have the same dimensions");
        }
        return images;
    }

    /** Whether processing succeeds. */
    static boolean good(Kept kept) {
        MediaHeader header = kept.header().orElse(null);
        if (!(header instanceof Video video) || !VIDEOS.contains(video.type()) || !CODECS.contains(video.codec())) {
            return false;
        }
        boolean rate = video.fps() == 0 || Math.round(video.fps()) >= 25;
        boolean shape = video.ratio() >= 0.5 && video.ratio() <= 1.91;
        boolean length =
                video.duration().compareTo(SHORTEST) >= 0 && video.duration().compareTo(LONGEST) <= 0;
        return rate && shape && length;
    }
}
