package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks ffprobe what a video is, and ffmpeg for a picture of it. */
@Component
class VideoProbe {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final VideoTools tools;

    VideoProbe(VideoTools tools) {
        this.tools = tools;
    }

    /** @param thumbnail where the first picture goes; a video without one is refused */
    Facts probe(Path file, FileType type, Path thumbnail) throws IOException {
        var with = tools.find().orElseThrow(() -> new Unusable(Unusable.Why.NO_VIDEO_TOOLS, "no ffprobe"));
        if (type != FileType.WEBM) {
            IsoBoxes.check(file);
        }
        var answer = ChildProcess.run(
                List.of(
                        with.ffprobe().toString(),
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        type == FileType.WEBM ? "matroska" : "mov",
                        "-print_format",
                        "json",
                        "-show_streams",
                        "-show_format",
                        file.toString()),
                with.environment());
        if (!answer.well()) {
            throw Unusable.corrupt("ffprobe could not read it");
        }
        var facts = facts(JSON.readTree(answer.output()), type);
        if (!picture(with, file, type == FileType.WEBM ? "matroska" : "mov", thumbnail)) {
            throw Unusable.corrupt("its first picture could not be decoded");
        }
        return facts;
    }

    /** A thumbnail of a still that Java does not read. @return whether there is one now; it is tried without tools too */
    boolean still(Path file, FileType type, Path thumbnail) throws IOException {
        var with = tools.find();
        return with.isPresent()
                && picture(with.get(), file, type == FileType.JPEG ? "jpeg_pipe" : "webp_pipe", thumbnail);
    }

    boolean ready() {
        return tools.find().isPresent();
    }

    private static boolean picture(VideoTools.Tools with, Path file, String form, Path to) throws IOException {
        var scale = "scale='min(320,iw)':'min(320,ih)':force_original_aspect_ratio=decrease";
        var ended = ChildProcess.run(
                List.of(
                        with.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-threads",
                        "1",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        form,
                        "-i",
                        file.toString(),
                        "-an",
                        "-frames:v",
                        "1",
                        "-vf",
                        scale,
                        "-threads",
                        "1",
                        "-f",
                        "image2",
                        "-c:v",
                        "mjpeg",
                        "-y",
                        to.toString()),
                with.environment());
        return ended.well() && Files.exists(to) && Files.size(to) > 0;
    }

    private static Facts facts(JsonNode said, FileType type) throws Unusable {
        JsonNode video = null;
        boolean sound = false;
        for (var stream : said.path("streams")) {
            boolean cover = stream.path("disposition").path("attached_pic").asInt(0) == 1;
            if (video == null && stream.path("codec_type").asString("").equals("video") && !cover) {
                video = stream;
            }
            sound |= stream.path("codec_type").asString("").equals("audio");
        }
        if (video == null) {
            throw new Unusable(Unusable.Why.NO_PICTURE, "no video stream");
        }
        double seconds = number(said.path("format").path("duration"), number(video.path("duration"), 0));
        if (seconds <= 0) {
            throw Unusable.corrupt("no duration");
        }
        int width = video.path("width").asInt(0);
        int height = video.path("height").asInt(0);
        Pixels.check(width, height);
        boolean turned = turned(video);
        return new Facts(
                MediaKind.VIDEO,
                type.mime(),
                turned ? height : width,
                turned ? width : height,
                seconds,
                rate(video.path("avg_frame_rate").asString("")),
                0,
                video.path("codec_name").asString("unknown"),
                sound,
                MediaDetails.UNKNOWN);
    }

    private static boolean turned(JsonNode video) {
        for (var side : video.path("side_data_list")) {
            if (side.has("rotation")) {
                return Math.floorMod(Math.round(side.path("rotation").asDouble(0)), 180) == 90;
            }
        }
        return false;
    }

    private static double number(JsonNode text, double otherwise) {
        try {
            return text.isMissingNode() ? otherwise : Double.parseDouble(text.asString(""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** ffprobe writes a fraction: {@code 30000/1001}. */
    private static double rate(String fraction) {
        var parts = fraction.split("/", 2);
        try {
            double below = parts.length == 2 ? Double.parseDouble(parts[1]) : 1;
            return below == 0 ? 0 : Double.parseDouble(parts[0]) / below;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
