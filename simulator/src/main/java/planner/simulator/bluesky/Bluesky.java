package planner.simulator.bluesky;

import java.io.IOException;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.Site;
import planner.simulator.World;
import planner.simulator.media.MediaShelf;

/** Bluesky: the folders {@code pds}, {@code appview}, {@code video} and {@code plc} stand for its hosts. */
public final class Bluesky implements Site {
    private static final String XRPC = "xrpc";
    private static final String WELL_KNOWN = ".well-known";
    private static final String CONSENT = "/auth/oauth/authorize";
    private static final int LIMIT = 3000;

    private final World world;
    private final Repos repos = new Repos();
    private final MediaShelf shelf = new MediaShelf("Bluesky Cardyb/1.1", Redirect.NORMAL);
    private final Clients clients;
    private final SignIn signIn;
    private final Pds pds;
    private final VideoService video;
    private final AppView appView = new AppView(repos);
    private final Timeline timeline;

    public Bluesky(World world) {
        this.world = world;
        Neighbours.settle(repos);
        clients = new Clients(world);
        signIn = new SignIn(world, clients);
        pds = new Pds(world, repos, shelf, signIn);
        video = new VideoService(world, pds);
        timeline = new Timeline(world, repos, appView);
    }

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public String title() {
        return "Bluesky";
    }

    @Override
    public String accent() {
        return "#0a68e0";
    }

    @Override
    public Map<String, String> settings() {
        return Map.of(
                "service-url", world.url(this, "/pds"),
                "appview-url", world.url(this, "/appview"),
                "video-url", world.url(this, "/video"),
                "plc-url", world.url(this, "/plc"),
                "web-url", world.url(this, "/web"),
                "handle", Account.ALL.getFirst().handle());
    }

    /** What the public web answers at an address that names a client, for tests without one. */
    public void publish(String clientId, String document) {
        clients.publish(clientId, document);
    }

    @Override
    public Map<String, String> demoSecrets() {
        Account account = Account.ALL.getFirst();
        return Map.of(
                "service", world.url(this, "/pds"),
                "identifier", account.handle(),
                "password", pds.password(account));
    }

    @Override
    public boolean api(Ask ask) {
        List<String> path = ask.segments();
        return path.size() > 1
                && (path.get(1).equals(XRPC)
                        || path.get(1).equals(WELL_KNOWN)
                        || path.getFirst().equals("plc")
                        || path.getFirst().equals("auth") && !ask.path().equals(CONSENT));
    }

    @Override
    public Answer answer(Ask ask) throws IOException {
        List<String> path = ask.segments();
        String host = path.isEmpty() ? "" : path.getFirst();
        try {
            if (path.size() == 3 && path.get(1).equals(XRPC)) {
                return proven(ask, limited(xrpc(host, path.get(2), ask)));
            }
            return switch (host) {
                case "auth" -> signIn(ask);
                case "pds" ->
                    ask.path().equals("/pds/.well-known/oauth-protected-resource")
                            ? pds.resource()
                            : Answer.text(404, "Not Found");
                case "plc" -> Answer.json(200, pds.document(Pds.account(path.getLast())));
                case "blob" -> blob(path.getLast());
                case "avatar" ->
                    Answer.of(
                            200,
                            "image/svg+xml",
                            Html.avatar(Pds.account(path.getLast()).name()).getBytes(StandardCharsets.UTF_8));
                case "timeline", "web" -> timeline.page();
                default -> Answer.text(404, "Not Found");
            };
        } catch (XrpcError e) {
            return proven(ask, limited(e.answer()));
        }
    }

    private Answer signIn(Ask ask) {
        return switch (ask.path()) {
            case "/auth/.well-known/oauth-authorization-server" -> signIn.metadata();
            case CONSENT -> signIn.page(ask);
            default -> signIn.answer(ask);
        };
    }

    /** Whoever brings a proof is told what the next one must carry. */
    private Answer proven(Ask ask, Answer answer) {
        return ask.header("dpop").isPresent() ? answer.with("DPoP-Nonce", pds.nonce()) : answer;
    }

    private Answer xrpc(String host, String method, Ask ask) throws IOException {
        boolean app = method.startsWith("app.bsky.");
        return switch (host) {
            // the server hands reads of the app on to the app view, in the name of who is signed in
            case "pds" -> app ? appView(method, ask, Optional.of(pds.signedIn(ask))) : pds.answer(method, ask);
            case "appview" -> app ? appView(method, ask, Optional.empty()) : pds.answer(method, ask);
            case "video" -> video.answer(method, ask);
            default -> Answer.text(404, "Not Found");
        };
    }

    private Answer appView(String method, Ask ask, Optional<Account> viewer) {
        return appView.answer(method, ask, viewer, world.url(this, "/avatar/"));
    }

    private Answer blob(String cid) {
        return repos.blob(cid)
                .map(it -> Answer.file(it.file().file(), it.type()))
                .orElseGet(() -> Answer.text(404, "Not Found"));
    }

    private Answer limited(Answer answer) {
        long window = 300;
        long now = world.clock().instant().getEpochSecond();
        return answer.with("RateLimit-Limit", "" + LIMIT)
                .with("RateLimit-Remaining", "" + (LIMIT - 1))
                .with("RateLimit-Reset", "" + (now - now % window + window))
                .with("RateLimit-Policy", LIMIT + ";w=" + window);
    }

    @Override
    public Answer broken(Ask ask) {
        return new XrpcError(500, "InternalServerError", "Internal Server Error").answer();
    }

    @Override
    public Answer throttled(Ask ask, Duration pause) {
        return new XrpcError(429, "RateLimitExceeded", "Rate Limit Exceeded")
                .answer()
                .with("RateLimit-Limit", "" + LIMIT)
                .with("RateLimit-Remaining", "0")
                .with(
                        "RateLimit-Reset",
                        "" + world.clock().instant().plus(pause).getEpochSecond())
                .with("RateLimit-Policy", LIMIT + ";w=300")
                .with("Retry-After", "" + pause.toSeconds());
    }

    @Override
    public void revoke() {
        pds.revoke();
    }

    @Override
    public List<String> visible() {
        return appView.shown().stream()
                .map(it -> it.value().path("text").asString(""))
                .toList();
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
