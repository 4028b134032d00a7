package planner.adapter.bluesky;

import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import planner.adapter.contract.SimulatorStage;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Grant;
import planner.network.Network;
import planner.simulator.Visitor;

/** The simulator as somebody meets it who signs in on the page of the account's own server. */
final class OAuthStage extends SimulatorStage {
    static final String HOME = "http://localhost:8080/connect/bluesky/callback";
    static final String ADA = "ada.bsky.sandbox";

    private final Set<String> told = new HashSet<>();

    OAuthStage() {
        super(Bluesky.ID.value());
    }

    static Connector.OAuth2 connector(Network network) {
        return network.connectors().stream()
                .filter(Connector.OAuth2.class::isInstance)
                .map(Connector.OAuth2.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A round of its own: nothing of it may be used twice. */
    static Consent round(String callback) {
        var random = UUID.randomUUID().toString();
        return new Consent(URI.create(callback), "state-" + random, "verifier-" + random + "-" + random);
    }

    Consent prepared(Connector.OAuth2 connector, String callback) {
        var asked = round(callback);
        return asked.with(connector.prepare(Map.of("handle", ADA), asked));
    }

    /** With what the person comes back, who chose this account. */
    Map<String, String> allowed(Connector.OAuth2 connector, Consent consent, String account) {
        try (var visitor = new Visitor()) {
            return Visitor.query(visitor.allow(connector.consentPage(consent), account, Set.of()));
        }
    }

    Credential signedIn(Connector.OAuth2 connector, String callback) {
        var consent = prepared(connector, callback);
        var back = allowed(connector, consent, "");
        return remembered(connector.exchange(back.getOrDefault("code", ""), consent.back(back)));
    }

    @Override
    public Grant connect(Network network) {
        var connector = connector(network);
        return connector.accounts(signedIn(connector, HOME)).getFirst();
    }

    private Credential remembered(Credential credential) {
        told.add(credential.access());
        told.add(String.valueOf(credential.refresh()));
        told.add(credential.extra().getOrDefault("dpop-key", "?"));
        return credential;
    }

    planner.simulator.bluesky.Bluesky site() {
        return (planner.simulator.bluesky.Bluesky) simulator.site(Bluesky.ID.value());
    }

    @Override
    public Set<String> secrets() {
        return Set.copyOf(told);
    }
}
