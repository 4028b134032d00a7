package planner.media;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.media.AssetPage.Mark;
import planner.network.MediaKind;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;
import tools.jackson.databind.JsonNode;

/** Files over HTTP. */
@RestController
@RequestMapping("/api/media")
class MediaController {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private static final int LONGEST_QUESTION = 200;
    /** In place of a folder's id. */
    private static final String TOP = "none";

    private final Assets assets;
    private final Library library;
    private final Uploads uploads;
    private final Links links;
    private final MediaFolder folder;
    private final Reception reception;

    MediaController(
            Assets assets, Library library, Uploads uploads, Links links, MediaFolder folder, Reception reception) {
        this.assets = assets;
        this.library = library;
        this.uploads = uploads;
        this.links = links;
        this.folder = folder;
        this.reception = reception;
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
        return AssetView.of(reception.take(request, (name, in) -> uploads.take(caller, name, in)));
    }

    @PostMapping("/links")
    @ResponseStatus(HttpStatus.CREATED)
    AssetView link(Caller caller, @RequestBody Link link) {
        var url = link.url();
        if (url == null || url.isBlank()) {
            throw Problem.invalid("url", "required");
        }
        return AssetView.of(reception.refusing("url", () -> links.take(caller, Fetch.uri(url))));
    }

    /**
     * @param q words of name, alternative text and tags, each at least by its beginning
     * @param folder a folder's id, or {@code none} for what lies at the top
     * @param deep with what lies beneath that folder
     * @param tag each of them
     * @param kind any of them
     * @param unused only what stands in no post
     */
    @GetMapping
    AssetList all(
            Caller caller,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(defaultValue = "false") boolean deep,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(required = false) @Nullable Set<MediaKind> kind,
            @RequestParam(defaultValue = "false") boolean unused,
            @RequestParam(defaultValue = "NEWEST") AssetPage.Sort sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + USUAL) int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", 1, MOST);
        }
        var filter = new AssetSearch.Filter(
                q == null || q.isBlank() ? null : Words.text("q", q, LONGEST_QUESTION),
                within(folder, deep),
                tag == null ? List.of() : Tags.names("tag", tag),
                kind == null ? Set.of() : kind,
                unused);
        var after = cursor == null
                ? null
                : Mark.read(cursor, sort).orElseThrow(() -> Problem.invalid("cursor", "malformed"));
        var page = library.page(caller.workspace(), filter, sort, after, limit);
        var next = page.next();
        return new AssetList(
                page.items().stream().map(AssetView::of).toList(), next == null ? null : next.text());
    }

    private static AssetSearch.@Nullable Within within(@Nullable String folder, boolean deep) {
        if (folder == null || folder.isBlank()) {
            return null;
        }
        try {
            return new AssetSearch.Within(folder.equals(TOP) ? null : UUID.fromString(folder), deep);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("folder", "malformed");
        }
    }

    /** What is absent stays. @param folder {@code null} = to the top; @param tags all that it has from now on */
    record Change(
            @Nullable String name,
            @Nullable String alt,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid")
            @Nullable
            JsonNode folder,

            @Nullable List<String> tags) {}

    @PatchMapping("/{id}")
    AssetView change(Caller caller, @PathVariable UUID id, @RequestBody Change input) {
        caller.require(Scope.WRITE);
        var change = new Library.Change(
                input.name(), input.alt(), Place.read("folder", input.folder()), input.tags());
        return AssetView.of(library.change(caller, new AssetId(id), change));
    }

    record TagNames(@Nullable List<String> tags) {}

    /** The same as PATCH with {@code tags} alone. */
    @PutMapping("/{id}/tags")
    AssetView tags(Caller caller, @PathVariable UUID id, @RequestBody TagNames input) {
        caller.require(Scope.WRITE);
        if (input.tags() == null) {
            throw Problem.invalid("tags", "required");
        }
        return AssetView.of(
                library.change(caller, new AssetId(id), new Library.Change(null, null, null, input.tags())));
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

    /** @param v of the bytes: who names it may keep them */
    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String v,
            HttpServletRequest request) {
        var asset = find(caller, id);
        return Content.of(asset.file(), folder, Content.kept(asset, v), request);
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String v) {
        var asset = find(caller, id);
        if (!asset.thumbnail()) {
            throw Problem.notFound();
        }
        return Content.thumbnail(
                asset, Content.kept(asset, v), new FileSystemResource(folder.thumbnail(asset.sha256())));
    }

    private Asset find(Caller caller, UUID id) {
        return assets.find(caller.workspace(), new AssetId(id)).orElseThrow(Problem::notFound);
    }
}
