package planner.network;

import org.jspecify.annotations.Nullable;

/**
 * How one file is made from another. The same recipe on the same file gives the same picture, so it is made once.
 *
 * @param edit what a person wanted; {@link Edit#NONE} for nothing
 * @param target what the network needs
 */
public record Recipe(Edit edit, Target target) {

    /**
     * What the file must be in the end.
     *
     * @param kind may differ from that of the original: an animation becomes a video
     * @param type MIME type
     * @param repack nothing is encoded anew: only what is personal goes, and the index comes first
     * @param width pixels of the result; even for videos; 0 for what has no picture
     * @param height pixels of the result; even for videos; 0 for what has no picture
     * @param maxBytes the result has at most so many; quality gives way first, then size
     * @param video what holds for videos alone; {@code null} for others
     */
    public record Target(
            MediaKind kind,
            String type,
            boolean repack,
            int width,
            int height,
            long maxBytes,
            @Nullable Film video) {}

    /**
     * H.264 in 4:2:0 with AAC.
     *
     * @param fps frames per second of the result; 0 = as they come
     * @param seconds how long it becomes: shorter cuts the end, longer repeats an animation; 0 = as long as it is
     * @param maxBitrate bits per second of pictures and sound together; 0 = as the quality needs
     * @param sound what becomes of the sound
     */
    public record Film(double fps, double seconds, long maxBitrate, Sound sound) {}

    public enum Sound {
        /** As it is, or none. */
        KEEP,
        /** As it is, or silence: some networks refuse a video without a track. */
        ALWAYS,
        NEVER
    }
}
