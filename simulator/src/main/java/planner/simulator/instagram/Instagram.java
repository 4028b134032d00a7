package planner.simulator.instagram;

import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;
import planner.simulator.meta.Bell;
import planner.simulator.meta.FacebookLogin;
import planner.simulator.meta.GraphDoor;
import planner.simulator.meta.GraphDoor.Usage;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.Rupload;
import planner.simulator.meta.Tokens;

/** Instagram with its hosts as folders: www, api, graph, and Facebook's dialog, graph and upload. */
public final class Instagram implements Site {
    private static final Apps APPS =
            new Apps("990602627938098", "sandbox-instagram-secret", "1450263119011", "sandbox-facebook-secret");
    private static final String VERIFY_TOKEN = "sandbox-verify-token";
    private static final Studio.Pace PACE = new Studio.Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

    private final World world;
    private final MediaShelf shelf = new MediaShelf("facebookexternalhit/1.1", Redirect.NORMAL);
    private final People people = new People();
    private final Tokens tokens;
    private final Usage usage;
    private final GraphDoor graph;
    private final GraphDoor facebookGraph;
    private final Rupload uploads;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Bells bells;
    private final InstagramLogin login;

    public Instagram(World world) {
        this.world = world;
        Clock clock = world.clock();
        Hosts hosts = hosts();
        tokens = new Tokens(clock);
        login = new InstagramLogin(clock, tokens, APPS);
        var nodes = new Nodes(clock, hosts);
        var studio = new Studio(clock, new MediaChecks(shelf), PACE);
        var insights = new Insights(clock);
        var facebook = new FacebookLogin(
                clock,
                tokens,
                new Directory(people, nodes, hosts),
                new FacebookLogin.App(APPS.facebookId(), APPS.facebookSecret()));
        bells = new Bells(new Bell(world, name(), APPS.instagramSecret(), VERIFY_TOKEN));
        usage = new Usage("instagram", people.cafe.id);
        var api = new GraphApi(
                new GraphApi.Parts(
                        login,
                        facebook,
                        new AccountEdges(clock, studio, nodes, insights, hosts),
                        new MediaEdges(clock, studio, nodes, insights)),
                tokens,
                people,
                APPS);
        graph = api.door(Host.INSTAGRAM, usage, world.journal());
        facebookGraph = api.door(Host.FACEBOOK, usage, world.journal());
        uploads = new Uploads(studio, tokens, people).host(shelf, world.journal());
        dialogs = new Dialogs(people, login, facebook, APPS, hosts);
        pages = new Pages(clock, people, hosts);
    }

    private Hosts hosts() {
        return new Hosts() {
            @Override
            public String web() {
                return world.url(Instagram.this, "/www");
            }

            @Override
            public String facebookGraph() {
                return world.url(Instagram.this, "/fbgraph");
            }

            @Override
            public String upload() {
                return world.url(Instagram.this, "/rupload");
            }

            @Override
            public String avatar(String username) {
                return world.url(Instagram.this, "/avatar/" + username);
            }

            @Override
            public String file(String post, int number) {
                return world.url(Instagram.this, "/file/" + post + "/" + number);
            }

            @Override
            public String appId() {
                return APPS.instagramId();
            }
        };
    }

    @Override
    public String name() {
        return "instagram";
    }

    @Override
    public String title() {
        return "Instagram";
    }

    @Override
    public String accent() {
        return "#c13584";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", world.url(this, "/www"));
        settings.put("token-url", world.url(this, "/api"));
        settings.put("graph-url", world.url(this, "/graph"));
        settings.put("facebook-dialog-url", world.url(this, "/facebook"));
        settings.put("facebook-graph-url", world.url(this, "/fbgraph"));
        settings.put("upload-url", world.url(this, "/rupload"));
        settings.put("client-id", APPS.instagramId());
        settings.put("client-secret", APPS.instagramSecret());
        settings.put("facebook-client-id", APPS.facebookId());
        settings.put("facebook-client-secret", APPS.facebookSecret());
        settings.put("verify-token", VERIFY_TOKEN);
        return settings;
    }

    @Override
    public boolean api(Ask ask) {
        String host = ask.segments().isEmpty() ? "" : ask.segments().getFirst();
        return Set.of("api", "graph", "fbgraph", "rupload").contains(host);
    }

    @Override
    public Answer answer(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(java.net.URI.create(world.url(this, timeline())));
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "api" -> shortToken(ask, rest);
            case "graph" -> graph.answer(ask, rest);
            case "fbgraph" -> facebookGraph.answer(ask, rest);
            case "rupload" -> uploads.answer(ask, rest);
            case "facebook" -> dialogs.facebook(ask, rest);
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(rest));
            case "file" -> pages.file(rest);
            case "www" -> web(ask, rest);
            default -> Answer.text(404, "Not found");
        };
    }

    private Answer web(Ask ask, List<String> path) {
        if (path.equals(List.of("oauth", "authorize"))) {
            return dialogs.instagram(ask);
        }
        if (path.equals(List.of("accounts", "apps")) && ask.method().equals("POST")) {
            people.account(ask.form().getOrDefault("account", "")).ifPresent(this::removeApp);
            return Answer.redirect(java.net.URI.create(world.url(this, "/www/accounts/apps?done=1")));
        }
        return pages.answer(ask, path);
    }

    private Answer shortToken(Ask ask, List<String> path) {
        if (!path.equals(List.of("oauth", "access_token")) || !ask.method().equals("POST")) {
            world.journal().violation(name(), ask, "no such path on api.instagram.com");
            return Answer.json(400, new InstagramLogin.Refused("Unknown path").json());
        }
        if (!ask.type().equals("application/x-www-form-urlencoded")) {
            world.journal().violation(name(), ask, "the code is exchanged by a form");
            return Answer.json(400, new InstagramLogin.Refused("The body must be a form").json());
        }
        try {
            return Answer.json(200, login.exchange(ask.form()));
        } catch (InstagramLogin.Refused e) {
            return Answer.json(400, e.json());
        }
    }

    private byte[] picture(List<String> path) {
        String who = path.isEmpty() ? "" : path.getFirst();
        String name = people.account(who)
                .map(it -> it.name)
                .or(() -> people.page(who).map(People.Page::name))
                .orElse(who);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return door(ask).error(GraphError.server());
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        long minutes = Math.max(1, pause.plusSeconds(59).toMinutes());
        return usage.full(door(ask).error(GraphError.throttled(80002)), minutes);
    }

    private GraphDoor door(Ask ask) {
        return ask.path().startsWith("/graph") ? graph : facebookGraph;
    }

    @Override
    public Answer lie(Ask ask, Answer truth) {
        if (!ask.path().endsWith("/media_publish") || truth.status() != 200) {
            return truth;
        }
        var error = GraphError.of(
                4,
                2207051,
                "We restrict certain activity to protect our community. Tell us if you think we made a mistake");
        return door(ask).error(error);
    }

    @Override
    public void revoke() {
        people.accounts().forEach(it -> tokens.kill(it.id, Tokens.APP_REMOVED));
        tokens.kill(people.owner.id(), Tokens.APP_REMOVED);
    }

    /** The owner removes the app in the settings: tokens die, and the app is told. */
    public void removeApp(String username) {
        people.account(username).ifPresent(this::removeApp);
    }

    private void removeApp(Account account) {
        tokens.kill(account.id, Tokens.APP_REMOVED);
        bells.deauthorized(account);
    }

    /** A new password ends all tokens of the person. */
    public void passwordChanged(String username) {
        people.account(username).ifPresent(it -> tokens.kill(it.id, Tokens.PASSWORD_CHANGED));
        tokens.kill(people.owner.id(), Tokens.PASSWORD_CHANGED);
    }

    /** Somebody writes under a post; the planner is told by webhook. */
    public void comment(String media, String by, String text) {
        Post post = people.post(media).orElseThrow(() -> GraphError.missing(media));
        bells.commented(post, post.says(by, text, world.clock().instant()));
    }

    /** What the dashboard does when a callback is typed in: true when it answers the handshake rightly. */
    public boolean subscribe() {
        return bells.handshake();
    }

    @Override
    public List<String> visible() {
        return people.posts()
                .filter(it -> !it.deleted())
                .sorted(Comparator.comparing(it -> it.at))
                .map(Instagram::words)
                .toList();
    }

    /** A story has no caption: all it says stands in its picture. */
    private static String words(Post post) {
        var file = post.draft.media();
        return post.draft.kind().story() && file != null ? file.inscription() : post.draft.caption();
    }

    @Override
    public String timeline() {
        return "/www/" + people.cafe.username + "/";
    }

    @Override
    public void close() {
        shelf.close();
    }
}
