package planner.adapter.instagram;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.Http;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.meta.GraphLogin;
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
    private static final String FIELDS =
            "id,name,access_token,tasks,instagram_business_account{id,username,name,profile_picture_url}";

    private final GraphLogin login;

    FacebookLogin(InstagramApp app, Http http, Clock clock) {
        login = new GraphLogin(
                new GraphLogin.App(
                        app.facebookDialog(),
                        app.facebookGraph().host(),
                        app.facebookGraph().version(),
                        app.facebookClientId(),
                        app.facebookClientSecret()),
                http,
                clock,
                InstagramFaults::connecting);
    }

    @Override
    public String id() {
        return "facebook";
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
        return login.exchange(code, consent);
    }

    /** A Page's token has no end by time; when it dies nothing but a new consent helps. */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        var grants = new ArrayList<Grant>();
        login.rows("/me/accounts", FIELDS, credential).forEach(row -> grant(row, credential, grants));
        if (grants.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("no_account", "no Page with an Instagram account"));
        }
        return grants;
    }

    private static void grant(JsonNode page, Credential credential, List<Grant> grants) {
        var instagram = page.path("instagram_business_account");
        var token = page.path("access_token").asString("");
        if (instagram.isObject() && GraphLogin.mayPost(page) && !token.isEmpty()) {
            grants.add(new Grant(
                    InstagramAccounts.account(instagram.path("id").asString(""), instagram, Variant.FACEBOOK),
                    new Credential(token, null, null, credential.scopes(), Map.of("user", credential.access()))));
        }
    }
}
