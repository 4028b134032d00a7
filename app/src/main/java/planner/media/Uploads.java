package planner.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import planner.workspace.Caller;
import planner.workspace.Problem;

/** Takes files in: to the disk, looked at, kept. */
@Service
class Uploads {
    private final MediaFolder folder;
    private final AssetStore store;
    private final RenditionStore renditions;
    private final EarlierStore earlier;
    private final Shelf shelf;
    private final Probe probe;
    private final MediaSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Uploads(
            MediaFolder folder,
            AssetStore store,
            RenditionStore renditions,
            EarlierStore earlier,
            Shelf shelf,
            Probe probe,
            MediaSettings settings,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.folder = folder;
        this.store = store;
        this.renditions = renditions;
        this.earlier = earlier;
        this.shelf = shelf;
        this.probe = probe;
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
        return look(
                in,
                arrived -> Objects.requireNonNull(transaction.execute(status -> keep(caller, name, arrived))));
    }

    /**
     * What comes in, looked into; what the deed does not keep is gone afterwards.
     *
     * @throws Unusable when it is no file for us
     * @throws MediaFolder.TooLarge as soon as that is known
     */
    <T> T look(InputStream in, Function<Arrived, T> deed) throws IOException {
        var received = folder.receive(in, settings.largest().toBytes());
        var thumbnail = folder.scratch(".jpg");
        try {
            if (received.bytes() == 0) {
                throw new Unusable(Unusable.Why.EMPTY, "no bytes");
            }
            return deed.apply(new Arrived(received, probe.look(received.path(), thumbnail), thumbnail));
        } finally {
            Files.deleteIfExists(received.path());
            Files.deleteIfExists(thumbnail);
        }
    }

    private Asset keep(Caller caller, String name, Arrived arrived) {
        boolean picture = shelf.keep(arrived.file(), arrived.thumbnail());
        var id = store.insert(
                caller.workspace(), caller.person(), name, arrived.facts(), arrived.file(), picture, clock.instant());
        events.publishEvent(new AssetChanged(caller.workspace(), id));
        return store.find(caller.workspace(), id).orElseThrow();
    }

    /** A file goes when the last asset that shares it goes. */
    void delete(Caller caller, AssetId id) {
        var gone = transaction.execute(status -> {
            var asset = store.find(caller.workspace(), id).orElseThrow(Problem::notFound);
            if (asset.uses() > 0) {
                throw Problem.conflict("in-use", asset.uses());
            }
            var files = new ArrayList<>(renditions.dropOf(id));
            files.addAll(earlier.dropOf(id));
            if (!store.delete(id)) {
                throw Problem.conflict("in-use", 1);
            }
            files.add(asset.sha256());
            events.publishEvent(new AssetChanged(caller.workspace(), id));
            return files;
        });
        Objects.requireNonNull(gone).forEach(shelf::dropUnlessUsed);
    }
}
