package planner.channel;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.NetworkId;

/** Channels that may have stopped working, as somebody said: the network is asked, and its answer believed. */
@Component
public class Doubts implements JobHandler {
    private static final JobKind KIND = new JobKind("channel-doubt", 1);
    private static final Duration LATER = Duration.ofMinutes(15);

    private final ChannelStore store;
    private final Channels channels;
    private final Checks checks;
    private final Jobs jobs;
    private final Clock clock;

    Doubts(ChannelStore store, Channels channels, Checks checks, Jobs jobs, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.checks = checks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * In the caller's transaction, soon after which the network is asked.
     *
     * @param account the network's id; where it is none of a channel (a person's, who signed in for several accounts) all
     *     channels of the network are asked
     */
    public void about(NetworkId network, String account) {
        var theirs = store.connected(network, account);
        for (var channel : theirs.isEmpty() ? store.connected(network) : theirs) {
            jobs.enqueue(KIND, channel.value().toString(), clock.instant(), Jobs.NORMAL);
        }
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public Next run(String id) {
        var channel = channels.get(ChannelId.of(id));
        if (channel.state() == Channel.State.REMOVED) {
            return new Next.Done();
        }
        try {
            checks.check(channel.workspace(), channel.id());
            return new Next.Done();
        } catch (NetworkException e) {
            var pause = e.fault() instanceof Fault.Busy busy ? busy.retryAfter() : LATER;
            return new Next.Again(clock.instant().plus(pause));
        }
    }
}
