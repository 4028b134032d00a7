package planner.post;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import planner.media.Arrived;
import planner.media.Asset;
import planner.media.AssetId;
import planner.media.AssetView;
import planner.media.Assets;
import planner.media.Replacements;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;

/** The posts that a file stands in, and other bytes for all of them. Here, for files do not know posts. */
@RestController
@RequestMapping("/api/media/{id}")
class AssetUsesController {
    private static final int MOST = 200;
    private static final int MOST_TRIES = 5;

    private final Assets assets;
    private final PostStore store;
    private final FileReplacement replacement;
    private final Replacements replacements;
    private final FindingsView findings;

    AssetUsesController(
            Assets assets,
            PostStore store,
            FileReplacement replacement,
            Replacements replacements,
            FindingsView findings) {
        this.assets = assets;
        this.store = store;
        this.replacement = replacement;
        this.replacements = replacements;
        this.findings = findings;
    }

    /** @param line its title or the first words of its text; @param at when it is due; {@code null} = no time was chosen */
    record UseView(
            UUID post,
            String line,
            PostState state,
            @Nullable Instant at) {
        static UseView of(PostStore.Named it) {
            return new UseView(it.id().value(), it.line(), it.state(), it.at());
        }
    }

    record UseList(List<UseView> items, @Nullable String next) {}

    /** What the multipart body holds, for the API's description; it is read as it comes in. */
    record FileForm(
            @Schema(type = "string", format = "binary") String file) {}

    /** The newest posts first. */
    @GetMapping("/uses")
    UseList uses(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.invalid("limit", "range", 1, MOST);
        }
        requireAsset(caller, id);
        var users = assets.users(caller.workspace(), new AssetId(id), cursor, limit + 1);
        var page = users.subList(0, Math.min(limit, users.size()));
        return new UseList(
                store.named(caller.workspace(), page).stream().map(UseView::of).toList(),
                users.size() > limit ? page.getLast().toString() : null);
    }

    /** The same asset with other bytes: what waits takes them, what has begun keeps the old ones. */
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = FileForm.class)))
    @PutMapping("/file")
    AssetView replace(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        caller.require(Scope.WRITE);
        requireAsset(caller, id);
        return AssetView.of(replacements.receive(request, arrived -> replaced(caller, new AssetId(id), arrived)));
    }

    private Asset replaced(Caller caller, AssetId id, Arrived arrived) {
        try {
            for (int tried = 0; tried < MOST_TRIES; tried++) {
                var asset = replacement.replace(caller, id, arrived);
                if (asset != null) {
                    return asset;
                }
            }
            throw Problem.conflict("begins-to-be-used");
        } catch (FileReplacement.Refused e) {
            throw Problem.findings(findings.of(e.report(), caller.locale()))
                    .with("post", e.post().id().value());
        }
    }

    private void requireAsset(Caller caller, UUID id) {
        if (!assets.exists(caller.workspace(), new AssetId(id))) {
            throw Problem.notFound();
        }
    }
}
