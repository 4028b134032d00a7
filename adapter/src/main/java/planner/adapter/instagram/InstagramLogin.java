package planner.adapter.instagram;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.adapter.meta.CodeLogin;
import planner.adapter.meta.Graph;
import planner.adapter.meta.LongLived;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Grant;
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
    private final CodeLogin login;
    private final LongLived tokens;

    InstagramLogin(InstagramApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.login = new CodeLogin(
                new CodeLogin.App(app.authorize(), app.token(), app.clientId(), app.clientSecret()),
                http,
                InstagramFaults::connecting);
        this.tokens = new LongLived(app.graph().host(), "ig", http, clock, InstagramFaults.GRAPH);
    }

    @Override
    public String id() {
        return "instagram";
    }

    @Override
    public boolean configured() {
        return login.configured();
    }

    @Override
    public URI consentPage(Consent consent) {
        return login.consentPage(consent, SCOPES);
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var answer = login.exchange(code, consent);
        var scopes = permissions(answer.path("permissions"));
        return tokens.buy(answer.path("access_token").asString(""), app.clientSecret(), scopes);
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
        if (!credential.scopes().isEmpty()) {
            OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        }
        var reply = send(Call.get(app.graph().at("me"))
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
