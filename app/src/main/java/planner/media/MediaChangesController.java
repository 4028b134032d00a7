package planner.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;
import tools.jackson.databind.JsonNode;

/** One change of many assets, each with an outcome of its own. */
@RestController
@RequestMapping("/api/media-changes")
class MediaChangesController {
    private static final int MOST = 200;

    private final Library library;
    private final Uploads uploads;
    private final MessageSource messages;

    MediaChangesController(Library library, Uploads uploads, MessageSource messages) {
        this.library = library;
        this.uploads = uploads;
        this.messages = messages;
    }

    /**
     * @param folder where they are put; {@code null} = to the top, absent = they stay where they are
     * @param delete stands alone
     */
    record Changes(
            @Nullable List<UUID> ids,

            @Schema(
                    types = {"string", "null"},
                    format = "uuid")
            @Nullable
            JsonNode folder,

            @Nullable List<String> addTags,
            @Nullable List<String> removeTags,
            @Nullable Boolean delete) {}

    enum Outcome {
        DONE,
        NOT_FOUND,
        IN_USE,
        TOO_MANY_TAGS
    }

    /** @param message why it was not done */
    record Changed(
            UUID id, Outcome outcome, @Nullable String message) {}

    record ChangedList(List<Changed> items) {}

    @PostMapping
    ChangedList change(Caller caller, @RequestBody Changes input) {
        caller.require(Scope.WRITE);
        var ids = ids(input);
        var how = new Library.Arrangement(
                Place.read("folder", input.folder()),
                Objects.requireNonNullElse(input.addTags(), List.of()),
                Objects.requireNonNullElse(input.removeTags(), List.of()));
        boolean arranges = how.folder() != null
                || !how.addTags().isEmpty()
                || !how.removeTags().isEmpty();
        boolean deletes = Boolean.TRUE.equals(input.delete());
        if (arranges == deletes) {
            throw Problem.invalid("delete", "one-change");
        }
        return new ChangedList(deletes ? delete(caller, ids) : arrange(caller, ids, how));
    }

    private List<Changed> arrange(Caller caller, List<UUID> ids, Library.Arrangement how) {
        var arranged = library.arrange(caller, ids, how);
        return ids.stream()
                .map(id -> changed(
                        id,
                        arranged.done().contains(id)
                                ? Outcome.DONE
                                : arranged.crowded().contains(id) ? Outcome.TOO_MANY_TAGS : Outcome.NOT_FOUND,
                        caller.locale()))
                .toList();
    }

    /** Each by itself: its file goes with it. */
    private List<Changed> delete(Caller caller, List<UUID> ids) {
        return ids.stream()
                .map(id -> changed(id, delete(caller, id), caller.locale()))
                .toList();
    }

    private Outcome delete(Caller caller, UUID id) {
        try {
            uploads.delete(caller, new AssetId(id));
            return Outcome.DONE;
        } catch (Problem e) {
            return e.status() == 404 ? Outcome.NOT_FOUND : Outcome.IN_USE;
        }
    }

    private Changed changed(UUID id, Outcome outcome, Locale locale) {
        var key = "outcome." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Changed(
                id, outcome, outcome == Outcome.DONE ? null : messages.getMessage(key, null, outcome.name(), locale));
    }

    private static List<UUID> ids(Changes input) {
        var ids = input.ids();
        if (ids == null || ids.isEmpty() || ids.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid("ids", "required");
        }
        if (ids.size() > MOST) {
            throw Problem.invalid("ids", "too-many", MOST);
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }
}
