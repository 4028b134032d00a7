package planner.media;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.Media;
import planner.network.Recipe;
import planner.workspace.WorkspaceId;

/**
 * A file made from an asset's.
 *
 * @param source SHA-256 of the bytes it is made from
 * @param original what probing found of them
 * @param progress 0 to 1
 * @param problem why it failed: the key of a sentence; {@code null} unless it did
 * @param result what probing found of the file that was made; {@code null} until it is ready
 * @param sha256 of its bytes; {@code null} until it is ready
 * @param thumbnail whether there is a small picture of it
 */
record Rendition(
        UUID id,
        WorkspaceId workspace,
        AssetId asset,
        String source,
        Recipe recipe,
        Media original,
        State state,
        double progress,
        @Nullable String problem,
        @Nullable Media result,
        @Nullable String sha256,
        boolean thumbnail) {

    /** What can be sent; nothing until it is ready. */
    Optional<KeptFile> file() {
        return result == null || sha256 == null
                ? Optional.empty()
                : Optional.of(new KeptFile(id, result.name(), result.kind(), result.type(), result.bytes(), sha256));
    }

    enum State {
        WANTED,
        MAKING,
        READY,
        FAILED
    }
}
