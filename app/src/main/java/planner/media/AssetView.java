package planner.media;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.MediaDetails;
import planner.network.MediaKind;

/** An asset as it stands in JSON. Its addresses are new ones when its bytes are replaced, so that they may be cached. */
public record AssetView(
        UUID id,
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
        String url,
        @Nullable String thumbnail,
        Instant createdAt,
        int uses) {
    private static final int ENOUGH = 12;

    public static AssetView of(Asset asset) {
        var address = "/api/media/" + asset.id();
        var version = "?v=" + version(asset);
        return new AssetView(
                asset.id().value(),
                asset.name(),
                asset.alt(),
                asset.folder(),
                asset.tags(),
                asset.kind(),
                asset.type(),
                asset.bytes(),
                asset.width(),
                asset.height(),
                asset.seconds(),
                asset.fps(),
                asset.frames(),
                asset.codec(),
                asset.sound(),
                asset.details(),
                address + "/content" + version,
                asset.thumbnail() ? address + "/thumbnail" + version : null,
                asset.createdAt(),
                asset.uses());
    }

    /** Of its bytes. */
    static String version(Asset asset) {
        return asset.sha256().substring(0, ENOUGH);
    }
}
