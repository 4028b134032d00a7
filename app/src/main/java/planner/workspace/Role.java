package planner.workspace;

import java.util.EnumSet;
import java.util.Set;

public enum Role {
    OWNER(Scope.READ, Scope.WRITE, Scope.ADMIN),
    ADMIN(Scope.READ, Scope.WRITE, Scope.ADMIN),
    EDITOR(Scope.READ, Scope.WRITE),
    VIEWER(Scope.READ);

    @SuppressWarnings("ImmutableEnumChecker") // nobody can reach the set itself
    private final Set<Scope> scopes;

    Role(Scope first, Scope... more) {
        scopes = EnumSet.of(first, more);
    }

    public Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }
}
