package planner.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;

/** What the content of a file says about it; sizes as a viewer sees them, after rotation. */
record Facts(
        MediaKind kind,
        String type,
        int width,
        int height,
        double seconds,
        double fps,
        int frames,
        @Nullable String codec,
        @Nullable Boolean sound,
        MediaDetails details) {

    Facts with(MediaDetails found) {
        return new Facts(kind, type, width, height, seconds, fps, frames, codec, sound, found);
    }

    Facts personal(boolean personal) {
        return with(new MediaDetails(
                details.bitrate(),
                details.soundCodec(),
                details.soundRate(),
                details.soundChannels(),
                details.pixels(),
                details.colour(),
                details.alpha(),
                details.turned(),
                personal,
                details.indexFirst(),
                details.pages()));
    }

    Media of(UUID id, long bytes, String name, String alt) {
        return new Media(id, kind, type, bytes, width, height, seconds, fps, frames, codec, sound, name, alt, details);
    }

    static Facts image(String type, int width, int height) {
        return new Facts(MediaKind.IMAGE, type, width, height, 0, 0, 0, null, null, MediaDetails.UNKNOWN);
    }

    static Facts animation(String type, int width, int height, double seconds, int frames) {
        double fps = seconds > 0 ? frames / seconds : 0;
        return new Facts(
                MediaKind.ANIMATION, type, width, height, seconds, fps, frames, null, null, MediaDetails.UNKNOWN);
    }

    static Facts document(String type) {
        return new Facts(MediaKind.DOCUMENT, type, 0, 0, 0, 0, 0, null, null, MediaDetails.UNKNOWN);
    }
}
