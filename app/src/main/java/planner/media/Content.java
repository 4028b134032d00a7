package planner.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import planner.network.MediaKind;
import planner.workspace.Problem;

/** Sends a stranger's file without letting a browser take it for a page of ours. Ranges are Spring's work. */
final class Content {
    private Content() {}

    static ResponseEntity<Resource> of(Asset asset, MediaFolder folder, CacheControl cache) {
        var file = folder.file(asset.sha256());
        if (!Files.exists(file)) {
            throw Problem.notFound();
        }
        var kind = asset.kind() == MediaKind.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        return safe(asset.type(), "\"" + asset.sha256() + "\"", cache)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        kind.filename(asset.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    static ResponseEntity<Resource> thumbnail(Asset asset, Resource picture) {
        var cache = CacheControl.maxAge(Duration.ofDays(30)).cachePrivate();
        return safe("image/jpeg", "\"" + asset.sha256() + "-t\"", cache).body(picture);
    }

    private static ResponseEntity.BodyBuilder safe(String type, String tag, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(cache)
                .eTag(tag)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }
}
