package planner.workspace;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The tenants and who belongs to them. */
@Service
@Transactional
public class Workspaces {
    private final WorkspaceStore store;

    Workspaces(WorkspaceStore store) {
        this.store = store;
    }

    public Workspace create(String name, ZoneId zone, PersonId owner) {
        var id = store.insert(name, zone);
        store.join(id, owner, Role.OWNER);
        return get(id);
    }

    @Transactional(readOnly = true)
    public Workspace get(WorkspaceId id) {
        return store.find(id).orElseThrow(Problem::notFound);
    }

    @Transactional(readOnly = true)
    public List<Workspace> of(PersonId person) {
        return store.of(person);
    }

    @Transactional(readOnly = true)
    public Optional<Role> role(WorkspaceId id, PersonId person) {
        return store.role(id, person);
    }

    Workspace change(WorkspaceId id, Change change) {
        if (!store.update(id, change)) {
            throw Problem.stale(get(id).version());
        }
        return get(id);
    }

    /** @param version {@code null} = whatever stands */
    record Change(
            String name,
            ZoneId zone,
            DayOfWeek weekStart,
            Workspace.Late late,
            @Nullable Integer version) {}
}
