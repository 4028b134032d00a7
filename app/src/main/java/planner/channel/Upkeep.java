package planner.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.network.Connector;
import planner.network.Fault;
import planner.network.NetworkException;

/** Renews the credentials of channels that nobody uses, so that they do not die of rest. */
@Component
class Upkeep implements JobHandler {
    static final JobKind KIND = new JobKind("channel-upkeep", 1);
    private static final String ALL = "all";
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration DEMANDS_KEPT = Duration.ofDays(7);
    private static final int BATCH = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Channels channels;
    private final ChannelStore store;
    private final ConsentStore consents;
    private final DemandStore demands;
    private final Refresh refresh;
    private final NetworkDirectory networks;
    private final Jobs jobs;
    private final Clock clock;

    Upkeep(
            Channels channels,
            ChannelStore store,
            ConsentStore consents,
            DemandStore demands,
            Refresh refresh,
            NetworkDirectory networks,
            Jobs jobs,
            Clock clock) {
        this.channels = channels;
        this.store = store;
        this.consents = consents;
        this.demands = demands;
        this.refresh = refresh;
        this.networks = networks;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        jobs.enqueue(KIND, ALL, clock.instant().plus(SOON), Jobs.NORMAL);
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public Next run(String id) {
        consents.removeExpired(clock.instant());
        demands.removeOld(clock.instant().minus(DEMANDS_KEPT));
        var due = store.restingTooLong(daily(), clock.instant(), BATCH);
        for (var channel : due) {
            if (jobs.stopping()) {
                return new Next.Again(clock.instant().plus(SOON));
            }
            renew(channel);
        }
        return new Next.Again(clock.instant().plus(due.size() == BATCH ? SOON : PAUSE));
    }

    private Set<String> daily() {
        return networks.all().stream()
                .flatMap(network -> network.connectors().stream()
                        .filter(Connector::renewedDaily)
                        .map(connector -> network.id() + "/" + connector.id()))
                .collect(Collectors.toSet());
    }

    private void renew(ChannelId id) {
        try {
            refresh.regardless(channels.get(id));
        } catch (NetworkException e) {
            LOG.info("Upkeep of channel {} must wait: {}", id, Faults.summary(e.fault()));
            var now = clock.instant();
            Instant next = e.fault() instanceof Fault.Busy busy ? now.plus(busy.retryAfter()) : now.plus(PAUSE);
            store.upkeepAfter(id, next);
        } catch (RuntimeException e) {
            // one that cannot be opened must not keep the others from being renewed; the text of it could be a secret
            LOG.warn("Upkeep of channel {} failed: {}", id, e.getClass().getSimpleName());
            store.upkeepAfter(id, clock.instant().plus(PAUSE));
        }
    }
}
