package planner.media;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.workspace.Installation;
import planner.workspace.WorkspaceId;

/** The front door to uploaded files. */
@Service
public class Assets {
    private final AssetStore store;
    private final FileStore files;
    private final MediaFolder folder;
    private final LinkSigner signer;
    private final Installation installation;
    private final Clock clock;

    Assets(
            AssetStore store,
            FileStore files,
            MediaFolder folder,
            LinkSigner signer,
            Installation installation,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.folder = folder;
        this.signer = signer;
        this.installation = installation;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Asset> find(WorkspaceId workspace, AssetId id) {
        return store.find(workspace, id);
    }

    @Transactional(readOnly = true)
    public boolean exists(WorkspaceId workspace, AssetId id) {
        return store.find(workspace, id).isPresent();
    }

    /** @throws NoSuchAsset when this workspace has none of this id */
    @Transactional(readOnly = true)
    public Asset get(WorkspaceId workspace, AssetId id) {
        return store.find(workspace, id).orElseThrow(() -> new NoSuchAsset(id));
    }

    /**
     * The asset as it goes into a delivery.
     *
     * @throws NoSuchAsset when this workspace has none of this id
     */
    @Transactional(readOnly = true)
    public Media frozen(WorkspaceId workspace, AssetId id, String alt) {
        return get(workspace, id).frozen(alt);
    }

    /** The posts that it stands in, the newest first, older than {@code before} if there is one. */
    @Transactional(readOnly = true)
    public List<UUID> users(WorkspaceId workspace, AssetId id, @Nullable UUID before, int limit) {
        return store.users(workspace, id, before, limit);
    }

    /** The files of a delivery, for the time of its publication. */
    public MediaFiles files(WorkspaceId workspace, UUID delivery) {
        return new DeliveryFiles(files, folder, signer, installation, clock, workspace, delivery);
    }

    /** Throws away the addresses that open nothing any more. */
    @Transactional
    public void tidy() {
        files.deleteEndedLinks(clock.instant());
    }

    /** From now on these and no others stand in the post {@code user}; none = it needs no files any more. */
    @Transactional
    public void markUsed(WorkspaceId workspace, UUID user, Collection<AssetId> assets) {
        store.uses(workspace, user, assets);
    }
}
