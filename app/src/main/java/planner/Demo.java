package planner;

import java.util.Locale;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import planner.workspace.DemoSignIn;
import planner.workspace.Installation;
import planner.workspace.People;
import planner.workspace.Workspaces;
import planner.workspace.Zones;

/** The demo's person and workspace, before the first page; what fills them comes later, in the background. */
@Component
class Demo implements SmartInitializingSingleton {
    private final Installation installation;
    private final People people;
    private final Workspaces workspaces;

    Demo(Installation installation, People people, Workspaces workspaces) {
        this.installation = installation;
        this.people = people;
        this.workspaces = workspaces;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (installation.demo() && people.nobodyAtAll()) {
            moveIn();
        }
    }

    private void moveIn() {
        var zone = Zones.here();
        try {
            var anna = people.createForDemo(DemoSignIn.SHOWN, "Anna Demo", Locale.ENGLISH, zone);
            workspaces.create("Demo", zone, anna.id());
        } catch (DuplicateKeyException e) {
            // another process on this database was quicker
        }
    }
}
