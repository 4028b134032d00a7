package planner.simulator.pinterest;

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

/** Pinterest with its hosts as folders: www, api and upload (the store that takes videos). */
public final class Pinterest implements Site, Hosts {
    private final World world;
    private final MediaShelf shelf = new MediaShelf("Pinterestbot/1.0", Redirect.NORMAL);
    private final List<Member> members = List.of(
            new Member("2783136121146311751", "zielonykat", "Zielony Kąt", true, 1_840),
            new Member("2783136121146311752", "ada_czyta", "Ada", false, 96));
    private final Tokens tokens;
    private final Wall wall;
    private final MediaDesk media;
    private final Api api;
    private final OAuth oauth;
    private final Pages pages;
    private volatile Level level = Level.STANDARD;

    public Pinterest(World world) {
        this.world = world;
        Clock clock = world.clock();
        tokens = new Tokens(clock, this::member);
        oauth = new OAuth(members, tokens, this);
        wall = new Wall(clock, members);
        var views = new Views(clock, wall, this);
        var boards = new BoardDesk(wall, views);
        media = new MediaDesk(clock, shelf, this);
        var pins = new PinDesk(clock, wall, views, boards, media, new MediaChecks(shelf), this);
        var parts = new Api.Parts(oauth, boards, pins, media, views, new Numbers(clock), new Budgets(clock));
        api = new Api(parts, tokens, this, world);
        pages = new Pages(clock, members, wall, this);
    }

    private Member member(String id) {
        return members.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public String name() {
        return "pinterest";
    }

    @Override
    public String title() {
        return "Pinterest";
    }

    @Override
    public String accent() {
        return Style.RED;
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", web());
        settings.put("api-url", world.url(this, "/api"));
        settings.put("web-url", web());
        settings.put("client-id", OAuth.CLIENT_ID);
        settings.put("client-secret", OAuth.CLIENT_SECRET);
        settings.put("access", level == Level.STANDARD ? "standard" : "trial");
        return settings;
    }

    @Override
    public String web() {
        return world.url(this, "/www");
    }

    @Override
    public String avatar(String username) {
        return world.url(this, "/avatar/" + username);
    }

    @Override
    public String file(String pin, int number) {
        return world.url(this, "/file/" + pin + "/" + number);
    }

    @Override
    public String uploads() {
        return world.url(this, "/upload/");
    }

    @Override
    public Level level() {
        return level;
    }

    /** How far Pinterest trusts the app from now on. */
    public void trust(Level next) {
        level = next;
    }

    /** How long lists do not show what was made. */
    public void lag(Duration time) {
        wall.lag(time);
    }

    /** The largest video that the store takes from now on; two gigabytes would be much for a test. */
    public void largestVideo(long bytes) {
        media.largest(bytes);
    }

    /** The owner deletes a board with everything on it. */
    public void deleteBoard(String id) {
        wall.remove(id);
    }

    /** Names of somebody's boards. */
    public List<String> boards(String username) {
        return wall.boards(it -> it.owner.username().equals(username)).stream()
                .map(it -> it.name)
                .toList();
    }

    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/api/") || ask.path().startsWith("/upload");
    }

    @Override
    public Answer answer(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(world.url(this, timeline())));
        }
        if (ask.path().equals("/www/oauth/")) {
            return oauth.consent(ask);
        }
        List<String> rest = path.subList(1, path.size());
        return switch (path.getFirst()) {
            case "api" ->
                rest.size() > 1 && rest.getFirst().equals("v5")
                        ? api.answer(ask, rest.subList(1, rest.size()))
                        : Answer.text(404, "Not found");
            case "upload" -> api.store(ask);
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(path.getLast()));
            case "file" ->
                rest.size() == 2 ? pages.file(rest.getFirst(), rest.getLast()) : Answer.text(404, "Not found");
            case "www" -> pages.answer(rest);
            default -> Answer.text(404, "Not found");
        };
    }

    private byte[] picture(String username) {
        String name = members.stream()
                .filter(it -> it.username().equals(username))
                .map(Member::name)
                .findFirst()
                .orElse(username);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return ask.path().startsWith("/upload")
                ? MediaDesk.xml(503, "SlowDown", "Please reduce your request rate.")
                : Answer.json(500, Api.broken());
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return ask.path().startsWith("/upload")
                ? MediaDesk.xml(503, "SlowDown", "Please reduce your request rate.")
                : Api.throttled()
                        .with("x-ratelimit-limit", "100, 100;w=1, 100;w=60")
                        .with("x-ratelimit-remaining", "0")
                        .with("x-ratelimit-reset", "" + Math.max(1, pause.toSeconds()));
    }

    /** It made the pin, and says that it could not fetch a picture. */
    @Override
    public Answer lie(Ask ask, Answer truth) {
        boolean made = ask.method().equals("POST") && ask.path().endsWith("/pins") && truth.status() == 201;
        return made ? Answer.json(400, MediaChecks.unreachable().json()) : truth;
    }

    @Override
    public void revoke() {
        members.forEach(tokens::forget);
    }

    @Override
    public List<String> visible() {
        return wall.all().stream().filter(Pin::open).map(Pin::told).toList();
    }

    @Override
    public String timeline() {
        return "/www/" + members.getFirst().username() + "/";
    }

    @Override
    public void close() {
        shelf.close();
    }
}
