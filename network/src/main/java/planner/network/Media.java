package planner.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One file of a part with its probed facts, frozen with the delivery.
 *
 * @param id the asset's id
 * @param type MIME type decided by content
 * @param bytes size in bytes
 * @param width pixels, after rotation; 0 when it has none
 * @param height pixels, after rotation; 0 when it has none
 * @param seconds duration; 0 for stills and documents
 * @param fps frames per second; 0 for stills and when unknown
 * @param frames of an animation; 0 when unknown
 * @param codec video codec as ffprobe names it; {@code null} when unknown or none
 * @param sound whether a video has a sound track; {@code null} when unknown or no video
 * @param name file name shown to people
 * @param alt description for those who cannot see it; may be empty
 * @param details what else was found; {@link MediaDetails#UNKNOWN} for what was frozen before anybody looked
 */
public record Media(
        UUID id,
        MediaKind kind,
        String type,
        long bytes,
        int width,
        int height,
        double seconds,
        double fps,
        int frames,
        @Nullable String codec,
        @Nullable Boolean sound,
        String name,
        String alt,
        MediaDetails details) {

    public Media(
            UUID id,
            MediaKind kind,
            String type,
            long bytes,
            int width,
            int height,
            double seconds,
            double fps,
            int frames,
            @Nullable String codec,
            @Nullable Boolean sound,
            String name,
            String alt,
            @Nullable MediaDetails details) {
        this.id = id;
        this.kind = kind;
        this.type = type;
        this.bytes = bytes;
        this.width = width;
        this.height = height;
        this.seconds = seconds;
        this.fps = fps;
        this.frames = frames;
        this.codec = codec;
        this.sound = sound;
        this.name = name;
        this.alt = alt;
        this.details = details == null ? MediaDetails.UNKNOWN : details;
    }

    /** Of a file that nobody has looked into. */
    public Media(
            UUID id,
            MediaKind kind,
            String type,
            long bytes,
            int width,
            int height,
            double seconds,
            double fps,
            int frames,
            @Nullable String codec,
            @Nullable Boolean sound,
            String name,
            String alt) {
        this(id, kind, type, bytes, width, height, seconds, fps, frames, codec, sound, name, alt, null);
    }

    /** Of a file whose sound nobody knows. */
    public Media(
            UUID id,
            MediaKind kind,
            String type,
            long bytes,
            int width,
            int height,
            double seconds,
            double fps,
            int frames,
            @Nullable String codec,
            String name,
            String alt) {
        this(id, kind, type, bytes, width, height, seconds, fps, frames, codec, null, name, alt, null);
    }

    /** The same for a certain use. @param alt description for those who cannot see it */
    public Media described(String alt) {
        return new Media(id, kind, type, bytes, width, height, seconds, fps, frames, codec, sound, name, alt, details);
    }

    /** The same file under another id. */
    public Media as(UUID other) {
        return new Media(
                other, kind, type, bytes, width, height, seconds, fps, frames, codec, sound, name, alt, details);
    }

    /** Of the whole file, as it was probed or else by size and length; 0 when nobody knows. */
    public long bitsPerSecond() {
        if (details.bitrate() > 0) {
            return details.bitrate();
        }
        return kind == MediaKind.VIDEO && seconds > 0 ? Math.round(bytes * 8 / seconds) : 0;
    }

    /** Width times height; 0 when the file has no picture. */
    public long pixels() {
        return (long) width * height;
    }

    /** Width divided by height; 0 when the file has no picture. */
    public double aspect() {
        return height == 0 ? 0 : (double) width / height;
    }
}
