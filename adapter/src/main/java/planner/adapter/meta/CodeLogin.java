package planner.adapter.meta;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Connector.Consent;
import planner.network.Fault;
import tools.jackson.databind.JsonNode;

/** Sign-in on the hosts of Meta that are not Facebook's: a consent page, and the brief token that its code buys. */
public final class CodeLogin {
    private static final String PATH = "/oauth/access_token";

    private final App app;
    private final Http http;
    private final Function<Reply, Fault> faults;

    /** The app registered with the network, and where its consent page and its token service live. */
    public record App(URI authorize, URI token, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return "App[" + authorize + "]";
        }
    }

    /** @param faults what a refusal means to a person who connects */
    public CodeLogin(App app, Http http, Function<Reply, Fault> faults) {
        this.app = app;
        this.http = http;
        this.faults = faults;
    }

    public boolean configured() {
        return !app.clientId().isEmpty();
    }

    public URI consentPage(Consent consent, List<String> scopes) {
        return page(URI.create(app.authorize() + "/oauth/authorize"), app.clientId(), consent, scopes);
    }

    static URI page(URI address, String clientId, Consent consent, List<String> scopes) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_id", clientId);
        query.put("redirect_uri", consent.redirect().toString());
        query.put("response_type", "code");
        query.put("state", consent.state());
        query.put("scope", String.join(",", scopes));
        return Call.get(address).query(query).uri();
    }

    /** @return the brief token and what stands beside it; some hosts wrap it in a list */
    public JsonNode exchange(String code, Consent consent) {
        // the browser's address may end with #_
        var plain = code.endsWith("#_") ? code.substring(0, code.length() - 2) : code;
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", app.clientId());
        form.put("client_secret", app.clientSecret());
        form.put("grant_type", "authorization_code");
        form.put("redirect_uri", consent.redirect().toString());
        form.put("code", plain);
        var reply = http.send(Call.post(URI.create(app.token() + PATH))
                .form(form)
                .secret(plain)
                .secret(app.clientSecret()));
        var answer = Json.tree(Graph.checked(reply, faults));
        var wrapped = answer.path("data").path(0);
        return wrapped.isObject() ? wrapped : answer;
    }
}
