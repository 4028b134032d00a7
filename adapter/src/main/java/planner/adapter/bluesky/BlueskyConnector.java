package planner.adapter.bluesky;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.BlueskyApi.Tokens;
import planner.adapter.kit.Jwt;
import planner.adapter.kit.NamedHost;
import planner.adapter.kit.Reply;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.NetworkException;

/** Handle and app password. The session that they open moves to the account's own server when that can be reached. */
final class BlueskyConnector implements Connector.Secrets {
    private static final String SERVICE = "service";
    private static final String IDENTIFIER = "identifier";
    private static final String PASSWORD = "password";
    private static final String APP_PASSWORD = "app-password";

    private final BlueskyApi api;
    private final Identity identity;
    private final Accounts accounts;
    private final Hosts hosts;
    private final BlueskyFaults faults;

    BlueskyConnector(BlueskyApi api, Identity identity, Accounts accounts, Hosts hosts, BlueskyFaults faults) {
        this.api = api;
        this.identity = identity;
        this.accounts = accounts;
        this.hosts = hosts;
        this.faults = faults;
    }

    @Override
    public String id() {
        return APP_PASSWORD;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(SERVICE, false, false, hosts.service().toString()),
                new Field(IDENTIFIER, false, true, null),
                new Field(PASSWORD, true, true, null));
    }

    @Override
    public Credential signIn(Map<String, String> secrets) {
        var typed = secrets.getOrDefault(SERVICE, "");
        var service = typed.isBlank()
                ? hosts.service()
                : NamedHost.address(typed)
                        .orElseThrow(() -> rejected(
                                SERVICE,
                                "not an https address: " + typed.strip().split("[@?]", 2)[0]));
        var identifier = Handles.identifier(secrets.getOrDefault(IDENTIFIER, ""), service);
        var password = secrets.getOrDefault(PASSWORD, "").strip();
        var reply = signIn(service, identifier, password);
        if (!reply.ok()) {
            throw refused(reply);
        }
        return credential(BlueskyApi.tokens(reply), service, identifier, password, null);
    }

    @Override
    public List<Grant> accounts(Credential credential) {
        var grants = accounts.of(credential);
        var pds = BlueskyApi.pds(credential);
        if (!hosts.service().equals(pds)) {
            grants.forEach(grant -> demandHome(grant.account().id(), pds));
        }
        return grants;
    }

    /**
     * Any server could claim anybody: where the account's document can be read, it decides, and not what the server says
     * of it. Only the server of the settings is believed, which the operator vouches for.
     */
    private void demandHome(String did, URI pds) {
        identity.document(did)
                .flatMap(Identity::pds)
                .filter(named -> !named.equals(pds))
                .ifPresent(named -> {
                    throw rejected("wrong-server", did + " lives on " + named.getHost());
                });
    }

    /** Both tokens are replaced. A session that is gone is opened anew with the stored app password. */
    @Override
    public Credential refresh(Credential credential) {
        var pds = BlueskyApi.pds(credential);
        var service = URI.create(credential.extra().getOrDefault(SERVICE, pds.toString()));
        var identifier = credential.extra().getOrDefault(IDENTIFIER, "");
        var password = credential.extra().getOrDefault(APP_PASSWORD, "");
        var reply = api.refreshSession(pds, Objects.requireNonNullElse(credential.refresh(), ""));
        if (sessionIsGone(reply)) {
            reply = api.createSession(service, identifier, password);
        }
        if (!reply.ok()) {
            var fault = faults.classify(reply);
            throw new NetworkException(
                    fault instanceof Fault.Expired || fault instanceof Fault.Rejected
                            ? new Fault.Revoked(BlueskyFaults.message(reply))
                            : fault);
        }
        return credential(BlueskyApi.tokens(reply), service, identifier, password, pds);
    }

    @Override
    public void revoke(Credential credential) {
        var refresh = credential.refresh();
        if (refresh != null) {
            api.deleteSession(BlueskyApi.pds(credential), refresh);
        }
    }

    private Reply signIn(URI service, String identifier, String password) {
        try {
            return api.createSession(service, identifier, password);
        } catch (NetworkException e) {
            boolean wrongAddress = e.fault() instanceof Fault.Unavailable(var maybeDone, var detail)
                    && !maybeDone
                    && !service.equals(hosts.service());
            throw wrongAddress ? rejected(SERVICE, "could not connect to " + service.getHost()) : e;
        }
    }

    private NetworkException refused(Reply reply) {
        var message = BlueskyFaults.message(reply);
        return switch (BlueskyFaults.name(reply)) {
            case "AuthenticationRequired", "AuthFactorTokenRequired" -> rejected(PASSWORD, message);
            case "AccountTakedown", "AccountDeactivated", "AccountSuspended" -> rejected("account-inactive", message);
            case "InvalidRequest" -> rejected(IDENTIFIER, message);
            default -> {
                var fault = faults.classify(reply);
                yield fault instanceof Fault.Busy || fault instanceof Fault.Unavailable
                        ? new NetworkException(fault)
                        : rejected(SERVICE, message);
            }
        };
    }

    private static boolean sessionIsGone(Reply reply) {
        return switch (BlueskyFaults.name(reply)) {
            case "ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired", "AccountNotFound" -> true;
            default -> reply.status() == 401;
        };
    }

    private Credential credential(Tokens tokens, URI service, String identifier, String password, @Nullable URI known) {
        var extra = new HashMap<String, String>();
        extra.put(BlueskyApi.PDS, home(tokens, service, known).toString());
        extra.put(SERVICE, service.toString());
        extra.put(IDENTIFIER, identifier);
        extra.put(APP_PASSWORD, password);
        var scope = Jwt.claims(tokens.accessJwt()).path("scope").asString("");
        return new Credential(
                tokens.accessJwt(),
                tokens.refreshJwt(),
                Jwt.expiry(tokens.accessJwt()).orElse(null),
                scope.isEmpty() ? Set.of() : Set.of(scope),
                extra);
    }

    /**
     * The account's own server as its document names it. A document that leads nowhere (a server at home, a test
     * server) is passed over: then the server that the person entered is asked, which signed us in after all.
     */
    private URI home(Tokens tokens, URI service, @Nullable URI known) {
        var named = Optional.ofNullable(tokens.didDoc())
                .filter(document -> document.isObject())
                .or(() -> identity.document(tokens.did()))
                .flatMap(Identity::pds);
        if (named.isEmpty() || named.get().equals(service) || named.get().equals(known)) {
            return named.orElse(known == null ? service : known);
        }
        return answers(named.get(), tokens) ? named.get() : service;
    }

    private boolean answers(URI pds, Tokens tokens) {
        try {
            return api.getSession(pds, tokens.accessJwt()).did().equals(tokens.did());
        } catch (NetworkException e) {
            return false;
        }
    }

    private static NetworkException rejected(String code, String message) {
        return new NetworkException(new Fault.Rejected(code, message));
    }
}
