package planner.adapter.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.network.Connector;
import planner.network.Connector.Consent;
import planner.network.Credential;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;
import planner.simulator.Simulator;
import planner.simulator.Site;
import planner.simulator.Visitor;

/** The stage of a network that the simulator plays. */
public class SimulatorStage implements Stage {
    private static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier-1";

    protected final Simulator simulator;
    private final MovableClock clock = new MovableClock(Instant.parse("2026-12-01T09:00:00Z"));
    private final String network;
    private final Set<String> secrets = new HashSet<>();

    @Nullable
    private Grant known;

    private Instant knownSince = Instant.MIN;

    public SimulatorStage(String network) {
        this.network = network;
        this.simulator = Simulator.start(0, clock);
    }

    @Override
    public Environment settings() {
        return new MapEnvironment(adjusted(new HashMap<>(site().settings())));
    }

    /** For settings that a test wants otherwise. */
    protected Map<String, String> adjusted(Map<String, String> settings) {
        return settings;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Grant connect(Network network) {
        var connector = network.connectors().getFirst();
        var credential = switch (connector) {
            case Connector.Secrets form -> signIn(form);
            case Connector.OAuth2 page -> consent(page);
        };
        remember(credential);
        var grant = connector.accounts(credential).getFirst();
        remember(grant.credential());
        return grant;
    }

    @Override
    public Grant connected(Network to) {
        var grant = known;
        if (grant == null || !lasts(grant.credential())) {
            grant = connect(to);
            known = grant;
            knownSince = now();
        }
        return grant;
    }

    private boolean lasts(Credential credential) {
        var end = credential.expiresAt();
        return end == null
                || end.isAfter(now().plus(Duration.ofDays(1)))
                || now().isBefore(knownSince.plus(Duration.ofMinutes(10)));
    }

    @Override
    public Map<String, String> form() {
        return site().demoSecrets();
    }

    private Credential signIn(Connector.Secrets form) {
        var typed = form();
        form.fields().stream()
                .filter(Connector.Field::secret)
                .forEach(field -> secrets.add(typed.getOrDefault(field.name(), field.name())));
        return form.signIn(typed);
    }

    /** Whom the consent page shall be answered for; empty for the preselected one. */
    protected String account() {
        return "";
    }

    private Credential consent(Connector.OAuth2 page) {
        var asked = new Consent(URI.create("http://127.0.0.1:8080/connect/callback"), "state-1", VERIFIER);
        var consent = asked.with(page.prepare(suggested(page), asked));
        try (var visitor = new Visitor()) {
            var callback = Visitor.query(visitor.allow(page.consentPage(consent), account(), Set.of()));
            return page.exchange(callback.getOrDefault(page.codeParameter(), ""), consent.back(callback));
        }
    }

    /** What the form begins with: in the sandbox it leads to the simulator. */
    private static Map<String, String> suggested(Connector.OAuth2 page) {
        var answers = new HashMap<String, String>();
        for (var field : page.fields()) {
            var initial = field.initial();
            if (initial != null) {
                answers.put(field.name(), initial);
            }
        }
        return answers;
    }

    private void remember(Credential credential) {
        secrets.add(credential.access());
        var refresh = credential.refresh();
        if (refresh != null) {
            secrets.add(refresh);
        }
    }

    @Override
    public List<String> visible() {
        return site().visible();
    }

    @Override
    public List<String> violations() {
        return simulator.journal().violations().stream().map(Object::toString).toList();
    }

    @Override
    public Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    @Override
    public void revoke() {
        known = null;
        site().revoke();
    }

    @Override
    public void close() {
        simulator.close();
    }

    private Site site() {
        return simulator.site(network);
    }
}
