package planner.simulator.facebook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.simulator.Multipart.Part;
import planner.simulator.facebook.Video.Kind;
import planner.simulator.media.MediaHeader.Image;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.meta.GraphCall;
import planner.simulator.meta.GraphError;

/** Receives or fetches files and holds them against Facebook's limits, as far as their headers tell. */
final class MediaChecks {
    static final long LARGEST_VIDEO = 1_000_000_000;
    private static final long LARGEST_PHOTO = 4_000_000;
    private static final long LARGEST_COVER = 10_000_000;
    private static final Set<String> PHOTOS = Set.of("image/jpeg", "image/png", "image/gif");
    private static final Set<String> CODECS = Set.of("h264", "hevc", "vp9", "av1");

    private final MediaShelf shelf;

    MediaChecks(MediaShelf shelf) {
        this.shelf = shelf;
    }

    /** The photo of a call: its file {@code source}, or what stands at its {@code url}. */
    Kept photo(GraphCall call) {
        Part part = call.files().get("source");
        if (part != null && call.has("url") || part == null && !call.has("url")) {
            throw GraphError.wrong("(#324) Requires upload file");
        }
        Kept kept = part == null ? fetched(call.needs("url")) : kept(part);
        if (kept.size() > LARGEST_PHOTO) {
            throw GraphError.of(324, 1366046, "Your photos couldn't be uploaded. Photos should be less than 4 MB");
        }
        return picture(kept);
    }

    Kept cover(Part part) {
        if (part.content().length > LARGEST_COVER) {
            throw GraphError.of(100, 1366046, "The thumbnail is too large");
        }
        return picture(kept(part));
    }

    private static Kept picture(Kept kept) {
        if (!(kept.header().orElse(null) instanceof Image image) || !PHOTOS.contains(image.type())) {
            throw GraphError.of(
                    324, 1366046, "Your photos couldn't be uploaded. Photos should be saved as JPG, PNG or GIF");
        }
        return kept;
    }

    private Kept kept(Part part) {
        try {
            return shelf.keep(new ByteArrayInputStream(part.content()), part.type(), part.content().length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Kept fetched(String address) {
        try {
            return shelf.fetch(address, LARGEST_PHOTO);
        } catch (NotFetched e) {
            throw GraphError.of(324, 2069019, "Missing or invalid image file: " + e.getMessage());
        }
    }

    /** What processing finds out about a video, {@code null} when it is good. */
    static @Nullable String video(Kept kept, Kind kind) {
        if (!(kept.header().orElse(null) instanceof planner.simulator.media.MediaHeader.Video video)) {
            return "The file is no video";
        }
        if (kept.size() > LARGEST_VIDEO) {
            return "The file is too large";
        }
        if (!CODECS.contains(video.codec()) && kind != Kind.VIDEO
                || kind == Kind.VIDEO && !Set.of("h264", "hevc").contains(video.codec())
                || !video.audio().isEmpty() && !video.audio().equals("aac")) {
            return "Codec " + video.codec() + " with sound " + video.audio() + " is not supported";
        }
        return kind == Kind.VIDEO ? film(video) : upright(video, kind);
    }

    private static @Nullable String film(planner.simulator.media.MediaHeader.Video video) {
        return video.duration().compareTo(Duration.ofMinutes(20)) > 0 ? "The video is longer than 20 minutes" : null;
    }

    private static @Nullable String upright(planner.simulator.media.MediaHeader.Video video, Kind kind) {
        var longest = Duration.ofSeconds(kind == Kind.REEL ? 90 : 60);
        if (!video.type().equals("video/mp4")) {
            return "The file is no MP4";
        }
        if (video.duration().compareTo(Duration.ofSeconds(3)) < 0
                || video.duration().compareTo(longest) > 0) {
            return "The length is " + video.duration();
        }
        // video-api/guides/reels-publishing: chroma subsampling 4:2:0; AAC-LC in stereo of 48 kHz
        if (!video.usualColours()) {
            return "The chroma subsampling is " + video.chroma();
        }
        if (video.audioRate() > 48_000 || video.audioChannels() > 2) {
            return "The sound has " + video.audioRate() + " Hz in " + video.audioChannels() + " channels";
        }
        if (Math.round(video.fps()) < 24 || Math.round(video.fps()) > 60) {
            return "The frame rate is " + video.fps();
        }
        if (video.width() < 540 || video.height() < 960) {
            return "The size is " + video.width() + " by " + video.height();
        }
        return video.ratio() < 0.55 || video.ratio() > 0.575 ? "The shape is not 9:16" : null;
    }
}
