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
    private final Pictures pictures;
    private final Semaphore looking = new Semaphore(AT_ONCE, true);

    Probe(VideoProbe videos, Pictures pictures) {
        this.videos = videos;
        this.pictures = pictures;
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
                case JPEG, PNG -> detailed(ImageProbe.probe(file, type, thumbnail), file, thumbnail);
                case GIF -> {
                    var facts = GifProbe.probe(file);
                    ImageProbe.probe(file, type, thumbnail);
                    yield facts;
                }
                case WEBP -> detailed(WebpProbe.probe(file), file, thumbnail);
                case HEIC, AVIF -> pictures.look(file, type, thumbnail);
                case MP4, QUICKTIME, WEBM -> videos.probe(file, type, thumbnail);
                case PDF, VTT, SRT -> Facts.document(type.mime());
            };
        } finally {
            looking.release();
        }
    }

    /** What Java could not show is shown by libvips, and so proven to be whole. */
    private Facts detailed(Facts facts, Path file, Path thumbnail) throws IOException {
        if (!pictures.ready()) {
            return facts;
        }
        if (!Files.exists(thumbnail)) {
            pictures.thumbnail(file, facts.width(), facts.height(), thumbnail);
        }
        return facts.with(pictures.details(file));
    }
}
