package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import java.util.UUID;
import planner.workspace.WorkspaceId;

/**
 * The front door to other bytes for the same asset. Bytes never change under a delivery: what it froze is found by the id
 * of those bytes, and they stay as long as one of their deliveries may still be sent.
 */
@Service
public class Replacements {
    private final AssetStore store;
    private final EarlierStore earlier;
    private final Uploads uploads;
    private final Reception reception;
    private final Shelf shelf;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Replacements(
            AssetStore store,
            EarlierStore earlier,
            Uploads uploads,
            Reception reception,
            Shelf shelf,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.earlier = earlier;
        this.uploads = uploads;
        this.reception = reception;
        this.shelf = shelf;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the file of a multipart body, and does with it what is to be done. */
    public <T> T receive(HttpServletRequest request, Function<Arrived, T> deed) {
        return reception.take(request, (name, in) -> uploads.look(in, arrived -> {
            try {
                return deed.apply(arrived);
            } catch (RuntimeException e) {
                // the transaction did not keep it, but the disk may
                shelf.dropUnlessUsed(arrived.file().sha256());
                throw e;
            }
        }));
    }

    /**
     * Keeps the asset as it is until the transaction ends: what is ordered with it meanwhile waits, and sees the other
     * bytes. @return false when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(WorkspaceId workspace, AssetId asset) {
        return store.lock(workspace, asset);
    }

    /**
     * @param deliveries that were ordered with the bytes there are now, and go on with them
     * @throws NoSuchAsset when this workspace has none of this id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Asset replace(WorkspaceId workspace, AssetId id, Arrived arrived, Collection<UUID> deliveries) {
        var asset = store.find(workspace, id).orElseThrow(() -> new NoSuchAsset(id));
        if (asset.sha256().equals(arrived.file().sha256())) {
            return asset;
        }
        boolean picture = shelf.keep(arrived.file(), arrived.thumbnail());
        earlier.keep(asset, deliveries, clock.instant());
        store.replace(id, name(asset, arrived.facts()), arrived.facts(), arrived.file(), picture);
        events.publishEvent(new AssetChanged(workspace, id));
        return store.find(workspace, id).orElseThrow(() -> new NoSuchAsset(id));
    }

    private static String name(Asset asset, Facts facts) {
        return asset.type().equals(facts.type()) ? asset.name() : FileName.of(asset.name(), facts.type());
    }

    /** Throws away the bytes that nothing may send any more. @param over of these deliveries, those that have ended */
    public void tidy(UnaryOperator<Collection<UUID>> over) {
        earlier.release(over.apply(earlier.holders()));
        earlier.dropUnheld(clock.instant()).forEach(shelf::dropUnlessUsed);
    }
}
