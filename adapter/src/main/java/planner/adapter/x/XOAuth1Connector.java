package planner.adapter.x;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** Three-legged OAuth 1.0a, for apps that have no OAuth 2.0; what it buys has no end and no scopes. */
final class XOAuth1Connector implements Connector.OAuth2 {
    private static final String TOKEN = "oauth_token";
    private static final String SECRET = "oauth_token_secret";
    private static final String VERIFIER = "oauth_verifier";
    private static final int NOT_AUTHENTICATED = 32;
    private static final int CALLBACK = 415;

    private final XApp app;
    private final XDoor door;
    private final XApi api;

    XOAuth1Connector(XApp app, XDoor door, XApi api) {
        this.app = app;
        this.door = door;
        this.api = api;
    }

    @Override
    public String id() {
        return "oauth1";
    }

    @Override
    public boolean configured() {
        return !app.consumerKey().isEmpty() && !app.consumerSecret().isEmpty();
    }

    @Override
    public String codeParameter() {
        return VERIFIER;
    }

    /** Buys the temporary token. OAuth 1.0a knows no state: ours stands in the query of the callback. */
    @Override
    public Map<String, String> prepare(Map<String, String> answers, Consent consent) {
        var back = Call.get(consent.redirect()).query("state", consent.state()).uri();
        var reply = door.signIn(
                Call.post(door.outside("/oauth/request_token")), "", "", Map.of("oauth_callback", back.toString()));
        var fields = fields(reply, new Fault.Rejected("invalid_client", words(reply)));
        if (!"true".equals(fields.get("oauth_callback_confirmed"))) {
            throw new NetworkException(new Fault.Rejected("callback", "the callback was not confirmed"));
        }
        return Map.of(TOKEN, found(fields, TOKEN), SECRET, found(fields, SECRET));
    }

    @Override
    public URI consentPage(Consent consent) {
        return Call.get(door.outside("/oauth/authorize"))
                .query(TOKEN, found(consent.prepared(), TOKEN))
                .uri();
    }

    /** @throws NetworkException when somebody came back from another round than the one that began here */
    @Override
    public Credential exchange(String code, Consent consent) {
        var token = found(consent.prepared(), TOKEN);
        var late = new Fault.Rejected("stale-round", "X no longer knows this sign-in");
        if (!token.equals(consent.returned().get(TOKEN))) {
            throw new NetworkException(late);
        }
        var call = Call.post(door.outside("/oauth/access_token"))
                .form(Map.of(VERIFIER, code))
                .secret(code);
        var fields = fields(door.signIn(call, token, found(consent.prepared(), SECRET), Map.of()), late);
        return new Credential(
                found(fields, TOKEN), null, null, Set.of(), Map.of(XDoor.TOKEN_SECRET, found(fields, SECRET)));
    }

    /** The form that a sign-in answers with. @param refused what a refusal means that says nothing more */
    private Map<String, String> fields(Reply reply, Fault refused) {
        if (reply.ok()) {
            return pairs(reply.text());
        }
        int code = Json.tree(reply).path("errors").path(0).path("code").asInt(0);
        if (code == CALLBACK) {
            throw new NetworkException(new Fault.Rejected("callback", words(reply)));
        }
        var fault = door.fault(reply);
        boolean refusal = fault instanceof Fault.Rejected(var word, var message)
                ? !word.equals(XFaults.CLOCK) && !word.equals("client-forbidden")
                : code == NOT_AUTHENTICATED || reply.status() == 401;
        throw new NetworkException(refusal ? refused : fault);
    }

    private static String words(Reply reply) {
        var words = Json.tree(reply).path("errors").path(0).path("message").asString("");
        return words.isEmpty() ? "the network answered: " + reply.status() : words;
    }

    private static String found(Map<String, String> fields, String name) {
        var value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer lacks: " + name));
        }
        return value;
    }

    private static Map<String, String> pairs(String form) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return pairs;
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var introduced = api.me(credential);
        if (introduced.level().equals("read")) {
            throw new NetworkException(new Fault.Rejected("read-only-app", "x-access-level: read"));
        }
        return List.of(XConnector.grant(introduced.me(), credential));
    }

    /** It has no end. */
    @Override
    public Credential refresh(Credential credential) {
        return credential;
    }

    @Override
    public void revoke(Credential credential) {
        door.ask(Call.post(door.outside("/1.1/oauth/invalidate_token")), credential);
    }
}
