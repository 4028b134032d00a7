package planner.media;

import java.util.List;
import java.util.UUID;
import planner.workspace.WorkspaceId;

/**
 * Published in the transaction of the change: a rendition is ready, or cannot be made.
 *
 * @param users the posts that need it
 */
public record RenditionChanged(WorkspaceId workspace, AssetId asset, List<UUID> users) {
    public RenditionChanged {
        users = List.copyOf(users);
    }
}
