package planner.publish;

import java.util.UUID;
import planner.workspace.WorkspaceId;

/** A publication moved; published in the transaction of the move. */
public record PublicationChanged(WorkspaceId workspace, PublicationId id, UUID post, PublicationState state) {}
