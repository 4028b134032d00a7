package planner.simulator.reddit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;

/** Reddit with its hosts as folders: www, oauth, s3 (uploads) and files (i.redd.it and v.redd.it). */
public final class Reddit implements Site {
    /** Who may sign in by password, as a developer of the script app. */
    public static final String SCRIPT_USER = "mossy_corner";

    public static final String SCRIPT_PASSWORD = "sandbox-reddit-password";

    private static final Pattern AGENT = Pattern.compile("[a-z]+:[^:()]+:[^ :()]+ \\([^()]+\\)");

    private final World world;
    private final MediaShelf shelf = new MediaShelf("redditbot/1.0", Redirect.NEVER);
    private final Town town = new Town();
    private final Budget budget;
    private final Access access;
    private final Board board;
    private final Uploads uploads;
    private final Api api;
    private final Pages pages;

    public Reddit(World world) {
        this.world = world;
        budget = new Budget(world.clock());
        access = new Access(world, "/reddit/www/api/v1/authorize");
        board = new Board(world.clock());
        uploads = new Uploads(world, shelf);
        var listings = new Listings(world.clock(), board, web(), world.url(this, "/files"));
        var submitting = new Submitting(town, board, uploads, web());
        api = new Api(
                new Api.Parts(town, access, budget, uploads, board, submitting, listings), world.url(this, "/avatar"));
        pages = new Pages(world.clock(), town, board, listings);
    }

    @Override
    public String name() {
        return "reddit";
    }

    @Override
    public String title() {
        return "Reddit";
    }

    @Override
    public String accent() {
        return "#d93a00";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", web());
        settings.put("api-url", world.url(this, "/oauth"));
        settings.put("web-url", web());
        settings.put("client-id", Access.CLIENT_ID);
        settings.put("client-secret", Access.CLIENT_SECRET);
        settings.put("script-client-id", Access.SCRIPT_ID);
        settings.put("script-client-secret", Access.SCRIPT_SECRET);
        settings.put("operator", "sandbox_operator");
        return settings;
    }

    private String web() {
        return world.url(this, "/www");
    }

    /** One subreddit more, which takes everything. */
    public void open(String community) {
        town.add(community, "All about " + community, 1);
    }

    /** What its moderators demand from now on, by the names of post_requirements; nothing else is demanded. */
    public void demand(String community, Map<String, Object> demands) {
        town.find(community).ifPresent(it -> it.demands = Demands.of(demands));
    }

    /** Somebody takes away what was posted in this subreddit; the word is Reddit's for who it was. */
    public void remove(String community, String category) {
        board.all().stream()
                .filter(it -> it.community.name.equalsIgnoreCase(community))
                .forEach(it -> it.removed = category);
    }

    /** What is posted in this subreddit from now on disappears with this word; empty = nothing does. */
    public void filter(String community, String category) {
        town.find(community).ifPresent(it -> it.filter = category);
    }

    /** How long it works on pictures and films. */
    public void pace(Duration picture, Duration film) {
        board.picture = picture;
        board.film = film;
    }

    /** Files are taken from now on, and nothing comes of them. */
    public void loseFiles(boolean lost) {
        board.lost = lost;
    }

    /** As if the app had made so many calls in these ten minutes. */
    public void used(int calls) {
        budget.use(Access.CLIENT_ID, calls);
    }

    @Override
    public boolean api(Ask ask) {
        String path = ask.path();
        return path.startsWith("/oauth/") || path.startsWith("/s3/") || service(path);
    }

    private static boolean service(String path) {
        return path.equals("/www/api/v1/access_token") || path.equals("/www/api/v1/revoke_token");
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        if (!api(ask)) {
            return page(ask);
        }
        try {
            agent(ask);
            if (ask.path().startsWith("/s3/")) {
                return uploads.take(ask);
            }
            if (service(ask.path())) {
                return ask.path().endsWith("access_token") ? access.token(ask) : access.revoked(ask);
            }
            return api.answer(ask, ask.path().substring("/oauth".length()), e -> remember(ask, e));
        } catch (RedditError e) {
            remember(ask, e);
            return e.answer();
        }
    }

    private void remember(Ask ask, RedditError e) {
        if (e.violation()) {
            world.journal().violation("reddit", ask, e.text());
        }
    }

    /** Who does not say what it is and whose is not let in. */
    private static void agent(Ask ask) {
        String agent = ask.header("user-agent").orElse("");
        if (!AGENT.matcher(agent).matches()) {
            throw RedditError.blocked(agent);
        }
    }

    private Answer page(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(world.url(this, timeline())));
        }
        if (ask.path().equals("/www/api/v1/authorize") || ask.path().equals("/www/api/v1/authorize.compact")) {
            return access.page(ask);
        }
        return switch (path.getFirst()) {
            case "avatar" ->
                Answer.of(200, "image/svg+xml", Html.avatar(path.getLast()).getBytes(StandardCharsets.UTF_8));
            case "files" -> file(path.getLast());
            case "www" -> pages.answer(path.subList(1, path.size()));
            default -> Answer.text(404, "Not Found");
        };
    }

    private Answer file(String name) {
        return uploads.find(name.replaceFirst("\\..*$", ""))
                .flatMap(asset -> asset.kept().map(kept -> Answer.file(kept.file(), asset.type())))
                .orElseGet(() -> Answer.text(404, "Not Found"));
    }

    @Override
    public Answer broken(Ask ask) {
        return Answer.json(503, Map.of("message", "Service Unavailable", "error", 503));
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return Answer.json(429, Map.of("message", "Too Many Requests", "error", 429))
                .with("x-ratelimit-used", "" + Budget.MOST)
                .with("x-ratelimit-remaining", "0.0")
                .with("x-ratelimit-reset", "" + Math.max(1, pause.toSeconds()));
    }

    @Override
    public void revoke() {
        access.revokeAll();
    }

    @Override
    public List<String> visible() {
        return board.visible().reversed().stream()
                .map(it -> it.content.title() + "\n" + it.content.text())
                .toList();
    }

    /** The first comments below the visible posts, oldest post first. */
    public List<String> comments() {
        return board.visible().reversed().stream()
                .flatMap(it -> board.comments(it).stream())
                .map(Post.Comment::body)
                .toList();
    }

    @Override
    public String timeline() {
        return "/www/";
    }

    @Override
    public void close() {
        shelf.close();
    }
}
