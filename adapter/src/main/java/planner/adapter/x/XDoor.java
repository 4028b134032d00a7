package planner.adapter.x;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;

/** The way to the API: by a bearer token, or signed where the account was connected by OAuth 1.0a. */
final class XDoor {
    /** In {@link Credential#extra}: there only after OAuth 1.0a. */
    static final String TOKEN_SECRET = "token-secret";

    private final XApp app;
    private final Http http;
    private final Clock clock;

    XDoor(XApp app, Http http, Clock clock) {
        this.app = app;
        this.http = http;
        this.clock = clock;
    }

    /** An address of the sign-in, which has no version of its own. */
    URI outside(String path) {
        return URI.create(app.api().host() + path);
    }

    /** An address of the API in the version that is spoken. */
    URI uri(String path) {
        return app.api().at(path);
    }

    /** The answer, whatever it says. */
    Reply ask(Call call, Credential credential) {
        var secret = credential.extra().get(TOKEN_SECRET);
        return http.send(
                secret == null
                        ? call.bearer(credential.access())
                        : signed(call, credential.access(), secret, Map.of()));
    }

    /** @throws NetworkException when the answer is no success */
    Reply send(Call call, Credential credential) {
        return ok(ask(call, credential), credential);
    }

    /** A call of the sign-in itself. @param token empty while there is none */
    Reply signIn(Call call, String token, String secret, Map<String, String> more) {
        return http.send(signed(call, token, secret, more));
    }

    /** Each call has a nonce of its own: what is repeated is the deed, never the signature. */
    private Call signed(Call call, String token, String secret, Map<String, String> more) {
        return new OAuth1(app.consumerKey(), app.consumerSecret(), token, secret)
                .signed(
                        call,
                        more,
                        clock.instant(),
                        UUID.randomUUID().toString().replace("-", ""));
    }

    /** What has no end and is refused was taken back: there is nothing to refresh. */
    Reply ok(Reply reply, Credential credential) {
        if (reply.ok()) {
            return reply;
        }
        var fault = fault(reply);
        throw new NetworkException(
                fault instanceof Fault.Expired(var words) && credential.refresh() == null
                        ? new Fault.Revoked(words)
                        : fault);
    }

    Fault fault(Reply reply) {
        return XFaults.of(reply, clock);
    }

    static String id(Reply reply) {
        var id = Json.tree(reply).path("data").path("id").asString("");
        if (id.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer holds no id"));
        }
        return id;
    }
}
