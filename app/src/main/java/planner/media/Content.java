package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import planner.network.MediaKind;
import planner.workspace.Problem;

/** Sends a stranger's file without letting a browser take it for a page of ours. Ranges are Spring's work. */
final class Content {
    private Content() {}

    static ResponseEntity<Resource> of(
            KeptFile kept, MediaFolder folder, CacheControl cache, HttpServletRequest request) {
        var file = folder.file(kept.sha256());
        if (!Files.exists(file)) {
            throw Problem.notFound();
        }
        var content = new FileSystemResource(file);
        if (!canBeCut(content, request)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + kept.bytes())
                    .build();
        }
        var kind = kept.kind() == MediaKind.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        return safe(kept.type(), "\"" + kept.sha256() + "\"", cache)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        kind.filename(kept.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /** Asked here as well, for Spring would send the whole file with its refusal. */
    private static boolean canBeCut(Resource content, HttpServletRequest request) {
        var range = request.getHeader(HttpHeaders.RANGE);
        if (range == null) {
            return true;
        }
        try {
            HttpRange.toResourceRegions(HttpRange.parseRanges(range), content);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static ResponseEntity<Resource> thumbnail(Asset asset, Resource picture) {
        return picture("\"" + asset.sha256() + "-t\"", picture);
    }

    /** A JPEG that we made. */
    static ResponseEntity<Resource> picture(String tag, Resource picture) {
        var cache = CacheControl.maxAge(Duration.ofDays(30)).cachePrivate();
        return safe("image/jpeg", tag, cache).body(picture);
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
