package planner;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.channel.Sandbox;
import planner.network.NetworkId;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.Simulator;
import planner.simulator.Site;

/** The simulated networks of a demo, beside the house in the same process. */
final class SandboxHouse implements Sandbox, AutoCloseable {
    private final Simulator simulator;

    private SandboxHouse(Simulator simulator) {
        this.simulator = simulator;
    }

    /** @throws SettingsFault when the port is taken */
    static SandboxHouse open(int port) {
        try {
            return new SandboxHouse(Simulator.start(port, Clock.systemUTC()));
        } catch (UncheckedIOException e) {
            throw new SettingsFault(List.of(
                    "Port %d, meant for the demo's sandbox, is in use. Choose another one with PLANNER_SANDBOX_PORT."
                            .formatted(port)));
        }
    }

    /** What leads the networks here instead of to the real ones. */
    Map<String, String> settings() {
        return simulator.settings();
    }

    @Override
    public Map<String, String> secrets(NetworkId network) {
        return site(network).map(Site::demoSecrets).orElse(Map.of());
    }

    /** Where the networks ring, as typed into their dashboards. */
    void ringsAt(URI house) {
        for (var site : simulator.sites()) {
            var door = URI.create(house + "/hooks/" + site.name());
            simulator.hooks().target(site.name(), door);
            simulator.hooks().target(site.name() + ".deauthorize", door);
        }
    }

    Optional<Site> site(NetworkId network) {
        return simulator.sites().stream()
                .filter(site -> site.name().equals(network.value()))
                .findFirst();
    }

    /** One call of each network is done and not answered. */
    void loseNextAnswers() {
        simulator
                .sites()
                .forEach(site -> simulator
                        .faults()
                        .add(Fault.next(site.name(), Kind.CUT_AFTER).at("POST", "")));
    }

    boolean willLose(String network) {
        return simulator.faults().waiting().stream()
                .anyMatch(fault -> fault.network().equals(network));
    }

    void loseNothingMore() {
        simulator.faults().clear();
    }

    @Override
    public Optional<URI> timeline(NetworkId network) {
        return site(network).map(site -> simulator.timeline(site.name()));
    }

    @Override
    public void close() {
        simulator.close();
    }
}
