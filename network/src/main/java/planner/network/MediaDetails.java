package planner.network;

import org.jspecify.annotations.Nullable;

/**
 * What probing found of a file beyond its measures. Nothing is guessed: what nobody could tell is {@code null} or 0.
 *
 * @param bitrate bits per second of the whole file; 0 when unknown or no video
 * @param soundCodec codec of the first sound track as ffprobe names it ({@code aac}); {@code null} when there is none
 * @param soundRate samples per second of that track, in Hz; 0 when unknown or none
 * @param soundChannels 1 = mono, 2 = stereo; 0 when unknown or none
 * @param pixels pixel format of a video as ffprobe names it ({@code yuv420p}); {@code null} when unknown or no video
 * @param colour {@code srgb}, {@code gray}, {@code cmyk}, {@code wide} (another RGB profile, for example Display P3) or {@code hdr};
 *     {@code null} when unknown
 * @param alpha whether a still or an animation has transparent places
 * @param turned whether the stored picture is seen upright only by who heeds its orientation
 * @param personal whether it carries what should not leave the house: place, device, owner, edit history
 * @param indexFirst whether a video's index lies before its pictures, so that it plays while it loads
 * @param pages of a document; 0 when unknown
 */
public record MediaDetails(
        long bitrate,
        @Nullable String soundCodec,
        int soundRate,
        int soundChannels,
        @Nullable String pixels,
        @Nullable String colour,
        boolean alpha,
        boolean turned,
        boolean personal,
        boolean indexFirst,
        int pages) {

    /** Of a file that nobody has looked into; it is taken as harmless. */
    public static final MediaDetails UNKNOWN =
            new MediaDetails(0, null, 0, 0, null, null, false, false, false, true, 0);
}
