package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
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
        boolean indexFirst = type == FileType.WEBM || IsoBoxes.check(file);
        var answer = ChildProcess.run(
                List.of(
                        with.ffprobe().toString(),
                        "-v",
                        "error",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        type.demuxer(),
                        "-print_format",
                        "json",
                        "-show_streams",
                        "-show_format",
                        file.toString()),
                with.environment());
        if (!answer.well()) {
            throw Unusable.corrupt("ffprobe could not read it");
        }
        var facts = VideoFacts.read(JSON.readTree(answer.output()), type, indexFirst);
        if (!picture(with, file, type.demuxer(), thumbnail)) {
            throw Unusable.corrupt("its first picture could not be decoded");
        }
        return facts;
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
}
