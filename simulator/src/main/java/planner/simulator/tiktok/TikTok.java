package planner.simulator.tiktok;

import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;

/** TikTok with its hosts as folders: www, api (open.tiktokapis.com) and upload. */
public final class TikTok implements Site, Hosts, Publishing.Rules {
    private static final App APP = new App("sbaw1tiktoksandbox", "sandbox-tiktok-secret");
    private static final Publishing.Pace PACE = new Publishing.Pace(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private final World world;
    private final MediaShelf shelf = new MediaShelf("TikTok/1.0", Redirect.NEVER);
    private final List<Creator> creators = List.of(
            new Creator("-000zielonykat", "zielony.kat", "Zielony Kąt", false, 48_200, 600, true),
            new Creator("-000adaprywatnie", "ada.prywatnie", "Ada", true, 214, 180, false));
    private final Set<String> domains = ConcurrentHashMap.newKeySet();
    private final Tokens tokens;
    private final Api api;
    private final OAuth oauth;
    private final Bells bells;
    private final Pages pages;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private volatile boolean audited = true;

    public TikTok(World world) {
        this.world = world;
        domains.addAll(Set.of("127.0.0.1", "localhost"));
        Clock clock = world.clock();
        tokens = new Tokens(clock, this::creator);
        oauth = new OAuth(APP, creators, tokens, this);
        bells = new Bells(world, APP);
        var uploads = new Uploads(clock, shelf, PACE.processing());
        var publishing = new Publishing(clock, shelf, uploads, PACE, this);
        api = new Api(
                new Api.Parts(oauth, publishing, new Display(clock, this), uploads, new Budgets(clock)),
                tokens,
                this,
                world,
                it -> bells.removed(it, 5));
        pages = new Pages(clock, creators, this);
        var _ = watch.scheduleAtFixedRate(() -> bells.ring(creators), 1, 1, TimeUnit.SECONDS);
    }

    private Creator creator(String openId) {
        return creators.stream()
                .filter(it -> it.openId.equals(openId))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String name() {
        return "tiktok";
    }

    @Override
    public String title() {
        return "TikTok";
    }

    @Override
    public String accent() {
        return "#d81e4a";
    }

    @Override
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorize-url", web());
        settings.put("api-url", world.url(this, "/api"));
        settings.put("web-url", web());
        settings.put("client-key", APP.key());
        settings.put("client-secret", APP.secret());
        settings.put("audit", "passed");
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
    public String file(String post, int number) {
        return world.url(this, "/file/" + post + "/" + number);
    }

    @Override
    public boolean audited() {
        return audited;
    }

    /** Whether TikTok has looked at the app and lets it post for everybody. */
    public void audited(boolean done) {
        audited = done;
    }

    @Override
    public boolean verified(String host) {
        return domains.contains(host);
    }

    /** The domains that the developer has proved to own; replaces the former ones. */
    public void verify(Set<String> hosts) {
        domains.clear();
        domains.addAll(hosts);
    }

    @Override
    public String uploadAddress() {
        return world.url(this, "/upload/video/");
    }

    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/api/") || ask.path().startsWith("/upload/");
    }

    @Override
    public Answer answer(Ask ask) {
        List<String> path = ask.segments();
        if (path.isEmpty()) {
            return Answer.redirect(URI.create(world.url(this, timeline())));
        }
        if (ask.path().equals("/www/v2/auth/authorize/")) {
            return oauth.consent(ask);
        }
        return switch (path.getFirst()) {
            case "api" -> api.answer(ask, ask.path().substring("/api".length()));
            case "upload" -> api.upload(ask);
            case "avatar" -> Answer.of(200, "image/svg+xml", picture(path.getLast()));
            case "file" -> pages.file(path.subList(1, path.size()));
            case "www" -> pages.answer(ask, path.subList(1, path.size()));
            default -> Answer.text(404, "Not found");
        };
    }

    private byte[] picture(String username) {
        String name = creators.stream()
                .filter(it -> it.username.equals(username))
                .map(it -> it.nickname)
                .findFirst()
                .orElse(username);
        return Html.avatar(name).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Answer broken(Ask ask) {
        return api.error(ApiError.of(500, "internal_error", "An internal error occurred"));
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return api.error(ApiError.of(429, "rate_limit_exceeded", "The API rate limit was exceeded"));
    }

    @Override
    public void revoke() {
        creators.forEach(tokens::forget);
    }

    /** The owner removes the app in the settings. */
    public void removeApp(String username) {
        creators.stream().filter(it -> it.username.equals(username)).forEach(it -> {
            tokens.forget(it);
            bells.removed(it, 1);
        });
    }

    /** Everything on the profiles and in the inboxes, as their owners see them. */
    @Override
    public List<String> visible() {
        Instant now = world.clock().instant();
        return creators.stream()
                .flatMap(it -> Stream.concat(it.posts(now).stream(), it.inbox(now).stream()))
                .sorted(Comparator.comparing(Share::at))
                .map(TikTok::words)
                .toList();
    }

    /** A video's draft has no words: all it says stands in its picture. */
    private static String words(Share share) {
        String told = share.info.description().isEmpty()
                ? share.info.title()
                : share.info.title() + "\n" + share.info.description();
        return told.isEmpty() && !share.files().isEmpty()
                ? share.files().getFirst().inscription()
                : told;
    }

    @Override
    public String timeline() {
        return "/www/@" + creators.getFirst().username;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        shelf.close();
    }
}
