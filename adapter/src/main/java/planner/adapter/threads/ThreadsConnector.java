package planner.adapter.threads;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import planner.adapter.kit.Http;
import planner.adapter.meta.CodeLogin;
import planner.adapter.meta.LongLived;
import planner.network.Account;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** One profile, a token of sixty days that is renewed from the second day on. There is no way to give a token back. */
final class ThreadsConnector implements Connector.OAuth2 {
    private final ThreadsApp app;
    private final ThreadsApi api;
    private final CodeLogin login;
    private final LongLived tokens;

    ThreadsConnector(ThreadsApp app, ThreadsApi api, Http http, Clock clock) {
        this.app = app;
        this.api = api;
        this.login = new CodeLogin(app.login(), http, ThreadsFaults.GRAPH::connecting);
        this.tokens = new LongLived(app.api().host(), "th", http, clock, ThreadsFaults.GRAPH);
    }

    @Override
    public String id() {
        return "threads";
    }

    @Override
    public boolean configured() {
        return login.configured();
    }

    @Override
    public URI consentPage(Consent consent) {
        return login.consentPage(consent, Scopes.ALL);
    }

    @Override
    public Credential exchange(String code, Consent consent) {
        var brief = login.exchange(code, consent).path("access_token").asString("");
        return tokens.buy(brief, app.clientSecret(), granted(brief));
    }

    /** The token's own answer does not name them. A refused question takes nothing away: what lacks is said later. */
    private Set<String> granted(String token) {
        try {
            return api.debug(token)
                    .path("scopes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.toSet());
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                return Set.of();
            }
            throw e;
        }
    }

    @Override
    public Credential refresh(Credential credential) {
        return tokens.refresh(credential);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        Scopes.demand(credential);
        var me = api.me(credential.access());
        var handle = me.path("username").asString("");
        var name = me.path("name").asString("");
        var picture = me.path("threads_profile_picture_url").asString("");
        var account = new Account(
                me.path("id").asString(""),
                name.isEmpty() ? handle : name,
                handle,
                picture.isEmpty() ? null : URI.create(picture),
                Map.of());
        return List.of(new Grant(account, credential));
    }
}
