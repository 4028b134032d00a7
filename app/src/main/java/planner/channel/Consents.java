package planner.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.workspace.Caller;
import planner.workspace.Installation;
import planner.workspace.PersonId;
import planner.workspace.Problem;
import planner.workspace.Scope;
import planner.workspace.WorkspaceId;
import planner.workspace.Workspaces;

/** Sends a person to a network's consent page and receives them back. */
@Service
class Consents {
    private static final Logger LOG = LoggerFactory.getLogger(Consents.class);
    private static final Duration OPEN = Duration.ofMinutes(15);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_CODE = 40;

    private final ConsentStore store;
    private final Credentials credentials;
    private final Connecting connecting;
    private final NetworkDirectory networks;
    private final Workspaces workspaces;
    private final Installation installation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Consents(
            ConsentStore store,
            Credentials credentials,
            Connecting connecting,
            NetworkDirectory networks,
            Workspaces workspaces,
            Installation installation,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.credentials = credentials;
        this.connecting = connecting;
        this.networks = networks;
        this.workspaces = workspaces;
        this.installation = installation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came back: the query parameters of the callback. */
    record Callback(Map<String, String> parameters) {
        /** OAuth 1.0a has no word for a refusal, only the token that was denied. */
        private static final String DENIED = "denied";

        Callback {
            parameters = Map.copyOf(parameters);
        }

        /** Empty when absent. */
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }

        String state() {
            return get("state");
        }

        String error() {
            return get("error").isEmpty() && !get(DENIED).isEmpty() ? "access_denied" : get("error");
        }

        @Override
        public String toString() {
            return "Callback" + parameters.keySet();
        }
    }

    /** Why nothing was connected: a short word for the screen. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code) {
            super(code, null, false, false);
            this.code = word(code);
        }

        String code() {
            return code;
        }

        /** What others send must not shape an address of ours. */
        private static String word(String raw) {
            var word = raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_.-]+", "-");
            return word.isEmpty() ? "unknown" : word.substring(0, Math.min(word.length(), LONGEST_CODE));
        }
    }

    /** What stands sealed in the row until the person comes back. */
    private record Kept(String verifier, Map<String, String> prepared) {
        @Override
        public String toString() {
            return "Kept[sealed]";
        }
    }

    /**
     * @param answers to the connector's fields, checked already for what the form demands
     * @param browser the secret that only this browser has
     * @throws NetworkException when the network, or the server that the person named, cannot prepare the round
     */
    URI begin(Caller caller, Network network, Connector.OAuth2 connector, Map<String, String> answers, String browser) {
        if (!connector.configured()) {
            throw Problem.conflict("not-configured", network.capabilities().name());
        }
        var id = UUID.randomUUID();
        var asked = new Consent(callback(network.id()), random(32), random(48));
        var consent = asked.with(connector.prepare(answers, asked));
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            store.removeExpired(now);
            var kept = credentials.sealAny(new Kept(consent.verifier(), consent.prepared()), id);
            var round = new ConsentStore.Round(
                    id,
                    caller.workspace(),
                    caller.person(),
                    hash(browser),
                    network.id(),
                    connector.id(),
                    kept.bytes(),
                    now.plus(OPEN));
            store.insert(hash(consent.state()), round, kept.keyId());
        });
        return connector.consentPage(consent);
    }

    /**
     * @throws Refused when the state is not ours, used, late, another browser's or person's, when the person may not
     *     connect there any more, or the network said no
     */
    Connecting.Result complete(NetworkId networkId, Callback callback, String browser, PersonId person) throws Refused {
        var round = transaction.execute(status -> store.take(hash(callback.state())));
        if (round == null || round.isEmpty()) {
            throw new Refused("state");
        }
        var begun = round.get();
        if (!begun.network().equals(networkId)
                || !begun.person().equals(person)
                || !MessageDigest.isEqual(begun.browserHash(), hash(browser))) {
            throw new Refused("state");
        }
        if (!clock.instant().isBefore(begun.expiresAt())) {
            throw new Refused("late");
        }
        mustStillWrite(begun.workspace(), person);
        if (!callback.error().isEmpty()) {
            throw new Refused(callback.error());
        }
        return connecting.offer(begun.workspace(), networkId, begun.connector(), grants(begun, callback), begun.id());
    }

    /** A quarter of an hour is long enough to be shown the door. */
    private void mustStillWrite(WorkspaceId workspace, PersonId person) throws Refused {
        var role = workspaces.role(workspace, person);
        if (role.isEmpty() || !role.get().scopes().contains(Scope.WRITE)) {
            throw new Refused("role");
        }
    }

    private List<Grant> grants(ConsentStore.Round begun, Callback callback) throws Refused {
        var network = networks.get(begun.network());
        var connector = Connectors.chosen(network, begun.connector(), Connector.OAuth2.class);
        var code = callback.get(connector.codeParameter());
        if (code.isEmpty()) {
            throw new Refused("no-code");
        }
        var kept = credentials.openAny(begun.secret(), begun.id(), Kept.class);
        var consent = new Consent(callback(network.id()), callback.state(), kept.verifier())
                .with(kept.prepared())
                .back(callback.parameters());
        try {
            var credential = connector.exchange(code, consent);
            var grants = connector.accounts(credential);
            if (grants.isEmpty()) {
                throw new Refused("no-accounts");
            }
            return grants;
        } catch (DateTimeException | ArithmeticException e) {
            LOG.warn(
                    "Connecting {} failed: its answer cannot be read ({})",
                    network.id(),
                    e.getClass().getName());
            throw new Refused("unavailable");
        } catch (NetworkException e) {
            LOG.info("Connecting {} failed: {}", network.id(), Faults.summary(e.fault()));
            throw new Refused(
                    switch (e.fault()) {
                        case Fault.Rejected rejected -> rejected.code();
                        case Fault.Busy busy -> "busy";
                        case Fault.Unavailable away -> "unavailable";
                        case Fault.Expired expired -> "expired";
                        case Fault.Revoked revoked -> "revoked";
                    });
        }
    }

    /** What one of the network's connectors says of us under this name. */
    Optional<String> document(Network network, String name) {
        return network.connectors().stream()
                .filter(Connector.OAuth2.class::isInstance)
                .map(Connector.OAuth2.class::cast)
                .flatMap(connector -> connector.document(name, callback(network.id())).stream())
                .findFirst();
    }

    private URI callback(NetworkId network) {
        return URI.create(installation.publicUrl() + "/connect/" + network + "/callback");
    }

    static String random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
