package planner.post;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;

/** A post as it is kept. */
record Post(
        PostId id,
        WorkspaceId workspace,
        @Nullable PersonId author,
        int version,
        PostState state,
        @Nullable Instant dueAt,
        ZoneId zone,
        PostInput content,
        Instant createdAt,
        Instant updatedAt) {}
