package planner.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.workspace.WorkspaceId;

/**
 * An uploaded file with what its content says about it; see {@link Media} for the measures.
 *
 * @param sha256 of its bytes, in hexadecimal: the name of its file
 * @param thumbnail whether there is a small picture of it
 * @param uses in how many posts it stands
 */
public record Asset(
        AssetId id,
        WorkspaceId workspace,
        String name,
        MediaKind kind,
        String type,
        long bytes,
        int width,
        int height,
        double seconds,
        double fps,
        int frames,
        @Nullable String codec,
        @Nullable Boolean sound,
        MediaDetails details,
        String sha256,
        boolean thumbnail,
        Instant createdAt,
        int uses) {

    KeptFile file() {
        return new KeptFile(id.value(), name, kind, type, bytes, sha256);
    }

    public Media frozen(String alt) {
        return new Media(
                id.value(), kind, type, bytes, width, height, seconds, fps, frames, codec, sound, name, alt, details);
    }
}
