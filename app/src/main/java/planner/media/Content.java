package planner.media;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
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
    private static final CacheControl LONG =
            CacheControl.maxAge(Duration.ofDays(30)).cachePrivate();

    /** Asked each time whether it is still that. */
    private static final CacheControl ASKED = CacheControl.noCache().cachePrivate();

    private Content() {}

    static ResponseEntity<Resource> of(
            KeptFile kept, MediaFolder folder, CacheControl cache, HttpServletRequest request) {
        var file = folder.file(kept.sha256());
        if (!Files.exists(file)) {
            throw Problem.notFound();
        }
        var tag = "\"" + kept.sha256() + "\"";
        var kind = kept.kind() == MediaKind.DOCUMENT ? ContentDisposition.attachment() : ContentDisposition.inline();
        var answer = safe(kept.type(), tag, cache)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        kind.filename(kept.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString());
        return cut(answer, tag, kept.bytes(), new FileSystemResource(file), request);
    }

    /** Bytes that lie nowhere. */
    static ResponseEntity<Resource> of(
            byte[] bytes, String type, String tag, CacheControl cache, HttpServletRequest request) {
        return cut(safe(type, tag, cache), tag, bytes.length, new ByteArrayResource(bytes), request);
    }

    /** Whole, or in the pieces that are asked for. */
    private static ResponseEntity<Resource> cut(
            ResponseEntity.BodyBuilder answer, String tag, long bytes, Resource content, HttpServletRequest request) {
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (condition != null && !condition.strip().equals(tag)) {
            // the caller has a piece of other bytes; Spring cuts any resource but this one
            return answer.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                    .contentLength(bytes)
                    .body(new InputStreamResource(content));
        }
        if (!canBeCut(content, request)) {
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes)
                    .build();
        }
        return answer.body(content);
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

    static ResponseEntity<Resource> thumbnail(Asset asset, CacheControl cache, Resource picture) {
        return safe("image/jpeg", "\"" + asset.sha256() + "-t\"", cache).body(picture);
    }

    /** A JPEG that we made of a file that may be replaced. */
    static ResponseEntity<Resource> picture(String tag, Resource picture) {
        return safe("image/jpeg", tag, ASKED).body(picture);
    }

    /** An address without the version of the bytes may give others tomorrow. */
    static CacheControl kept(Asset asset, @Nullable String version) {
        return AssetView.version(asset).equals(version)
                ? LONG
                : ASKED;
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
