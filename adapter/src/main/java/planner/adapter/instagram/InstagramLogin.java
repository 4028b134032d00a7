package planner.adapter.instagram;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.adapter.meta.Graph;
import planner.adapter.meta.LongLived;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Instagram Login: no Page needed; a token of 60 days that is renewed from the second day on. */
final class InstagramLogin implements Connector.OAuth2 {
    private static final List<String> SCOPES = List.of(
            "instagram_business_basic",
            "instagram_business_content_publish",
            "instagram_business_manage_comments",
            "instagram_business_manage_insights");
    private static final Set<String> NEEDED = Set.of("instagram_business_basic", "instagram_business_content_publish");

    private final InstagramApp app;
    private final Http http;
    private final LongLived tokens;

    InstagramLogin(InstagramApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.tokens = new LongLived(app.graph(), "ig", http, clock, InstagramFaults.GRAPH);
    }

    @Override
    public String id() {
        return "instagram";
    }

    @Override
    public boolean configured() {
        return !app.clientId().isEmpty();
    }

    @Override
    public URI consentPage(Consent consent) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", app.clientId());
        query.put("redirect_uri", consent.redirect().toString());
        query.put("response_type", "code");
        query.put("state", consent.state());
        query.put("scope", String.join(",", SCOPES));
        return Call.get(URI.create(app.authorize() + "/oauth/authorize"))
                .query(query)
                .uri();
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        // the browser's address may end with #_
        var plain = code.endsWith("#_") ? code.substring(0, code.length() - 2) : code;
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret());
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", consent.redirect().toString());
        form.put("code", plain);
        var reply = send(Call.post(URI.create(app.token() + "/oauth/access_token"))
                .form(form)
                .secret(plain)
                .secret(app.clientSecret()));
        var answer = Json.tree(reply);
        var flat = answer.path("data").path(0).isObject() ? answer.path("data").path(0) : answer;
        var scopes = permissions(flat.path("permissions"));
        return tokens.buy(flat.path("access_token").asString(""), app.clientSecret(), scopes);
    }

    /** An array of names, or one text with commas. */
    private static Set<String> permissions(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : OAuth2Kit.scopes(node.asString(""));
    }

    @Override
    public Credential refresh(Credential credential) {
        return tokens.refresh(credential);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var missing = NEEDED.stream()
                .filter(scope -> !credential.scopes().contains(scope))
                .sorted()
                .toList();
        if (!credential.scopes().isEmpty() && !missing.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("missing_scope", String.join(", ", missing)));
        }
        var reply = send(Call.get(URI.create(app.graph() + "/" + app.version() + "/me"))
                .query("fields", "user_id,username,name,account_type,profile_picture_url")
                .bearer(credential.access()));
        var answer = Json.tree(reply);
        var me = answer.path("data").path(0).isObject() ? answer.path("data").path(0) : answer;
        var account = InstagramAccounts.account(me.path("user_id").asString(""), me, Variant.INSTAGRAM);
        return List.of(new Grant(account, credential));
    }

    private Reply send(Call call) {
        return Graph.checked(http.send(call), InstagramFaults::connecting);
    }
}
