package planner.post;

import planner.workspace.WorkspaceId;

/** A post was made, changed, moved or removed; told in the transaction that did it. */
public record PostChanged(WorkspaceId workspace, PostId post) {}
