package planner.media;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.media.AssetPage.Mark;
import planner.media.AssetPage.Sort;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** Finding assets, and what people write to them and where they put them. Whoever writes last is right. */
@Service
class Library {
    private static final int LONGEST_ALT = 5_000;

    private final AssetStore store;
    private final AssetSearch search;
    private final FolderStore folders;
    private final Tags tags;
    private final ApplicationEventPublisher events;

    Library(
            AssetStore store, AssetSearch search, FolderStore folders, Tags tags, ApplicationEventPublisher events) {
        this.store = store;
        this.search = search;
        this.folders = folders;
        this.tags = tags;
        this.events = events;
    }

    @Transactional(readOnly = true)
    AssetPage page(WorkspaceId workspace, AssetSearch.Filter filter, Sort sort, @Nullable Mark after, int limit) {
        var found = search.page(workspace, filter, sort, after, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new AssetPage(
                page.stream().map(AssetSearch.Found::asset).toList(),
                found.size() > limit ? page.getLast().mark() : null);
    }

    /** What is {@code null} stays. */
    record Change(
            @Nullable String name,
            @Nullable String alt,
            @Nullable Place folder,
            @Nullable List<String> tags) {}

    @Transactional
    Asset change(Caller caller, AssetId id, Change change) {
        var workspace = caller.workspace();
        if (store.present(workspace, List.of(id.value())).isEmpty()) {
            throw Problem.notFound();
        }
        if (change.tags() != null) {
            tags.set(workspace, id, change.tags());
        }
        if (change.name() != null) {
            store.rename(id, FileName.given("name", change.name()));
        }
        if (change.alt() != null) {
            store.describe(id, Words.text("alt", change.alt(), LONGEST_ALT).strip());
        }
        if (change.folder() != null) {
            keep(workspace, change.folder());
            store.move(workspace, List.of(id.value()), change.folder().folder());
        }
        events.publishEvent(new AssetChanged(workspace, id));
        return store.find(workspace, id).orElseThrow(Problem::notFound);
    }

    /** @param folder {@code null} = they stay where they are */
    record Arrangement(@Nullable Place folder, List<String> addTags, List<String> removeTags) {}

    /** What became of them. @param crowded they would have too many tags, and stay as they are */
    record Arranged(Set<UUID> done, Set<UUID> crowded) {}

    @Transactional
    Arranged arrange(Caller caller, List<UUID> ids, Arrangement how) {
        var workspace = caller.workspace();
        var present = store.present(workspace, ids);
        var crowded = how.addTags().isEmpty() && how.removeTags().isEmpty()
                ? Set.<UUID>of()
                : tags.change(workspace, present, how.addTags(), how.removeTags());
        var done = new ArrayList<>(present);
        done.removeAll(crowded);
        if (how.folder() != null) {
            keep(workspace, how.folder());
            store.move(workspace, done, how.folder().folder());
        }
        done.forEach(id -> events.publishEvent(new AssetChanged(workspace, new AssetId(id))));
        return new Arranged(new HashSet<>(done), crowded);
    }

    private void keep(WorkspaceId workspace, Place to) {
        if (to.folder() != null && !folders.keep(workspace, Objects.requireNonNull(to.folder()))) {
            throw Problem.invalid("folder", "unknown-id");
        }
    }
}
