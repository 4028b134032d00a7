package planner.simulator.facebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import planner.simulator.meta.FacebookLogin;

/** The Pages as Facebook Login shows them. */
final class Directory implements FacebookLogin.Directory {
    private final People people;
    private final Hosts hosts;

    Directory(People people, Hosts hosts) {
        this.people = people;
        this.hosts = hosts;
    }

    static FacebookLogin.Page shown(Page page) {
        return new FacebookLogin.Page(page.id, page.name, page.tasks);
    }

    @Override
    public FacebookLogin.Person owner() {
        return people.owner;
    }

    @Override
    public List<FacebookLogin.Page> pages() {
        return people.own().stream().map(Directory::shown).toList();
    }

    @Override
    public Optional<FacebookLogin.Page> page(String id) {
        return people.page(id).filter(it -> it.id.equals(id)).map(Directory::shown);
    }

    @Override
    public Map<String, Supplier<?>> fields(FacebookLogin.Page page) {
        Map<String, Supplier<?>> more = new LinkedHashMap<>();
        people.page(page.id()).ifPresent(it -> {
            more.put("username", () -> it.username);
            more.put("category", () -> it.category);
            more.put("followers_count", () -> it.followers);
            more.put("fan_count", () -> it.followers * 9 / 10);
            more.put("link", () -> hosts.web() + "/" + it.username);
        });
        return more;
    }

    @Override
    public String avatar(String id) {
        return hosts.avatar(id);
    }

    @Override
    public String graph() {
        return hosts.graph();
    }
}
