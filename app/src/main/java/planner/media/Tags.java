package planner.media;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** The tags of a workspace: free words, told apart without case. One stays until it is deleted, used or not. */
@Service
class Tags {
    static final int MOST = 1_000;
    static final int MOST_OF_ONE = 30;
    private static final int LONGEST_NAME = 50;

    private final TagStore store;
    private final Clock clock;

    Tags(TagStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Tag> all(WorkspaceId workspace) {
        return store.all(workspace);
    }

    @Transactional
    Tag rename(WorkspaceId workspace, UUID id, @Nullable String raw) {
        store.queueUp(workspace);
        get(workspace, id);
        var name = name("name", raw);
        store.named(workspace, List.of(name)).stream()
                .filter(other -> !other.equals(id))
                .findFirst()
                .ifPresent(other -> {
                    throw Problem.conflict("tag-exists").with("current", other);
                });
        store.rename(id, name);
        store.reword(store.tagged(id));
        return get(workspace, id);
    }

    /** @param into what has this tag gets that one */
    @Transactional
    void delete(WorkspaceId workspace, UUID id, Optional<UUID> into) {
        store.queueUp(workspace);
        get(workspace, id);
        into.ifPresent(heir -> {
            if (heir.equals(id) || store.find(workspace, heir).isEmpty()) {
                throw Problem.invalid("into", "unknown-id");
            }
            store.merge(id, heir);
        });
        var assets = store.tagged(id);
        store.delete(id);
        store.reword(assets);
    }

    /** From now on the asset has these and no others. */
    @Transactional
    void set(WorkspaceId workspace, AssetId asset, List<String> names) {
        var clean = names("tags", names);
        store.queueUp(workspace);
        var ids = ensure(workspace, clean);
        if (ids.size() > MOST_OF_ONE) {
            throw Problem.invalid("tags", "too-many", MOST_OF_ONE);
        }
        store.removeAllBut(asset.value(), ids);
        store.add(List.of(asset.value()), ids);
        store.reword(List.of(asset.value()));
    }

    /** @return those of the assets that would have too many: they stay as they are */
    @Transactional
    Set<UUID> change(WorkspaceId workspace, Collection<UUID> assets, List<String> more, List<String> less) {
        store.queueUp(workspace);
        var gone = store.named(workspace, names("removeTags", less));
        var come = ensure(workspace, names("addTags", more));
        var crowded = new HashSet<>(store.crowded(assets, come, gone, MOST_OF_ONE));
        var others = assets.stream().filter(asset -> !crowded.contains(asset)).toList();
        store.remove(others, gone);
        store.add(others, come);
        store.reword(others);
        return crowded;
    }

    private List<UUID> ensure(WorkspaceId workspace, List<String> names) {
        store.create(workspace, names, clock.instant());
        if (store.count(workspace) > MOST) {
            throw Problem.conflict("too-many-tags", MOST);
        }
        return store.named(workspace, names);
    }

    private Tag get(WorkspaceId workspace, UUID id) {
        return store.find(workspace, id).orElseThrow(Problem::notFound);
    }

    /** @throws Problem that names the field */
    static List<String> names(String field, List<@Nullable String> raw) {
        if (raw.size() > MOST_OF_ONE * 2) {
            throw Problem.invalid(field, "too-many", MOST_OF_ONE);
        }
        return raw.stream().map(name -> name(field, name)).distinct().toList();
    }

    private static String name(String field, @Nullable String raw) {
        return Words.line(field, raw, LONGEST_NAME);
    }
}
