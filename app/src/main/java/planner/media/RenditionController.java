package planner.media;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import planner.network.Edit;
import planner.network.MediaKind;
import planner.workspace.Caller;
import planner.workspace.Problem;
import tools.jackson.core.JacksonException;

/** What is made of files, and what an edit would make of one. */
@RestController
@RequestMapping("/api/media")
class RenditionController {
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 1_280;
    private static final int AT_ONCE = 2;

    private final Assets assets;
    private final Renditions renditions;
    private final MediaFolder folder;
    private final Pictures pictures;
    private final Films films;
    private final MessageSource messages;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    RenditionController(
            Assets assets,
            Renditions renditions,
            MediaFolder folder,
            Pictures pictures,
            Films films,
            MessageSource messages) {
        this.assets = assets;
        this.renditions = renditions;
        this.folder = folder;
        this.pictures = pictures;
        this.films = films;
        this.messages = messages;
    }

    record RenditionList(List<RenditionView> items) {}

    /**
     * @param progress 0 to 1
     * @param bytes of the file; {@code null} until it is ready
     * @param problem why it cannot be made, in the reader's language
     * @param url of its content; {@code null} until it is ready
     */
    record RenditionView(
            UUID id,
            Rendition.State state,
            double progress,
            MediaKind kind,
            String type,
            int width,
            int height,
            @Nullable Long bytes,
            @Nullable String problem,
            @Nullable String url) {}

    @GetMapping("/{id}/renditions")
    RenditionList all(Caller caller, @PathVariable UUID id) {
        var asset = find(caller, id);
        return new RenditionList(renditions.of(caller.workspace(), asset.id()).stream()
                .map(rendition -> view(caller, rendition))
                .toList());
    }

    private RenditionView view(Caller caller, Rendition it) {
        var target = it.recipe().target();
        var result = it.result();
        var problem = it.problem();
        return new RenditionView(
                it.id(),
                it.state(),
                it.progress(),
                target.kind(),
                target.type(),
                result == null ? target.width() : result.width(),
                result == null ? target.height() : result.height(),
                result == null ? null : result.bytes(),
                problem == null ? null : messages.getMessage("file." + problem, null, problem, caller.locale()),
                result == null ? null : "/api/media/renditions/" + it.id() + "/content");
    }

    @GetMapping("/renditions/{id}/content")
    ResponseEntity<Resource> content(Caller caller, @PathVariable UUID id, HttpServletRequest request) {
        var file =
                renditions.find(caller.workspace(), id).flatMap(Rendition::file).orElseThrow(Problem::notFound);
        return Content.of(file, folder, CacheControl.maxAge(Duration.ofDays(30)).cachePrivate(), request);
    }

    /**
     * A JPEG of what an edit makes of the file; of a video its first picture that stays.
     *
     * @param edit {@link Edit} as JSON; without it the file as it is
     * @param side the longest side of the picture, in pixels
     */
    @GetMapping("/{id}/preview")
    @Nullable
    ResponseEntity<Resource> preview(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String edit,
            @RequestParam(defaultValue = "640") int side,
            @Parameter(hidden = true) WebRequest request) {
        if (side < LEAST_SIDE || side > MOST_SIDE) {
            throw Problem.invalid("side", "range", LEAST_SIDE, MOST_SIDE);
        }
        var asset = find(caller, id);
        var wanted = edit == null || edit.isBlank() ? Edit.NONE : read(edit);
        var tag = "\"" + asset.sha256() + "-" + side + "-"
                + Integer.toHexString(
                        MediaJson.MAPPER.writeValueAsString(wanted).hashCode()) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        places.acquireUninterruptibly();
        try {
            return Content.picture(tag, new ByteArrayResource(preview(asset, wanted, side)));
        } catch (Maker.Unmakable | Unusable e) {
            throw Problem.of(415, "unsupported-media", "no-preview");
        } catch (IOException e) {
            throw new IllegalStateException("a preview could not be made", e);
        } finally {
            places.release();
        }
    }

    private byte[] preview(Asset asset, Edit edit, int side) throws IOException {
        var media = asset.frozen("");
        var to = folder.scratch(".jpg");
        try {
            var original = folder.file(asset.sha256());
            switch (asset.kind()) {
                case IMAGE, ANIMATION -> pictures.preview(original, media, edit, side, to);
                case VIDEO -> films.preview(original, media, edit, side, to);
                case DOCUMENT -> throw new Maker.Unmakable("no-tools");
            }
            return Files.readAllBytes(to);
        } finally {
            Files.deleteIfExists(to);
        }
    }

    private static Edit read(String json) {
        try {
            return Optional.ofNullable(MediaJson.MAPPER.readValue(json, Edit.class))
                    .orElseThrow(() -> Problem.invalid("edit", "malformed"));
        } catch (JacksonException e) {
            throw Problem.invalid("edit", "malformed");
        }
    }

    private Asset find(Caller caller, UUID id) {
        return assets.find(caller.workspace(), new AssetId(id)).orElseThrow(Problem::notFound);
    }
}
