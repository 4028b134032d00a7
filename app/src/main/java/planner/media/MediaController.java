package planner.media;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Problem;

/** Files over HTTP. */
@RestController
@RequestMapping("/api/media")
class MediaController {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Assets assets;
    private final Uploads uploads;
    private final Links links;
    private final MediaFolder folder;
    private final MediaSettings settings;

    MediaController(Assets assets, Uploads uploads, Links links, MediaFolder folder, MediaSettings settings) {
        this.assets = assets;
        this.uploads = uploads;
        this.links = links;
        this.folder = folder;
        this.settings = settings;
    }

    record AssetList(List<AssetView> items, @Nullable String next) {}

    record Link(@Nullable String url) {}

    /** What the multipart body holds, for the API's description; it is read as it comes in. */
    record UploadForm(
            @Schema(type = "string", format = "binary") String file) {}

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @io.swagger.v3.oas.annotations.media.Content(
                            mediaType = "multipart/form-data",
                            schema = @Schema(implementation = UploadForm.class)))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AssetView upload(Caller caller, HttpServletRequest request) {
        return refusing(
                "file",
                () -> UploadBody.read(
                        request, settings.largest().toBytes(), (name, in) -> uploads.take(caller, name, in)));
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.CREATED)
    AssetView link(Caller caller, @RequestBody Link link) {
        var url = link.url();
        if (url == null || url.isBlank()) {
            throw Problem.invalid("url", "required");
        }
        return refusing("url", () -> links.take(caller, Fetch.uri(url)));
    }

    @GetMapping
    AssetList all(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "" + USUAL) int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "malformed");
        }
        var page = assets.page(caller.workspace(), cursor, limit);
        var items = page.items().stream().map(AssetView::of).toList();
        var next = page.next();
        return new AssetList(items, next == null ? null : next.toString());
    }

    @GetMapping("/{id}")
    AssetView one(Caller caller, @PathVariable UUID id) {
        return AssetView.of(find(caller, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        uploads.delete(caller, new AssetId(id));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        var asset = find(caller, id);
        return Content.of(
                asset.file(), folder, CacheControl.maxAge(Duration.ofDays(30)).cachePrivate(), request);
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(Caller caller, @PathVariable UUID id) {
        var asset = find(caller, id);
        if (!asset.thumbnail()) {
            throw Problem.notFound();
        }
        return Content.thumbnail(asset, new FileSystemResource(folder.thumbnail(asset.sha256())));
    }

    private Asset find(Caller caller, UUID id) {
        return assets.find(caller.workspace(), new AssetId(id)).orElseThrow(Problem::notFound);
    }

    private interface Taking {
        Asset take() throws IOException;
    }

    /** @param field what the caller gave us */
    private AssetView refusing(String field, Taking taking) {
        try {
            return AssetView.of(taking.take());
        } catch (MediaFolder.TooLarge e) {
            throw Problem.of(413, "too-large", "upload", settings.largest().toMegabytes());
        } catch (Fetch.Failed e) {
            throw Problem.invalid(field, e.rule(), String.valueOf(e.getMessage()));
        } catch (Unusable e) {
            throw switch (e.why()) {
                case UNKNOWN -> Problem.of(415, "unsupported-media", "unknown");
                case NO_VIDEO_TOOLS -> Problem.of(415, "unsupported-media", "no-video-tools");
                case NO_PICTURE_TOOLS -> Problem.of(415, "unsupported-media", "no-picture-tools");
                case EMPTY -> Problem.invalid(field, "empty-file");
                case CORRUPT -> Problem.invalid(field, "corrupt");
                case HUGE -> Problem.invalid(field, "huge");
                case NO_PICTURE -> Problem.invalid(field, "no-picture");
            };
        } catch (IOException e) {
            // the sender went away or sent a broken body: whatever we answer, it is not our fault
            throw Problem.invalid(field, "interrupted");
        }
    }
}
