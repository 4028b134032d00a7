package planner.simulator.threads;

import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;
import planner.simulator.meta.Bell;
import planner.simulator.meta.GraphDoor;
import planner.simulator.meta.GraphDoor.Usage;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Tokens;

/** Threads with its hosts as folders: www and graph. */
public final class Threads implements Site {
    private static final App APP = new App("980171200000001", "sandbox-threads-secret", "sandbox-verify-token");

    private final World world;
    private final MediaShelf shelf = new MediaShelf("facebookexternalhit/1.1", Redirect.NORMAL);
    private final People people;
    private final Tokens tokens;
    private final Usage usage;
    private final GraphDoor graph;
    private final Login login;
    private final Pages pages;
    private final Bells bells;

    public Threads(World world) {
        this.world = world;
        Clock clock = world.clock();
        Hosts hosts = hosts();
        people = new People(clock);
        tokens = new Tokens(clock);
        login = new Login(clock, tokens, people, APP, hosts);
        bells = new Bells(new Bell(world, name(), APP.secret(), APP.verifyToken()), APP, clock, hosts);
        usage = new Usage("threads", people.cafe.id);
        var nodes = new Nodes(clock, people, hosts);
        var studio = new Studio(clock, new MediaChecks(shelf));
        var edges = new Edges(clock, studio, people, nodes, new Insights(clock, people), bells);
        graph = new GraphApi(login, edges, tokens, people).door(usage, world.journal());
        pages = new Pages(clock, people, hosts);
    }

    private Hosts hosts() {
        return new Hosts() {
            @Override
            public String web() {
                return world.url(Threads.this, "/www");
            }

            @Override
            public String avatar(String username) {
                return world.url(Threads.this, "/avatar/" + username);
            }

            @Override
            public String file(String post, int number) {
                return world.url(Threads.this, "/file/" + post + "/" + number);
            }
        };
    }

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public String title() {
        return "Threads";
    }

    @Override
    public String accent() {
        return "#101010";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", world.url(this, "/www"));
        settings.put("graph-url", world.url(this, "/graph"));
        settings.put("client-id", APP.id());
        settings.put("client-secret", APP.secret());
        settings.put("verify-token", APP.verifyToken());
        return settings;
    }

    @Override
    public boolean api(Ask ask) {
        return !ask.segments().isEmpty() && ask.segments().getFirst().equals("graph");
    }

    @Override
    public Answer answer(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(world.url(this, timeline())));
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "graph" -> graph.answer(ask, rest);
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(rest));
            case "file" -> pages.file(rest);
            case "www" -> web(ask, rest);
            default -> Answer.text(404, "Not found");
        };
    }

    private Answer web(Ask ask, List<String> path) {
        if (path.equals(List.of("oauth", "authorize"))) {
            return login.page(ask);
        }
        if (path.equals(List.of("settings", "apps")) && ask.method().equals("POST")) {
            removeApp(ask.form().getOrDefault("profile", ""));
            return Answer.redirect(URI.create(world.url(this, "/www/settings/apps?done=1")));
        }
        return pages.answer(ask, path);
    }

    private byte[] picture(List<String> path) {
        String who = path.isEmpty() ? "" : path.getFirst();
        String name = people.profile(who).map(it -> it.name).orElse(who);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return graph.error(GraphError.server());
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(59).toMinutes());
        return usage.full(graph.error(GraphError.throttled(613)), minutes);
    }

    @Override
    public Answer lie(Ask ask, Answer truth) {
        if (!ask.path().endsWith("/threads_publish") || truth.status() != 200) {
            return truth;
        }
        return graph.error(GraphError.of(4, 2207051, "We restrict certain activity to protect our community"));
    }

    @Override
    public void revoke() {
        people.profiles().forEach(it -> tokens.kill(it.id, Tokens.APP_REMOVED));
    }

    /** The owner removes the app in the settings: tokens die, and the app is told. */
    public void removeApp(String idOrUsername) {
        people.profile(idOrUsername).ifPresent(it -> {
            tokens.kill(it.id, Tokens.APP_REMOVED);
            bells.deauthorized(it);
        });
    }

    /** What the dashboard does when a callback is typed in: true when it answers the handshake rightly. */
    public boolean subscribe() {
        return bells.handshake();
    }

    @Override
    public List<String> visible() {
        return people.posts().map(Threads::words).toList();
    }

    /** What has no text says all it says in its picture. */
    private static String words(Post post) {
        var file = post.draft.media();
        return post.draft.text().isEmpty() && file != null ? file.inscription() : post.draft.text();
    }

    @Override
    public String timeline() {
        return "/www/@" + people.cafe.username;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
