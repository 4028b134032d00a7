package planner.adapter.facebook;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.meta.GraphLogin;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Facebook Login: every Page that the person may post to, each with its own token that has no end by time. */
final class FacebookConnector implements Connector.OAuth2 {
    private static final String BUSINESS = "business_management";
    private static final List<String> SCOPES = List.of(
            "pages_show_list",
            "pages_read_engagement",
            "pages_manage_posts",
            "pages_manage_engagement",
            "read_insights",
            BUSINESS);
    private static final Set<String> NEEDED = Set.of("pages_show_list", "pages_read_engagement", "pages_manage_posts");
    private static final String OF_BUSINESS = "id,name,username,access_token,category,picture{url}";
    /** Tasks are told of one's own Pages only. */
    private static final String FIELDS = OF_BUSINESS + ",tasks";

    private static final int MOST_BUSINESSES = 10;

    private final GraphLogin login;

    FacebookConnector(FacebookApp app, Http http, Clock clock) {
        login = new GraphLogin(app.login(), http, clock, FacebookFaults.GRAPH::connecting);
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

    /**
     * A Page's token has no end by time; when it dies nothing but a new consent helps. Nor is it given back: that would
     * take the app from all the other Pages of the same person.
     */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        OAuth2Kit.demand(NEEDED, credential.scopes()::contains);
        var pages = new LinkedHashMap<String, JsonNode>();
        login.rows("/me/accounts", FIELDS, credential)
                .forEach(row -> pages.put(row.path("id").asString(""), row));
        if (credential.scopes().contains(BUSINESS)) {
            ofBusinesses(credential)
                    .forEach(row -> pages.putIfAbsent(row.path("id").asString(""), row));
        }
        var grants = pages.values().stream()
                .filter(row -> row.path("tasks").isMissingNode() || GraphLogin.mayPost(row))
                .map(row -> grant(row, credential))
                .filter(grant -> !grant.credential().access().isEmpty())
                .toList();
        if (grants.isEmpty()) {
            throw new NetworkException(new Fault.Rejected("no_account", "no Page that this person may post to"));
        }
        return grants;
    }

    /** A Page can belong to a business only; whoever may not see that still has the Pages of their own. */
    private List<JsonNode> ofBusinesses(Credential credential) {
        return tried("/me/businesses", "id,name", credential).stream()
                .limit(MOST_BUSINESSES)
                .map(row -> "/" + row.path("id").asString(""))
                .flatMap(business -> List.of(business + "/owned_pages", business + "/client_pages").stream())
                .flatMap(path -> tried(path, OF_BUSINESS, credential).stream())
                .toList();
    }

    private List<JsonNode> tried(String path, String fields, Credential credential) {
        try {
            return login.rows(path, fields, credential);
        } catch (NetworkException e) {
            return List.of();
        }
    }

    private Grant grant(JsonNode page, Credential credential) {
        var id = page.path("id").asString("");
        var picture = page.path("picture").path("data").path("url").asString("");
        var account = new Account(
                id,
                page.path("name").asString(""),
                page.path("username").asString(""),
                picture.isEmpty() ? null : URI.create(picture),
                Map.of("category", page.path("category").asString("")));
        var listed = page.path("access_token").asString("");
        var token = listed.isEmpty() ? token(id, credential) : listed;
        return new Grant(
                account, new Credential(token, null, null, credential.scopes(), Map.of("user", credential.access())));
    }

    /** The lists of a business may leave it out. */
    private String token(String page, Credential credential) {
        var call = Call.get(login.graph("/" + page)).query("fields", "access_token");
        return Json.tree(login.read(call, credential.access()))
                .path("access_token")
                .asString("");
    }
}
