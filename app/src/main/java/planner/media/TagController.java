package planner.media;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Scope;

/** The tags of the library over HTTP; one comes to be when an asset gets it. */
@RestController
@RequestMapping("/api/media-tags")
class TagController {
    private final Tags tags;

    TagController(Tags tags) {
        this.tags = tags;
    }

    record TagList(List<TagView> items) {}

    /** @param assets how many have it */
    record TagView(UUID id, String name, int assets) {
        static TagView of(Tag it) {
            return new TagView(it.id(), it.name(), it.assets());
        }
    }

    record Change(@Nullable String name) {}

    @GetMapping
    TagList all(Caller caller) {
        return new TagList(
                tags.all(caller.workspace()).stream().map(TagView::of).toList());
    }

    @PatchMapping("/{id}")
    TagView rename(Caller caller, @PathVariable UUID id, @RequestBody Change input) {
        caller.require(Scope.WRITE);
        return TagView.of(tags.rename(caller.workspace(), id, input.name()));
    }

    /** @param into the tag that its assets get instead: two tags become one */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID into) {
        caller.require(Scope.WRITE);
        tags.delete(caller.workspace(), id, Optional.ofNullable(into));
    }
}
