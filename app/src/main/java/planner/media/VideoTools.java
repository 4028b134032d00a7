package planner.media;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import planner.workspace.Installation;

/**
 * Where ffmpeg and ffprobe are: what the setting names, else the ones that come with the planner, else those of the
 * machine. Looked for when the first video comes.
 */
@Component
class VideoTools {
    private static final Logger LOG = LoggerFactory.getLogger(VideoTools.class);
    private static final String BUNDLE = "org/bytedeco/ffmpeg/linux-x86_64-gpl/";
    private static final String VERSION = "ffmpeg-8.1.2-1.5.14";
    /**
     * Libraries of desktops that libavdevice names and these two programs never call: any library under their name
     * satisfies the loader. On every machine the same, so that one that has them does not hide what another lacks.
     */
    private static final List<String> DESKTOP =
            List.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");

    private final Path folder;
    private final Optional<Path> set;

    private volatile boolean looked;
    private volatile Optional<Tools> found = Optional.empty();

    VideoTools(Installation installation, MediaSettings settings) {
        folder = installation.data().resolve("tools");
        set = settings.ffmpeg();
    }

    /** @param environment what they need to run */
    record Tools(Path ffmpeg, Path ffprobe, Map<String, String> environment) {}

    Optional<Tools> find() {
        return looked ? found : look();
    }

    private synchronized Optional<Tools> look() {
        if (looked) {
            return found;
        }
        var tools = set.isPresent() ? set.map(VideoTools::beside) : bundled().or(VideoTools::onPath);
        var working = tools.filter(this::works);
        if (working.isEmpty()) {
            LOG.warn("No working ffmpeg: videos cannot be read. Install it, or set PLANNER_FFMPEG to its path.");
        }
        found = working;
        looked = true;
        return working;
    }

    private boolean works(Tools tools) {
        try {
            return ChildProcess.run(List.of(tools.ffprobe().toString(), "-version"), tools.environment())
                            .well()
                    && ChildProcess.run(List.of(tools.ffmpeg().toString(), "-version"), tools.environment())
                            .well();
        } catch (IOException e) {
            LOG.warn("{} does not run: {}", tools.ffmpeg(), e.getMessage());
            return false;
        }
    }

    private Optional<Tools> bundled() {
        var place = folder.resolve(VERSION);
        try {
            if (!Files.exists(place.resolve("complete")) && !unpack(place)) {
                return Optional.empty();
            }
            var libraries = place + ":" + place.resolve("stub");
            return Optional.of(
                    new Tools(place.resolve("ffmpeg"), place.resolve("ffprobe"), Map.of("LD_LIBRARY_PATH", libraries)));
        } catch (IOException e) {
            LOG.warn("The bundled ffmpeg could not be unpacked: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @return false when this build comes without it for this machine */
    private boolean unpack(Path place) throws IOException {
        var first = VideoTools.class.getClassLoader().getResource(BUNDLE + "ffprobe");
        if (first == null
                || !System.getProperty("os.arch").equals("amd64")
                || !(first.openConnection() instanceof JarURLConnection connection)) {
            return false;
        }
        connection.setUseCaches(false);
        Files.createDirectories(place.resolve("stub"));
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                var name = entry.getName().startsWith(BUNDLE) ? entry.getName().substring(BUNDLE.length()) : "";
                if (!name.isEmpty() && !name.contains("/") && !name.startsWith("libjni")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        put(in, place.resolve(name));
                    }
                }
            }
        }
        for (var library : DESKTOP) {
            Files.copy(
                    place.resolve("libdrm.so.2"),
                    place.resolve("stub").resolve(library),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(place.resolve("complete"), VERSION);
        return true;
    }

    private static void put(InputStream in, Path to) throws IOException {
        Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        if (!to.toFile().setExecutable(true)) {
            throw new IOException(to + " could not be made executable");
        }
    }

    private static Tools beside(Path ffmpeg) {
        return new Tools(ffmpeg, ffmpeg.resolveSibling("ffprobe"), Map.of());
    }

    private static Optional<Tools> onPath() {
        var path = System.getenv("PATH");
        return (path == null ? List.<String>of() : List.of(path.split(":")))
                .stream()
                        .map(folder -> Path.of(folder, "ffmpeg"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .map(VideoTools::beside);
    }
}
