package planner.workspace;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Who is signed in and where, as the browser needs it at every start. */
record SessionView(PersonView person, Workspace workspace, List<Entry> workspaces, Role role, String mode) {

    record Entry(WorkspaceId id, String name) {}

    record PersonView(PersonId id, String email, String name, String locale, ZoneId zone) {
        static PersonView of(Person person) {
            return new PersonView(
                    person.id(), person.email(), person.name(), person.locale().toLanguageTag(), person.zone());
        }
    }

    static SessionView of(Person person, Workspace workspace, List<Workspace> all, Role role, Mode mode) {
        return new SessionView(
                PersonView.of(person),
                workspace,
                all.stream().map(one -> new Entry(one.id(), one.name())).toList(),
                role,
                mode.name().toLowerCase(Locale.ROOT));
    }
}
