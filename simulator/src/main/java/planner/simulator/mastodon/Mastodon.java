package planner.simulator.mastodon;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;

/** One Mastodon server below {@code /mastodon}. */
public final class Mastodon implements Site {
    private static final int LIMIT = 300;
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final World world;
    private final MediaShelf shelf = new MediaShelf("Mastodon/4.5.0", Redirect.NORMAL);
    private final Apps apps;
    private final Access access;
    private final MediaDesk desk;
    private final Statuses statuses;
    private volatile Rules rules = Rules.plain();

    public Mastodon(World world) {
        this.world = world;
        apps = new Apps(world);
        access = new Access(world, apps);
        desk = new MediaDesk(world, shelf);
        statuses = new Statuses(world, desk);
    }

    @Override
    public String name() {
        return "mastodon";
    }

    @Override
    public String title() {
        return "Mastodon";
    }

    @Override
    public String accent() {
        return "#563acc";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("server-url", world.base() + "/mastodon");
    }

    /** What this server allows from now on. */
    public void rules(Rules next) {
        rules = next;
    }

    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/api/")
                || ask.path().equals("/oauth/token")
                || ask.path().equals("/oauth/revoke");
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        try {
            return api(ask) ? limited(called(ask)) : page(ask, ask.segments());
        } catch (MastodonError e) {
            return limited(e.answer());
        }
    }

    private Answer page(Ask ask, List<String> path) {
        return switch (path.isEmpty() ? "" : path.getFirst()) {
            case "oauth" -> ask.method().equals("POST") ? access.decided(ask) : access.consentPage(ask);
            case "avatar" ->
                Answer.of(
                        200,
                        "image/svg+xml",
                        Html.avatar(People.byId(path.getLast()).name()).getBytes(StandardCharsets.UTF_8));
            case "media" ->
                desk.find(path.getLast())
                        .map(it -> Answer.file(
                                it.file().file(),
                                it.file()
                                        .header()
                                        .map(header -> header.type())
                                        .orElse(it.file().type())))
                        .orElseGet(() -> Answer.text(404, "Not Found"));
            case "timeline" -> new Timeline(world, statuses).page();
            default ->
                path.isEmpty() || path.getFirst().startsWith("@")
                        ? new Timeline(world, statuses).page()
                        : Answer.text(404, "Not Found");
        };
    }

    private Answer called(Ask ask) throws IOException {
        String call = ask.method() + " " + ask.path();
        return switch (call) {
            case "POST /api/v1/apps" -> apps.create(ask);
            case "POST /oauth/token" -> access.token(ask);
            case "POST /oauth/revoke" -> access.revoke(ask);
            case "GET /api/v2/instance" ->
                Answer.json(200, rules.instance(world.base().getAuthority()));
            case "GET /api/v1/accounts/verify_credentials" -> me(access.signed(ask));
            case "POST /api/v2/media" -> desk.upload(ask, access.signed(ask), rules);
            case "POST /api/v1/statuses" -> statuses.create(ask, access.signed(ask), rules);
            default -> byId(ask, call);
        };
    }

    private Answer byId(Ask ask, String call) {
        List<String> path = ask.segments();
        if (call.matches("GET /api/v1/media/\\d+")) {
            return desk.state(path.getLast(), access.signed(ask));
        }
        if (call.matches("GET /api/v1/statuses/\\d+")) {
            return statuses.one(path.getLast(), access.signed(ask));
        }
        if (call.matches("DELETE /api/v1/statuses/\\d+")) {
            return statuses.delete(path.getLast(), access.signed(ask));
        }
        if (call.matches("GET /api/v1/accounts/\\d+/statuses")) {
            return statuses.of(path.get(3), ask, access.signed(ask));
        }
        world.journal().violation("mastodon", ask, "no such endpoint");
        throw MastodonError.of(404, "Not Found");
    }

    private Answer me(Access.Signed signed) {
        signed.need("read:accounts");
        People who = signed.who();
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", who.id());
        account.put("username", who.handle());
        account.put("acct", who.handle());
        account.put("display_name", who.name());
        account.put("url", world.base() + "/mastodon/@" + who.handle());
        account.put("avatar", world.base() + "/mastodon/avatar/" + who.id());
        account.put("followers_count", 312);
        account.put("following_count", 45);
        account.put("statuses_count", statuses.count(who));
        return Answer.json(200, account);
    }

    private Answer limited(Answer answer) {
        if (answer.headers().containsKey("X-RateLimit-Reset")) {
            return answer;
        }
        long now = world.clock().instant().getEpochSecond();
        long window = WINDOW.toSeconds();
        return budget(answer, LIMIT - 1, Duration.ofSeconds(window - now % window));
    }

    private Answer budget(Answer answer, int left, Duration until) {
        return answer.with("X-RateLimit-Limit", "" + LIMIT)
                .with("X-RateLimit-Remaining", "" + left)
                .with(
                        "X-RateLimit-Reset",
                        world.clock()
                                .instant()
                                .plus(until)
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString());
    }

    @Override
    public Answer broken(Ask ask) {
        return MastodonError.of(503, "There was a temporary problem serving your request, please try again")
                .answer();
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return budget(MastodonError.of(429, "Too many requests").answer(), 0, pause);
    }

    @Override
    public void revoke() {
        access.revokeAll();
    }

    @Override
    public List<String> visible() {
        return Timeline.open(statuses.all()).stream().map(Status::text).toList();
    }

    @Override
    public String timeline() {
        return "/timeline";
    }

    @Override
    public void close() {
        shelf.close();
    }
}
