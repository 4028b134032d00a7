package planner.simulator.x;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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

/** X: the consent page, and the v2 API below {@code /x/2}. */
public final class X implements Site {
    /** The key of an app that was registered for reading only; its secret is the sandbox's. */
    public static final String READER_KEY = SignedAccess.READER_KEY;

    private static final Set<String> API =
            Set.of("/oauth/request_token", "/oauth/access_token", "/1.1/oauth/invalidate_token");
    private static final String LEVEL = "x-access-level";
    private static final int LIMIT = 900;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final World world;
    private final MediaShelf shelf = new MediaShelf("Twitterbot/1.0", Redirect.NORMAL);
    private final Access access;
    private final SignedAccess signatures;
    private final MediaDesk desk;
    private final Posts posts;

    public X(World world) {
        this.world = world;
        access = new Access(world);
        signatures = new SignedAccess(world);
        desk = new MediaDesk(world, shelf);
        posts = new Posts(world, desk);
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public String title() {
        return "X";
    }

    @Override
    public String accent() {
        return "#14171a";
    }

    @Override
    public Map<String, String> settings() {
        String here = world.base() + "/x";
        return Map.of(
                "authorize-url",
                here,
                "api-url",
                here,
                "web-url",
                here + "/web",
                "client-id",
                Access.CLIENT_ID,
                "client-secret",
                Access.CLIENT_SECRET,
                "consumer-key",
                SignedAccess.CONSUMER_KEY,
                "consumer-secret",
                SignedAccess.CONSUMER_SECRET);
    }

    @Override
    public boolean api(Ask ask) {
        return ask.path().startsWith("/2/") || API.contains(ask.path());
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        try {
            return api(ask) ? limited(called(ask, ask.segments())) : page(ask, ask.segments());
        } catch (XProblem e) {
            return limited(e.answer());
        }
    }

    private Answer page(Ask ask, List<String> path) {
        return switch (path.isEmpty() ? "" : path.getFirst()) {
            case "i" -> ask.method().equals("POST") ? access.decided(ask) : access.consentPage(ask);
            case "oauth" -> ask.method().equals("POST") ? signatures.decided(ask) : signatures.consentPage(ask);
            case "avatar" ->
                Answer.of(
                        200,
                        "image/svg+xml",
                        Html.avatar(People.byId(path.getLast()).name()).getBytes(StandardCharsets.UTF_8));
            case "media" ->
                desk.find(path.getLast())
                        .map(it -> Answer.file(
                                it.file.file(),
                                it.file.header().map(header -> header.type()).orElse(it.file.type())))
                        .orElseGet(() -> Answer.text(404, "Not Found"));
            case "timeline", "web" -> new Timeline(world, posts).page();
            default -> Answer.text(404, "Not Found");
        };
    }

    private Answer called(Ask ask, List<String> path) throws IOException {
        String call = ask.method() + " " + String.join("/", path.subList(1, path.size()));
        switch (ask.method() + " " + ask.path()) {
            case "POST /oauth/request_token" -> {
                return signatures.temporary(ask);
            }
            case "POST /oauth/access_token" -> {
                return signatures.lasting(ask);
            }
            case "POST /1.1/oauth/invalidate_token" -> {
                return signatures.invalidate(ask);
            }
            default -> {}
        }
        if (call.equals("POST oauth2/token")) {
            return access.token(ask);
        }
        if (call.equals("POST oauth2/revoke")) {
            return access.revoke(ask);
        }
        Access.Signed signed = SignedAccess.meant(ask) ? signatures.signed(ask) : access.signed(ask);
        People who = signed.who();
        if (call.startsWith("POST media/") || call.startsWith("GET media/")) {
            signed.need("media.write");
            return media(ask, call, path, who);
        }
        return switch (call) {
            case "GET users/me" -> me(signed);
            case "GET users/by" -> people(ask, signed);
            case "POST tweets" -> posts.create(ask, signed);
            case "GET tweets" -> posts.lookup(ask, signed);
            default -> {
                if (call.matches("DELETE tweets/\\d+")) {
                    yield posts.delete(path.getLast(), signed);
                }
                if (call.matches("GET users/\\d+/tweets")) {
                    yield posts.of(path.get(2), ask, signed);
                }
                throw XProblem.of(404, "Not Found", "no such endpoint", "");
            }
        };
    }

    private Answer media(Ask ask, String call, List<String> path, People who) throws IOException {
        return switch (call) {
            case "POST media/upload" -> desk.single(ask, who);
            case "GET media/upload" -> desk.status(ask, who);
            case "POST media/upload/initialize" -> desk.initialize(ask, who);
            case "POST media/metadata" -> desk.describe(ask, who);
            case "POST media/subtitles" -> desk.caption(ask, who);
            default -> {
                if (call.matches("POST media/upload/\\d+/append")) {
                    yield desk.append(ask, path.get(3), who);
                }
                if (call.matches("POST media/upload/\\d+/finalize")) {
                    yield desk.finish(path.get(3), who);
                }
                throw XProblem.of(404, "Not Found", "no such endpoint", "");
            }
        };
    }

    private Answer me(Access.Signed signed) {
        signed.need("users.read");
        People who = signed.who();
        long count = posts.all().stream().filter(it -> it.author().equals(who)).count();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", who.id());
        data.put("name", who.name());
        data.put("username", who.handle());
        data.put("profile_image_url", world.base() + "/x/avatar/" + who.id());
        data.put("verified_type", who.pays() ? "blue" : "none");
        data.put("subscription_type", who.subscription());
        data.put("public_metrics", Map.of("followers_count", 512, "following_count", 80, "tweet_count", count));
        return Answer.json(200, Map.of("data", data)).with(LEVEL, signed.writes() ? "read-write" : "read");
    }

    /** Names that nobody has are told beside the others. */
    private static Answer people(Ask ask, Access.Signed signed) {
        signed.need("users.read", "tweet.read");
        List<Object> found = new ArrayList<>();
        List<Object> errors = new ArrayList<>();
        for (String name : ask.query().getOrDefault("usernames", "").split(",")) {
            if (!name.matches("[A-Za-z0-9_]{1,15}")) {
                throw XProblem.invalid(
                        "usernames",
                        name,
                        "The `usernames` query parameter value [" + name + "] does not match ^[A-Za-z0-9_]{1,15}$");
            }
            People.byName(name)
                    .ifPresentOrElse(
                            who -> found.add(Map.of("id", who.id(), "name", who.name(), "username", who.handle())),
                            () -> errors.add(Map.of(
                                    "value", name,
                                    "detail", "Could not find user with usernames: [" + name + "].",
                                    "title", "Not Found Error",
                                    "resource_type", "user",
                                    "parameter", "usernames",
                                    "resource_id", name,
                                    "type", "https://api.x.com/2/problems/resource-not-found")));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (!found.isEmpty()) {
            body.put("data", found);
        }
        if (!errors.isEmpty()) {
            body.put("errors", errors);
        }
        return Answer.json(200, body);
    }

    private Answer limited(Answer answer) {
        long now = world.clock().instant().getEpochSecond();
        long window = WINDOW.toSeconds();
        return answer.with("x-rate-limit-limit", "" + LIMIT)
                .with("x-rate-limit-remaining", "" + (LIMIT - 1))
                .with("x-rate-limit-reset", "" + (now - now % window + window))
                .with("x-user-limit-24hour-limit", "2400")
                .with("x-user-limit-24hour-remaining", "2399")
                .with("x-user-limit-24hour-reset", "" + (now - now % 86_400 + 86_400))
                .with(LEVEL, answer.headers().getOrDefault(LEVEL, "read-write"));
    }

    @Override
    public Answer broken(Ask ask) {
        return XProblem.of(503, "Service Unavailable", "Service Unavailable", "")
                .answer();
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return XProblem.of(429, "Too Many Requests", "Too Many Requests", "")
                .answer()
                .with("x-rate-limit-limit", "" + LIMIT)
                .with("x-rate-limit-remaining", "0")
                .with(
                        "x-rate-limit-reset",
                        "" + world.clock().instant().plus(pause).getEpochSecond());
    }

    @Override
    public void revoke() {
        access.revokeAll();
        signatures.revokeAll();
    }

    @Override
    public List<String> visible() {
        return posts.all().stream().map(Posts.Post::text).toList();
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
