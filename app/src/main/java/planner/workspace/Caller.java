package planner.workspace;

import java.util.Locale;
import java.util.Set;

/** Who calls, for which workspace. A parameter of this type makes a controller method refuse whoever is not signed in. */
public record Caller(WorkspaceId workspace, PersonId person, Set<Scope> scopes, Locale locale) {
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw Problem.forbidden("scope", scope.text());
        }
    }
}
