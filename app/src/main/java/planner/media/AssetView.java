package planner.media;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import planner.network.MediaDetails;
import planner.network.MediaKind;

/** An asset as it stands in JSON. */
record AssetView(
        UUID id,
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
        String url,
        @Nullable String thumbnail,
        Instant createdAt,
        int uses) {

    static AssetView of(Asset asset) {
        var address = "/api/media/" + asset.id();
        return new AssetView(
                asset.id().value(),
                asset.name(),
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
                address + "/content",
                asset.thumbnail() ? address + "/thumbnail" : null,
                asset.createdAt(),
                asset.uses());
    }
}
