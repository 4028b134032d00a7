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
     * @param chroma how much colour is kept: 4:2:0, 4:2:2, 4:4:4; empty when the file does not tell
     * @param audioRate samples a second, 0 when the file does not tell
     * @param audioChannels 0 when the file does not tell
     */
    record Video(
            String type,
            int width,
            int height,
            Duration duration,
            double fps,
            String codec,
            String audio,
            boolean indexFirst,
            String chroma,
            int audioRate,
            int audioChannels)
            implements MediaHeader {
        /** Of which the file tells no more. */
        Video(
                String type,
                int width,
                int height,
                Duration duration,
                double fps,
                String codec,
                String audio,
                boolean indexFirst) {
            this(type, width, height, duration, fps, codec, audio, indexFirst, "", 0, 0);
        }

        /** Whether its colours are kept as nearly every network asks for them. */
        public boolean usualColours() {
            return chroma.isEmpty() || chroma.equals("4:2:0");
        }
    }

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
