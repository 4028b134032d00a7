package planner.media;

import planner.workspace.WorkspaceId;

/** Published in the transaction of the change: an asset came or went. */
public record AssetChanged(WorkspaceId workspace, AssetId id) {}
