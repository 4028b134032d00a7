package planner.publish;

import planner.workspace.WorkspaceId;

/** A publication moved; published with the commit of the move. */
public record PublicationChanged(WorkspaceId workspace, PublicationId id, PublicationState state) {}
