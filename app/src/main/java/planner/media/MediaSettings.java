package planner.media;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** What can be set about files. */
@Component
class MediaSettings {
    private final DataSize largest;
    private final int encodes;
    private final Optional<Path> ffmpeg;

    MediaSettings(Environment settings) {
        largest = DataSize.ofMegabytes(settings.getProperty("PLANNER_MAX_UPLOAD", Long.class, 1024L));
        encodes = settings.getProperty("PLANNER_ENCODES", Integer.class, 1);
        ffmpeg = Optional.of(settings.getProperty("PLANNER_FFMPEG", ""))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    DataSize largest() {
        return largest;
    }

    /** How many films this process encodes at once. */
    int encodes() {
        return encodes;
    }

    Optional<Path> ffmpeg() {
        return ffmpeg;
    }
}
