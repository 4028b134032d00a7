package planner.media;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
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
    private final MediaFolder folder;
    private final LinkSigner signer;
    private final Installation installation;
    private final Clock clock;

    Assets(AssetStore store, MediaFolder folder, LinkSigner signer, Installation installation, Clock clock) {
        this.store = store;
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

    /**
     * The asset as it goes into a delivery.
     *
     * @throws NoSuchAsset when this workspace has none of this id
     */
    @Transactional(readOnly = true)
    public Media frozen(WorkspaceId workspace, AssetId id, String alt) {
        return store.find(workspace, id).orElseThrow(() -> new NoSuchAsset(id)).frozen(alt);
    }

    /** The files of a delivery, for the time of its publication. */
    public MediaFiles files(WorkspaceId workspace, UUID delivery) {
        return new DeliveryFiles(store, folder, signer, installation, clock, workspace, delivery);
    }

    /** From now on these and no others stand in the post {@code user}; none = it needs no files any more. */
    @Transactional
    public void markUsed(WorkspaceId workspace, UUID user, Collection<AssetId> assets) {
        store.uses(workspace, user, assets);
    }
}
