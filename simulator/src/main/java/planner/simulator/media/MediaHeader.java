package planner.simulator.media;

import java.time.Duration;
import java.util.Optional;

/** The facts of one file as its headers state them. */
public sealed interface MediaHeader {
    /** The true media type, whatever the file was called. */
    String type();

    int width();

    int height();

    default double ratio() {
        return height() == 0 ? 0 : (double) width() / height();
    }

    /** @param several a picture of several frames: an animation or a multi-picture file */
    record Image(String type, int width, int height, boolean several) implements MediaHeader {}

    /**
     * @param codec h264, hevc, av1, vp8, vp9, or the name in the file
     * @param audio the sound's codec, empty without sound
     * @param indexFirst the index stands before the pictures, so that playing can begin at once
     */
    record Video(
            String type,
            int width,
            int height,
            Duration duration,
            double fps,
            String codec,
            String audio,
            boolean indexFirst)
            implements MediaHeader {}

    /** Empty for a file that is none of the known kinds or is broken in its headers. */
    static Optional<MediaHeader> read(Bytes file) {
        try {
            byte[] head = file.slice(0, 64);
            if (JpegHeader.begins(head)) {
                return Optional.of(JpegHeader.read(file));
            }
            if (StillHeaders.begins(head)) {
                return Optional.of(StillHeaders.read(file));
            }
            if (Mp4Header.begins(head)) {
                return Optional.of(Mp4Header.read(file));
            }
            return WebmHeader.begins(head) ? Optional.of(WebmHeader.read(file)) : Optional.empty();
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    static Optional<MediaHeader> read(byte[] file) {
        return read(Bytes.of(file));
    }
}
