package planner.media;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** The folders of a workspace: a tree, in which nobody can make a circle. */
@Service
class Folders {
    static final int DEEPEST = 10;
    static final int MOST = 2_000;
    private static final int LONGEST_NAME = 100;

    private final FolderStore store;
    private final Clock clock;

    Folders(FolderStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<Folder> all(WorkspaceId workspace) {
        return store.all(workspace);
    }

    @Transactional(readOnly = true)
    Folder get(WorkspaceId workspace, UUID id) {
        return store.find(workspace, id).orElseThrow(Problem::notFound);
    }

    @Transactional
    Folder create(WorkspaceId workspace, @Nullable UUID parent, @Nullable String name) {
        store.queueUp(workspace);
        if (store.count(workspace) >= MOST) {
            throw Problem.conflict("too-many-folders", MOST);
        }
        var clean = name(name);
        place(workspace, null, parent, clean);
        return get(workspace, store.insert(workspace, parent, clean, clock.instant()));
    }

    /**
     * @param name {@code null} = as it is
     * @param to {@code null} = where it is
     */
    @Transactional
    Folder change(WorkspaceId workspace, UUID id, @Nullable String name, @Nullable Place to) {
        store.queueUp(workspace);
        var folder = get(workspace, id);
        var clean = name == null ? folder.name() : name(name);
        var parent = to == null ? folder.parent() : to.folder();
        place(workspace, folder, parent, clean);
        store.write(id, parent, clean);
        return get(workspace, id);
    }

    /** Only an empty one goes: nobody loses sight of what lies in it. */
    @Transactional
    void delete(WorkspaceId workspace, UUID id) {
        store.queueUp(workspace);
        get(workspace, id);
        store.lock(id);
        if (!store.empty(id)) {
            throw Problem.conflict("folder-not-empty");
        }
        store.delete(id);
    }

    /** Whether it may stand there under that name. @param folder {@code null} = a new one */
    private void place(WorkspaceId workspace, @Nullable Folder folder, @Nullable UUID parent, String name) {
        if (parent != null) {
            if (store.find(workspace, parent).isEmpty()) {
                throw Problem.invalid("parent", "unknown-id");
            }
            var above = store.upwards(parent);
            if (folder != null && above.contains(folder.id())) {
                throw Problem.conflict("folder-circle");
            }
            if (above.size() + (folder == null ? 1 : store.height(folder.id())) > DEEPEST) {
                throw Problem.conflict("folder-too-deep", DEEPEST);
            }
        }
        store.named(workspace, parent, name)
                .filter(other -> folder == null || !Objects.equals(other, folder.id()))
                .ifPresent(other -> {
                    throw Problem.conflict("folder-exists").with("current", other);
                });
    }

    private static String name(@Nullable String raw) {
        return Words.line("name", raw, LONGEST_NAME);
    }
}
