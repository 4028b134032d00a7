package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Films made on the spot by the ffmpeg that the house has, and what its ffprobe says of films. */
final class Clips {
    private final VideoTools.Tools tools;
    private final Path folder;

    Clips(VideoTools tools, Path folder) {
        this.tools = tools.find().orElseThrow();
        this.folder = folder;
    }

    /** A moving picture with a tone. @param how everything behind the inputs, for example codecs */
    Path film(String name, String picture, String... how) throws IOException {
        var all = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=" + picture,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=60",
                "-shortest"));
        all.addAll(List.of(how));
        return make(name, all);
    }

    /** The same without a tone. */
    Path silent(String name, String picture, String... how) throws IOException {
        var all = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=" + picture));
        all.addAll(List.of(how));
        return make(name, all);
    }

    Path make(String name, List<String> how) throws IOException {
        var to = folder.resolve(name);
        var command = new ArrayList<>(List.of(tools.ffmpeg().toString(), "-v", "error", "-nostdin"));
        command.addAll(how);
        command.addAll(List.of("-y", to.toString()));
        assertThat(ChildProcess.run(command, tools.environment()).status())
                .as(String.join(" ", command))
                .isZero();
        assertThat(Files.size(to)).isPositive();
        return to;
    }

    /** A picture as phones write it: one frame of HEVC in the boxes of HEIF, which this ffmpeg reads and does not write. */
    Path heic(String name, int width, int height) throws IOException {
        return Files.write(folder.resolve(name), Heif.of(frame("testsrc2", width, height), width, height));
    }

    /** One frame of HEVC. @param source as lavfi has it: {@code color=c=red} */
    byte[] frame(String source, int width, int height) throws IOException {
        String size = (source.contains("=") ? ":" : "=") + "size=" + width + "x" + height + ":rate=1:duration=1";
        var film = make(
                "frame.mp4",
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        source + size,
                        "-vf",
                        "scale=out_color_matrix=bt601:out_range=full",
                        "-c:v",
                        "libx265",
                        "-x265-params",
                        "log-level=none:crf=8",
                        "-tag:v",
                        "hvc1",
                        "-pix_fmt",
                        "yuv420p",
                        "-frames:v",
                        "1"));
        return Files.readAllBytes(film);
    }

    /** All that ffprobe says. */
    JsonNode probed(Path film) throws IOException {
        var command = List.of(
                tools.ffprobe().toString(),
                "-v",
                "error",
                "-print_format",
                "json",
                "-show_streams",
                "-show_format",
                film.toString());
        return JsonMapper.shared()
                .readTree(ChildProcess.run(command, tools.environment()).output());
    }

    JsonNode stream(Path film, String kind) throws IOException {
        return probed(film)
                .path("streams")
                .valueStream()
                .filter(stream -> stream.path("codec_type").asString("").equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
