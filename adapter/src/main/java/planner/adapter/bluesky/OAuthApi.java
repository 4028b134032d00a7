package planner.adapter.bluesky;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.NamedHost;
import planner.adapter.kit.OAuth2Kit;
import planner.adapter.kit.Reply;
import planner.network.Connector.Consent;
import planner.network.Fault;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** What we say to the servers that sign people in. */
final class OAuthApi {
    private static final String WELL_KNOWN = "/.well-known/";

    private final Http http;
    private final Hosts hosts;
    private final Dpop dpop;
    private final OAuthClient client;
    private final BlueskyFaults faults;
    private final Clock clock;

    OAuthApi(Http http, Hosts hosts, Dpop dpop, OAuthClient client, BlueskyFaults faults, Clock clock) {
        this.http = http;
        this.hosts = hosts;
        this.dpop = dpop;
        this.client = client;
        this.faults = faults;
        this.clock = clock;
    }

    /** Which server signs in the accounts of this one; empty when none does as the AT Protocol wants it. */
    Optional<AuthServer> serverOf(URI pds) {
        return issuerOf(pds)
                .flatMap(issuer -> document(issuer, "oauth-authorization-server")
                        .flatMap(document -> AuthServer.read(issuer, document)));
    }

    Optional<URI> issuerOf(URI pds) {
        return document(pds, "oauth-protected-resource")
                .flatMap(document -> NamedHost.address(
                        document.path("authorization_servers").path(0).asString("")));
    }

    /** Leaves the request for consent; the answer names it. */
    String push(OAuthSession session, Consent consent, String hint) {
        var form = new LinkedHashMap<String, String>();
        form.put("response_type", "code");
        form.put("redirect_uri", OAuthClient.redirect(consent.redirect()));
        form.put("scope", String.join(" ", OAuthClient.SCOPES));
        form.put("state", consent.state());
        form.put("code_challenge", OAuth2Kit.challenge(consent.verifier()));
        form.put("code_challenge_method", "S256");
        form.put("login_hint", hint);
        var reply = post(session.server().push(), form, List.of(), session);
        if (!reply.ok()) {
            throw faults.exception(reply);
        }
        var name = Json.tree(reply).path("request_uri").asString("");
        if (name.isEmpty()) {
            throw new NetworkException(new Fault.Unavailable(true, "the answer names no request"));
        }
        return name;
    }

    Reply exchange(OAuthSession session, String code, Consent consent) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("code_verifier", consent.verifier());
        form.put("redirect_uri", OAuthClient.redirect(consent.redirect()));
        return post(session.server().token(), form, List.of(code, consent.verifier()), session);
    }

    Reply refresh(OAuthSession session, String refresh) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh);
        return post(session.server().token(), form, List.of(refresh), session);
    }

    /** One token ends the whole session; nothing is sent to a server that names no place for it. */
    void revoke(OAuthSession session, String token) {
        if (session.server().revoke().equals(session.server().issuer())) {
            return;
        }
        var reply = post(session.server().revoke(), Map.of("token", token), List.of(token), session);
        if (!reply.ok()) {
            throw faults.exception(reply);
        }
    }

    private Reply post(URI to, Map<String, String> fields, List<String> secrets, OAuthSession session) {
        var issuer = session.server().issuer();
        var form = new LinkedHashMap<>(fields);
        form.put("client_id", session.clientId());
        form.putAll(client.proof(session.clientId(), issuer, clock));
        var call = Call.post(to).form(form);
        for (var secret : secrets) {
            call = call.secret(secret);
        }
        return dpop.send(hosts.guarded(call), session.key(), issuer.toString(), null);
    }

    /** A redirect or any other success than 200 is none (the protocol's word). */
    private Optional<JsonNode> document(URI host, String name) {
        var reply = http.send(
                hosts.guarded(Call.get(URI.create(host + WELL_KNOWN + name)).within(BlueskyApi.BRIEF)));
        if (reply.status() == 429 || reply.status() >= 500) {
            throw faults.exception(reply);
        }
        return reply.status() == 200 ? Optional.of(Json.tree(reply)) : Optional.empty();
    }
}
