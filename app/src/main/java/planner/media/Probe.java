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
                case JPEG, PNG -> clean(still(file, type, thumbnail), file, type);
                case GIF -> clean(seen(GifProbe.probe(file), file, type, thumbnail), file, type);
                case WEBP -> clean(seen(WebpProbe.probe(file), file, type, thumbnail), file, type);
                case HEIC, AVIF -> pictures.look(file, type, thumbnail);
                case MP4, QUICKTIME, WEBM -> videos.probe(file, type, thumbnail);
                case PDF, VTT, SRT -> Facts.document(type.mime());
            };
        } finally {
            looking.release();
        }
    }

    /** Where there is no libvips, Java reads what it can. */
    private Facts still(Path file, FileType type, Path thumbnail) throws IOException {
        return pictures.ready() ? pictures.look(file, type, thumbnail) : ImageProbe.probe(file, type, thumbnail);
    }

    /** Its frames are counted by us; it is shown, and so proven to be whole, as a still is. */
    private Facts seen(Facts facts, Path file, FileType type, Path thumbnail) throws IOException {
        if (type == FileType.WEBP && !pictures.ready()) {
            return facts;
        }
        return facts.with(still(file, type, thumbnail).details());
    }

    /** Whether it says more than it shows is known by who would leave that out. */
    private static Facts clean(Facts facts, Path file, FileType type) throws IOException {
        return facts.personal(Nameless.saysMore(file, type));
    }
}
