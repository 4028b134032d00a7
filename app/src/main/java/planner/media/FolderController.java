package planner.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Scope;
import tools.jackson.databind.JsonNode;

/** The folders of the library over HTTP. */
@RestController
@RequestMapping("/api/media-folders")
class FolderController {
    private final Folders folders;

    FolderController(Folders folders) {
        this.folders = folders;
    }

    /** @param items the whole tree: each names its parent */
    record FolderList(List<FolderView> items) {}

    /** @param parent {@code null} = at the top; @param assets how many lie in it, without those beneath */
    record FolderView(UUID id, String name, @Nullable UUID parent, int assets) {
        static FolderView of(Folder it) {
            return new FolderView(it.id(), it.name(), it.parent(), it.assets());
        }
    }

    record NewFolder(
            @Nullable String name, @Nullable UUID parent) {}

    /** What is absent stays. @param parent {@code null} = to the top */
    record Change(
            @Nullable String name,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid")
            @Nullable
            JsonNode parent) {}

    @GetMapping
    FolderList all(Caller caller) {
        return new FolderList(
                folders.all(caller.workspace()).stream().map(FolderView::of).toList());
    }

    @GetMapping("/{id}")
    FolderView one(Caller caller, @PathVariable UUID id) {
        return FolderView.of(folders.get(caller.workspace(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FolderView create(Caller caller, @RequestBody NewFolder input) {
        caller.require(Scope.WRITE);
        return FolderView.of(folders.create(caller.workspace(), input.parent(), input.name()));
    }

    @PatchMapping("/{id}")
    FolderView change(Caller caller, @PathVariable UUID id, @RequestBody Change input) {
        caller.require(Scope.WRITE);
        var to = Place.read("parent", input.parent());
        return FolderView.of(folders.change(caller.workspace(), id, input.name(), to));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.WRITE);
        folders.delete(caller.workspace(), id);
    }
}
