package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Looks at what a file is, whatever it is called, and whether it is whole. */
@Component
class Probe {
    /** Decoding a large picture takes memory. */
    private static final int AT_ONCE = 2;

    private final VideoProbe videos;
    private final Semaphore looking = new Semaphore(AT_ONCE, true);

    Probe(VideoProbe videos) {
        this.videos = videos;
    }

    /**
     * @param thumbnail where the small picture goes, if there can be one
     * @throws Unusable when it is no file for us
     */
    Facts look(Path file, Path thumbnail) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(FileType.HEAD);
        }
        var type = FileType.of(head).orElseThrow(() -> new Unusable(Unusable.Why.UNKNOWN, "unknown type"));
        looking.acquireUninterruptibly();
        try {
            return switch (type) {
                case JPEG, PNG -> ImageProbe.probe(file, type, thumbnail);
                case GIF -> {
                    var facts = GifProbe.probe(file);
                    ImageProbe.probe(file, type, thumbnail);
                    yield facts;
                }
                case WEBP -> webp(file, thumbnail);
                case MP4, QUICKTIME, WEBM -> videos.probe(file, type, thumbnail);
                case PDF, VTT, SRT -> Facts.document(type.mime());
                case HEIF -> throw new Unusable(Unusable.Why.HEIF, "HEIC or AVIF");
            };
        } finally {
            looking.release();
        }
    }

    private Facts webp(Path file, Path thumbnail) throws IOException {
        var facts = WebpProbe.probe(file);
        boolean still = facts.frames() == 0;
        if (!videos.still(file, FileType.WEBP, thumbnail) && still && videos.ready()) {
            throw Unusable.corrupt("it could not be decoded");
        }
        return facts;
    }
}
