package planner.media;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import tools.jackson.databind.JsonNode;

/** Reads what ffprobe says of a video. */
final class VideoFacts {
    /** Curves of brightness that need another picture on an ordinary screen. */
    private static final Set<String> HDR = Set.of("smpte2084", "arib-std-b67");
    /** What says nothing about whose film it is, where it was taken and with what. */
    private static final Set<String> HARMLESS = Set.of(
            "major_brand",
            "minor_version",
            "compatible_brands",
            "creation_time",
            "encoder",
            "language",
            "handler_name",
            "vendor_id",
            "duration");

    private VideoFacts() {}

    static Facts read(JsonNode said, FileType type, boolean indexFirst) throws Unusable {
        var video = said.path("streams")
                .valueStream()
                .filter(stream -> kind(stream, "video"))
                .filter(stream ->
                        stream.path("disposition").path("attached_pic").asInt(0) != 1)
                .findFirst()
                .orElseThrow(() -> new Unusable(Unusable.Why.NO_PICTURE, "no video stream"));
        var sound = said.path("streams")
                .valueStream()
                .filter(stream -> kind(stream, "audio"))
                .findFirst();
        var format = said.path("format");
        double seconds = number(format.path("duration"), number(video.path("duration"), 0));
        if (seconds <= 0) {
            throw Unusable.corrupt("no duration");
        }
        int width = (int) Math.round(video.path("width").asInt(0) * aspectOfPixels(video));
        int height = video.path("height").asInt(0);
        Pixels.check(width, height);
        long turn = turn(video);
        boolean lies = Math.floorMod(turn, 180) == 90;
        return new Facts(
                MediaKind.VIDEO,
                type.mime(),
                lies ? height : width,
                lies ? width : height,
                seconds,
                fraction(video.path("avg_frame_rate").asString(""), '/', 0),
                0,
                video.path("codec_name").asString("unknown"),
                sound.isPresent(),
                new MediaDetails(
                        (long) number(format.path("bit_rate"), 0),
                        sound.map(it -> it.path("codec_name").asString("unknown"))
                                .orElse(null),
                        sound.map(it -> (int) number(it.path("sample_rate"), 0)).orElse(0),
                        sound.map(it -> it.path("channels").asInt(0)).orElse(0),
                        text(video.path("pix_fmt")),
                        HDR.contains(video.path("color_transfer").asString("")) ? "hdr" : null,
                        false,
                        turn != 0,
                        personal(said),
                        indexFirst,
                        0));
    }

    private static boolean kind(JsonNode stream, String kind) {
        return stream.path("codec_type").asString("").equals(kind);
    }

    private static long turn(JsonNode video) {
        for (var side : video.path("side_data_list")) {
            if (side.has("rotation")) {
                return Math.round(side.path("rotation").asDouble(0));
            }
        }
        return 0;
    }

    /** Pixels of old cameras are not square. */
    private static double aspectOfPixels(JsonNode video) {
        double aspect = fraction(video.path("sample_aspect_ratio").asString(""), ':', 1);
        return aspect > 0 ? aspect : 1;
    }

    private static boolean personal(JsonNode said) {
        return Stream.concat(said.path("streams").valueStream(), Stream.of(said.path("format")))
                .flatMap(part -> part.path("tags").propertyNames().stream())
                .anyMatch(tag -> !HARMLESS.contains(tag.toLowerCase(Locale.ROOT)));
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    private static double number(JsonNode text, double otherwise) {
        try {
            return Optional.of(text)
                    .filter(it -> !it.isMissingNode())
                    .map(it -> Double.parseDouble(it.asString("")))
                    .orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** {@code 30000/1001}. */
    private static double fraction(String text, char sign, double otherwise) {
        int at = text.indexOf(sign);
        try {
            double below = at < 0 ? 1 : Double.parseDouble(text.substring(at + 1));
            return below == 0 ? otherwise : Double.parseDouble(at < 0 ? text : text.substring(0, at)) / below;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
