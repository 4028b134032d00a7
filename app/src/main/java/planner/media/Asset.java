package planner.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.workspace.WorkspaceId;

/**
 * An uploaded file with what its content says about it; see {@link Media} for the measures.
 *
 * @param fileId what deliveries call its bytes: another id after they were replaced
 * @param alt what a post takes for its alternative text unless a person writes another
 * @param folder {@code null} = at the top
 * @param tags by their names
 * @param sha256 of its bytes, in hexadecimal: the name of its file
 * @param thumbnail whether there is a small picture of it
 * @param uses in how many posts it stands
 */
public record Asset(
        AssetId id,
        UUID fileId,
        WorkspaceId workspace,
        String name,
        String alt,
        @Nullable UUID folder,
        List<String> tags,
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
    public Asset {
        tags = List.copyOf(tags);
    }

    KeptFile file() {
        return new KeptFile(fileId, name, kind, type, bytes, sha256);
    }

    /** As it goes into a delivery: bytes that are replaced later are other bytes, with another id. */
    public Media frozen(String alternative) {
        return new Media(
                fileId,
                kind,
                type,
                bytes,
                width,
                height,
                seconds,
                fps,
                frames,
                codec,
                sound,
                name,
                alternative,
                details);
    }
}
