package planner.simulator.facebook;

import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent.Choice;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.facebook.Talk.Comment;
import planner.simulator.media.MediaShelf;
import planner.simulator.meta.Bell;
import planner.simulator.meta.FacebookLogin;
import planner.simulator.meta.GraphDoor;
import planner.simulator.meta.GraphDoor.Usage;
import planner.simulator.meta.GraphError;
import planner.simulator.meta.Host;
import planner.simulator.meta.LoginDialog;
import planner.simulator.meta.Rupload;
import planner.simulator.meta.Tokens;

/** Facebook with its hosts as folders: www, graph and rupload. */
public final class Facebook implements Site {
    private static final FacebookLogin.App APP =
            new FacebookLogin.App("1450263119011", "sandbox-facebook-pages-secret");
    private static final String VERIFY_TOKEN = "sandbox-verify-token";
    private static final String ACCENT = "#0866ff";
    private static final Pattern SERVED = Pattern.compile("v2[1-6]\\.0");
    private static final Set<String> SCOPES = Set.of(
            Access.SHOW,
            Access.READ,
            Access.POST,
            Access.ENGAGE,
            Access.INSIGHTS,
            Access.METADATA,
            "pages_read_user_content",
            "publish_video",
            "business_management");

    private final World world;
    private final MediaShelf shelf = new MediaShelf("facebookexternalhit/1.1", Redirect.NORMAL);
    private final People people = new People();
    private final Tokens tokens;
    private final Usage usage = new Usage("pages", people.cafe.id);
    private final GraphDoor graph;
    private final Rupload uploads;
    private final LoginDialog dialog;
    private final Timeline timeline;
    private final Bells bells;

    public Facebook(World world) {
        this.world = world;
        Clock clock = world.clock();
        Hosts hosts = hosts();
        tokens = new Tokens(clock);
        var login = new FacebookLogin(clock, tokens, new Directory(people, hosts), APP);
        bells = new Bells(new Bell(world, name(), APP.secret(), VERIFY_TOKEN), clock);
        var nodes = new Nodes(clock, hosts);
        var media = new MediaChecks(shelf);
        var insights = new Insights(clock);
        var pages = new PageEdges(clock, people, nodes, media, new Links(shelf), bells);
        var videos = new VideoEdges(clock, people, pages, shelf, media, hosts, bells);
        var posts = new PostEdges(clock, people, pages, videos, nodes, insights, bells);
        var api = new GraphApi(new GraphApi.Parts(login, pages, videos, posts, insights), tokens, people, APP);
        graph = new GraphDoor(
                new GraphDoor.Sign(name(), Host.FACEBOOK, SERVED, "OAuthException", "Facebook could not do this"),
                usage,
                world.journal(),
                api::answer);
        uploads = new Rupload(
                name(),
                "video-upload",
                shelf,
                world.journal(),
                (id, token) -> videos.target(id, new Access(tokens.alive(token, Host.FACEBOOK))));
        dialog = dialog(login, hosts);
        timeline = new Timeline(clock, people, hosts);
    }

    private LoginDialog dialog(FacebookLogin login, Hosts hosts) {
        var face = new LoginDialog.Face(
                title(), ACCENT, APP.id(), Set.of("auth_type", "config_id"), SCOPES, List.of(), "200", "");
        return new LoginDialog(face, new LoginDialog.Person() {
            @Override
            public List<Choice> choices() {
                return List.of(new Choice(
                        people.owner.id(),
                        people.owner.name(),
                        people.all().size() + " Pages, one of them through a business",
                        hosts.avatar(people.owner.id()),
                        true));
            }

            @Override
            public String code(String account, Set<String> asked, Set<String> granted, String redirect) {
                return login.code(asked, granted, redirect);
            }
        });
    }

    private Hosts hosts() {
        return new Hosts() {
            @Override
            public String web() {
                return world.url(Facebook.this, "/www");
            }

            @Override
            public String graph() {
                return world.url(Facebook.this, "/graph");
            }

            @Override
            public String upload() {
                return world.url(Facebook.this, "/rupload");
            }

            @Override
            public String avatar(String page) {
                return world.url(Facebook.this, "/avatar/" + page);
            }

            @Override
            public String file(String which) {
                return world.url(Facebook.this, "/file/" + which);
            }
        };
    }

    @Override
    public String name() {
        return "facebook";
    }

    @Override
    public String title() {
        return "Facebook";
    }

    @Override
    public String accent() {
        return ACCENT;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("dialog-url", world.url(this, "/www"));
        settings.put("graph-url", world.url(this, "/graph"));
        settings.put("upload-url", world.url(this, "/rupload"));
        settings.put("client-id", APP.id());
        settings.put("client-secret", APP.secret());
        settings.put("verify-token", VERIFY_TOKEN);
        return settings;
    }

    @Override
    public boolean api(Ask ask) {
        String host = ask.segments().isEmpty() ? "" : ask.segments().getFirst();
        return Set.of("graph", "rupload").contains(host);
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
            case "rupload" -> uploads.answer(ask, rest);
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(rest));
            case "file" -> timeline.file(rest);
            case "www" -> web(ask, rest);
            default -> Answer.text(404, "Not found");
        };
    }

    private Answer web(Ask ask, List<String> path) {
        if (path.size() == 3 && path.subList(1, 3).equals(List.of("dialog", "oauth"))) {
            return dialog.answer(ask, world.url(this, "/www/" + String.join("/", path)));
        }
        if (path.equals(List.of("settings", "apps")) && ask.method().equals("POST")) {
            removeApp();
            return Answer.redirect(URI.create(world.url(this, "/www/settings/apps?done=1")));
        }
        return timeline.answer(ask, path);
    }

    private byte[] picture(List<String> path) {
        String who = path.isEmpty() ? "" : path.getFirst();
        String name = people.page(who).map(it -> it.name).orElse(people.owner.name());
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return graph.error(GraphError.server());
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return usage.full(
                graph.error(GraphError.throttled(32)),
                Math.max(1, pause.plusSeconds(59).toMinutes()));
    }

    /** It is out, and Facebook says that it was already. */
    @Override
    public Answer lie(Ask ask, Answer truth) {
        return ask.path().endsWith("/feed") && truth.status() == 200
                ? graph.error(GraphError.of(506, 1455006, "Duplicate status message"))
                : truth;
    }

    @Override
    public void revoke() {
        tokens.kill(people.owner.id(), Tokens.APP_REMOVED);
    }

    /** The owner removes the app in the settings: every token dies, and the app is told. */
    public void removeApp() {
        revoke();
        bells.deauthorized(people.owner.id());
    }

    /** A new password ends all tokens of the person, those of the Pages too. */
    public void passwordChanged() {
        tokens.kill(people.owner.id(), Tokens.PASSWORD_CHANGED);
    }

    /** What the dashboard does when a callback is typed in: true when it answers the handshake rightly. */
    public boolean subscribe() {
        return bells.handshake();
    }

    /** Somebody writes below a post; the planner is told by webhook. */
    public void comment(String postId, String by, String text) {
        Post post = people.post(postId).orElseThrow(() -> GraphError.missing(postId));
        Instant now = world.clock().instant();
        var comment = new Comment(post.id + "_" + now.toEpochMilli(), "9007199254740993", by, text, now);
        post.talk.add(comment);
        bells.commented(post.page, post.id, comment);
    }

    @Override
    public List<String> visible() {
        Instant now = world.clock().instant();
        var seen = new TreeMap<Instant, List<String>>();
        Stream.of(
                        people.posts().filter(it -> it.published(now)).map(it -> Map.entry(it.at(), it.message())),
                        people.videos.values().stream()
                                .filter(it -> it.shown(now))
                                .map(it -> Map.entry(
                                        it.at(), it.finished().orElseThrow().description())),
                        people.stories().map(it -> Map.entry(it.at(), it.file().inscription())))
                .flatMap(it -> it)
                .forEach(it -> seen.merge(
                        it.getKey(),
                        List.of(it.getValue()),
                        (a, b) -> Stream.of(a, b).flatMap(List::stream).toList()));
        return seen.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public String timeline() {
        return "/www/" + people.cafe.username;
    }

    @Override
    public void close() {
        shelf.close();
    }
}
