package planner.adapter.instagram;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Facebook Login: the accounts behind the Pages a person manages; a Page's token has no end by time. */
final class FacebookLogin implements Connector.OAuth2 {
    private static final List<String> SCOPES = List.of(
            "instagram_basic",
            "instagram_content_publish",
            "pages_show_list",
            "pages_read_engagement",
            "business_management",
            "instagram_manage_comments",
            "instagram_manage_insights");
    private static final Set<String> NEEDED =
            Set.of("instagram_basic", "instagram_content_publish", "pages_show_list", "pages_read_engagement");
    private static final Set<String> TASKS = Set.of("CREATE_CONTENT", "MANAGE");
    private static final Duration LIFE = Duration.ofDays(60);
    private static final int MOST_PAGES = 20;

    private final InstagramApp app;
    private final Http http;
    private final Clock clock;

    FacebookLogin(InstagramApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "facebook";
    }

    @Override
    public boolean configured() {
        return !app.facebookClientId().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.facebookClientId());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("response_type", "code");
        query.put("state", consent.state());
        query.put("scope", String.join(",", SCOPES));
        return Call.get(URI.create(app.facebookDialog() + "/" + app.version() + "/dialog/oauth"))
                .query(query)
                .uri();
    }

    private record Token(
            @JsonProperty("access_token") String access,
            @JsonProperty("expires_in") @Nullable Long seconds) {}

    @Override
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
        query.put("client_id", app.facebookClientId());
        query.put("client_secret", app.facebookClientSecret());
        query.putAll(parameters);
        var reply = send(Call.get(graph("/oauth/access_token"))
                .query(query)
                .secret(secret)
                .secret(app.facebookClientSecret()));
        return Json.read(reply, Token.class);
    }

    private Set<String> granted(String token) {
        var reply = send(Call.get(graph("/me/permissions")).bearer(token));
        return Json.tree(reply)
                .path("data")
                .valueStream()
                .filter(row -> row.path("status").asString("").equals("granted"))
                .map(row -> row.path("permission").asString(""))
                .collect(Collectors.toSet());
    }

    /** A Page's token has no end by time; when it dies nothing but a new consent helps. */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var missing = NEEDED.stream()
                .filter(scope -> !credential.scopes().contains(scope))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("missing_scope", String.join(", ", missing)));
        }
        var grants = new ArrayList<Grant>();
        var next = Call.get(graph("/me/accounts"))
                .query(new LinkedHashMap<>(Map.of(
                        "fields",
                        "id,name,access_token,tasks,"
                                + "instagram_business_account{id,username,name,profile_picture_url}")))
                .query("limit", "100");
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var call = after.isEmpty() ? next : next.query("after", after);
            var answer = Json.tree(send(call.bearer(credential.access())));
            answer.path("data").valueStream().forEach(row -> grant(row, credential, grants));
            after = answer.path("paging").path("cursors").path("after").asString("");
            if (after.isEmpty() || answer.path("paging").path("next").isMissingNode()) {
                break;
            }
        }
        if (grants.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("no_account", "no Page with an Instagram account"));
        }
        return grants;
    }

    private static void grant(JsonNode page, Credential credential, List<Grant> grants) {
        var instagram = page.path("instagram_business_account");
        boolean may = page.path("tasks").valueStream().anyMatch(task -> TASKS.contains(task.asString("")));
        var token = page.path("access_token").asString("");
        if (instagram.isObject() && may && !token.isEmpty()) {
            grants.add(new Grant(
                    InstagramAccounts.account(instagram.path("id").asString(""), instagram, Variant.FACEBOOK),
                    new Credential(token, null, null, credential.scopes(), Map.of("user", credential.access()))));
        }
    }

    private URI graph(String path) {
        return URI.create(app.facebookGraph() + "/" + app.version() + path);
    }

    private Reply send(Call call) {
        var reply = http.send(call);
        if (!reply.ok()) {
            throw new NetworkException(InstagramFaults.connecting(reply));
        }
        return reply;
    }
}
