package planner.publish;

import java.time.Clock;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import planner.channel.NetworkDirectory;
import planner.jobs.JobHandler;
import planner.jobs.JobHandlers;
import planner.jobs.JobKind;
import planner.network.Network;

/** The lanes of each network: a kind of job per network, a job per channel. */
@Component
class Lanes implements JobHandlers {
    private final NetworkDirectory networks;
    private final PublicationStore store;
    private final Ledger ledger;
    private final Turns turns;
    private final LatePolicy late;
    private final Holds holds;
    private final PublishSettings settings;
    private final Clock clock;

    Lanes(
            NetworkDirectory networks,
            PublicationStore store,
            Ledger ledger,
            Access access,
            LatePolicy late,
            Holds holds,
            Environment settings,
            Clock clock) {
        this.networks = networks;
        this.store = store;
        this.ledger = ledger;
        this.turns = new Turns(access, store, settings.getProperty("PLANNER_DATABASE_CONNECTIONS", Integer.class, 16));
        this.late = late;
        this.holds = holds;
        this.settings = PublishSettings.of(settings);
        this.clock = clock;
    }

    static JobKind kind(Network network) {
        return new JobKind(
                "publish:" + network.id().value(), network.capabilities().concurrency());
    }

    @Override
    public List<JobHandler> handlers() {
        return networks.all().stream().<JobHandler>map(this::lane).toList();
    }

    Lane lane(Network network) {
        return new Lane(network, store, turn -> new Walk(ledger, turn, settings, clock), turns, late, holds, clock);
    }
}
