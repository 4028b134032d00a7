package planner.workspace;

import org.springframework.stereotype.Component;

/** Gathers what a browser wants to know about its sign-in. */
@Component
class SessionViews {
    private final People people;
    private final Workspaces workspaces;
    private final Installation installation;

    SessionViews(People people, Workspaces workspaces, Installation installation) {
        this.people = people;
        this.workspaces = workspaces;
        this.installation = installation;
    }

    SessionView of(PersonId person, WorkspaceId workspace) {
        return SessionView.of(
                people.find(person).orElseThrow(Problem::signedOut),
                workspaces.get(workspace),
                workspaces.of(person),
                workspaces.role(workspace, person).orElseThrow(Problem::notFound),
                installation.mode());
    }
}
