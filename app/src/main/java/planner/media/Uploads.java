package planner.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import planner.workspace.Caller;
import planner.workspace.Problem;

/** Takes files in: to the disk, looked at, kept. */
@Service
class Uploads {
    /** Decoding a large picture takes memory. */
    private static final int AT_ONCE = 2;

    private final MediaFolder folder;
    private final AssetStore store;
    private final VideoProbe videos;
    private final MediaSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Semaphore looking = new Semaphore(AT_ONCE, true);

    Uploads(
            MediaFolder folder,
            AssetStore store,
            VideoProbe videos,
            MediaSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.folder = folder;
        this.store = store;
        this.videos = videos;
        this.settings = settings;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @throws Unusable when it is no file for us
     * @throws MediaFolder.TooLarge as soon as that is known
     */
    Asset take(Caller caller, String name, InputStream in) throws IOException {
        var received = folder.receive(in, settings.largest().toBytes());
        var thumbnail = folder.scratch(".jpg");
        try {
            if (received.bytes() == 0) {
                throw new Unusable(Unusable.Why.EMPTY, "no bytes");
            }
            var facts = look(received.path(), thumbnail);
            var asset = transaction.execute(status -> keep(caller, name, facts, received, thumbnail));
            if (asset == null) {
                throw new IllegalStateException("nothing was kept");
            }
            return asset;
        } finally {
            Files.deleteIfExists(received.path());
            Files.deleteIfExists(thumbnail);
        }
    }

    private Facts look(Path file, Path thumbnail) throws IOException {
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

    private Asset keep(Caller caller, String name, Facts facts, StoredFile received, Path thumbnail) {
        store.lockFile(received.sha256());
        try {
            boolean picture = Files.exists(thumbnail);
            if (!Files.exists(folder.file(received.sha256()))) {
                folder.keep(received.path(), folder.file(received.sha256()));
            }
            if (picture) {
                folder.keep(thumbnail, folder.thumbnail(received.sha256()));
            }
            var id = store.insert(caller.workspace(), caller.person(), name, facts, received, picture, clock.instant());
            events.publishEvent(new AssetChanged(caller.workspace(), id));
            return store.find(caller.workspace(), id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept", e);
        }
    }

    /** A file goes when the last asset that shares it goes. */
    void delete(Caller caller, AssetId id) {
        var gone = transaction.execute(status -> {
            var asset = store.find(caller.workspace(), id).orElseThrow(Problem::notFound);
            if (!store.delete(id)) {
                throw Problem.conflict("in-use", asset.uses());
            }
            events.publishEvent(new AssetChanged(caller.workspace(), id));
            return asset.sha256();
        });
        // only after the row is gone for good: a rollback must not leave a row without its file
        transaction.executeWithoutResult(status -> {
            store.lockFile(String.valueOf(gone));
            if (!store.fileUsed(String.valueOf(gone))) {
                folder.delete(String.valueOf(gone));
            }
        });
    }
}
