package planner.adapter.meta;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Fault;
import tools.jackson.databind.JsonNode;

/** Facebook Login: a dialog, a code, a person's token of sixty days, and the Pages behind it. */
public final class GraphLogin {
    private static final Set<String> TASKS = Set.of("CREATE_CONTENT", "MANAGE");
    private static final Duration LIFE = Duration.ofDays(60);
    private static final int MOST_PAGES = 20;

    private final App app;
    private final Http http;
    private final Clock clock;
    private final Function<Reply, Fault> faults;

    /** The app registered with Facebook, and where the dialog and the API live. */
    public record App(URI dialog, URI graph, String version, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "App[" + version + "]";
        }
    }

    /** @param faults what a refusal means to a person who connects */
    public GraphLogin(App app, Http http, Clock clock, Function<Reply, Fault> faults) {
        this.app = app;
        this.http = http;
        this.clock = clock;
        this.faults = faults;
    }

    public boolean configured() {
        return !app.clientId().isEmpty();
    }

    public URI consentPage(Consent consent, List<String> scopes) {
        var address = URI.create(app.dialog() + "/" + app.version() + "/dialog/oauth");
        return CodeLogin.page(address, app.clientId(), consent, scopes);
    }

    private record Token(
            @JsonProperty("access_token") String access,
            @JsonProperty("expires_in") @Nullable Long seconds) {}

    /** Code, brief token, token of sixty days, and what was granted. */
    public Credential exchange(String code, Consent consent) {
        var first = new LinkedHashMap<String, String>();
        first.put("redirect_uri", consent.redirect().toString());
        first.put("code", code);
        var brief = token(first, code);
        var second = new LinkedHashMap<String, String>();
        second.put("grant_type", "fb_exchange_token");
        second.put("fb_exchange_token", brief.access());
        var lasting = token(second, brief.access());
        var life = lasting.seconds() == null ? LIFE : Duration.ofSeconds(lasting.seconds());
        return new Credential(lasting.access(), null, clock.instant().plus(life), granted(lasting.access()), Map.of());
    }

    private Token token(Map<String, String> parameters, String secret) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.clientId());
        query.put("client_secret", app.clientSecret());
        query.putAll(parameters);
        var reply = send(Call.get(graph("/oauth/access_token"))
                .query(query)
                .secret(secret)
                .secret(app.clientSecret()));
        return Json.read(reply, Token.class);
    }

    private Set<String> granted(String token) {
        return Json.tree(read(Call.get(graph("/me/permissions")), token))
                .path("data")
                .valueStream()
                .filter(row -> row.path("status").asString("").equals("granted"))
                .map(row -> row.path("permission").asString(""))
                .collect(Collectors.toSet());
    }

    /** The rows of all pages of a list, for example of {@code /me/accounts}. */
    public List<JsonNode> rows(String path, String fields, Credential credential) {
        var rows = new ArrayList<JsonNode>();
        var first = Call.get(graph(path)).query("fields", fields).query("limit", "100");
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var call = after.isEmpty() ? first : first.query("after", after);
            var answer = Json.tree(read(call, credential.access()));
            answer.path("data").valueStream().forEach(rows::add);
            after = answer.path("paging").path("cursors").path("after").asString("");
            if (after.isEmpty() || answer.path("paging").path("next").isMissingNode()) {
                break;
            }
        }
        return rows;
    }

    /** Whether the person may post as this Page. */
    public static boolean mayPost(JsonNode page) {
        return page.path("tasks").valueStream().anyMatch(task -> TASKS.contains(task.asString("")));
    }

    /** A call with a person's token. */
    public Reply read(Call call, String token) {
        return send(Graph.proven(call, token, app.clientSecret()).bearer(token));
    }

    private Reply send(Call call) {
        return Graph.checked(http.send(call), faults);
    }

    public URI graph(String path) {
        return URI.create(app.graph() + "/" + app.version() + path);
    }
}
