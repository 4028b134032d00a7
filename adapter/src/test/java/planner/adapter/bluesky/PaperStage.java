package planner.adapter.bluesky;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MovableClock;
import planner.adapter.contract.Stage;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;

/** The server on paper as a stage. */
final class PaperStage implements Stage {
    static final Map<String, String> SECRETS =
            Map.of("service", PaperPds.BASE, "identifier", "@Alice.test", "password", PaperPds.PASSWORD);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-12-01T09:00:00Z"));
    final PaperPds pds = new PaperPds(clock);

    @Override
    public Transport transport() {
        return pds;
    }

    @Override
    public Environment settings() {
        return new MapEnvironment(Map.of(
                "service-url", PaperPds.BASE,
                "plc-url", PaperPds.BASE,
                "appview-url", PaperPds.BASE,
                "video-url", PaperPds.BASE,
                "web-url", PaperPds.BASE));
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Grant connect(Network network) {
        var connector = (Connector.Secrets) network.connectors().getFirst();
        return connector.accounts(connector.signIn(SECRETS)).getFirst();
    }

    @Override
    public List<String> visible() {
        return pds.texts();
    }

    @Override
    public Set<String> secrets() {
        var all = new HashSet<>(pds.tokens);
        all.add(PaperPds.PASSWORD);
        return all;
    }

    @Override
    public void revoke() {
        pds.sessions.clear();
        pds.password = "changed";
    }

    @Override
    public void close() {}
}
