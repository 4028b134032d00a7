package planner.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.DemandReader;
import planner.network.NetworkException;
import planner.network.NetworkId;

/** What the places demand that a delivery names: the network is asked ahead of preflight, which itself asks nobody. */
@Service
public class Demands {
    /** How long an answer counts. */
    static final Duration KEPT = Duration.ofHours(1);
    /** What a network did not tell is not asked again with every key that a person presses. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(Demands.class);

    private final DemandStore store;
    private final Channels channels;
    private final NetworkDirectory networks;
    private final Clock clock;

    Demands(DemandStore store, Channels channels, NetworkDirectory networks, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.networks = networks;
        this.clock = clock;
    }

    /** Whether this network's preflight needs {@link #learn}. */
    public boolean occur(NetworkId network) {
        return networks.get(network).demands().isPresent();
    }

    /** Asks for what is not known, while a person writes. Calls the network: never within a transaction. */
    public void learn(ChannelId channel, NetworkId network, Delivery delivery) {
        learn(channel, network, delivery, KEPT);
    }

    /** The same just before it is sent: what was told earlier may have changed. */
    public void learnAnew(ChannelId channel, NetworkId network, Delivery delivery) {
        learn(channel, network, delivery, PAUSE);
    }

    private void learn(ChannelId channel, NetworkId network, Delivery delivery, Duration age) {
        var reader = networks.get(network).demands();
        if (reader.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var places = new ArrayList<>(reader.get().places(delivery));
        places.removeAll(store.known(channel, places, now.minus(age), now.minus(PAUSE)));
        for (var place : places) {
            if (!told(channel, place, reader.get())) {
                // who waits for this would wait for each of them
                return;
            }
        }
    }

    private boolean told(ChannelId channel, String place, DemandReader reader) {
        try {
            var told = channels.asking(channel, session -> reader.demands(place, session));
            store.told(channel, place, told, clock.instant());
            return true;
        } catch (NetworkException e) {
            LOG.info("What {} demands is not known for channel {}: {}", place, channel, Faults.summary(e.fault()));
            store.asked(channel, place, clock.instant());
            return false;
        }
    }

    /** The account with what is known of the delivery's places, for preflight. */
    public Account known(ChannelId channel, NetworkId network, Account account, Delivery delivery) {
        return networks.get(network)
                .demands()
                .map(reader -> account.with(store.told(
                        channel, reader.places(delivery), clock.instant().minus(KEPT))))
                .orElse(account);
    }
}
