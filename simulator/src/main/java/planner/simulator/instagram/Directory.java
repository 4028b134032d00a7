package planner.simulator.instagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import planner.simulator.meta.FacebookLogin;

/** The Pages of the demo person, as Facebook Login shows them: some with an Instagram account. */
final class Directory implements FacebookLogin.Directory {
    private final People people;
    private final Nodes nodes;
    private final Hosts hosts;

    Directory(People people, Nodes nodes, Hosts hosts) {
        this.people = people;
        this.nodes = nodes;
        this.hosts = hosts;
    }

    @Override
    public FacebookLogin.Person owner() {
        return new FacebookLogin.Person(people.owner.id(), people.owner.name());
    }

    @Override
    public List<FacebookLogin.Page> pages() {
        return people.owner.pages().stream()
                .map(it -> new FacebookLogin.Page(it.id(), it.name(), it.tasks()))
                .toList();
    }

    @Override
    public Map<String, Supplier<?>> fields(FacebookLogin.Page page) {
        return Map.of("instagram_business_account", () -> shown(page));
    }

    private @Nullable Map<String, Object> shown(FacebookLogin.Page page) {
        Account account = people.page(page.id()).map(People.Page::instagram).orElse(null);
        if (account == null) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        nodes.account(account).forEach((name, value) -> shown.put(name, value.get()));
        return shown;
    }

    @Override
    public String avatar(String id) {
        return hosts.avatar(id);
    }

    @Override
    public String graph() {
        return hosts.facebookGraph();
    }
}
