package planner.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.channel.Doubts;
import planner.network.NetworkId;
import planner.network.WebhookReader.NetworkEvent;
import planner.publish.Publications;

/**
 * What a network pushed is a doorbell: whoever waits for it looks at once, and believes what it then reads. What is kept
 * and what it sets off are one commit; without it the network gets no 200 and sends again.
 */
@Service
@Transactional
public class Webhooks {
    /** Longer than any network goes on sending. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final EventStore events;
    private final Publications publications;
    private final Doubts doubts;
    private final Clock clock;

    Webhooks(EventStore events, Publications publications, Doubts doubts, Clock clock) {
        this.events = events;
        this.publications = publications;
        this.doubts = doubts;
        this.clock = clock;
    }

    void received(NetworkId network, List<NetworkEvent> pushed) {
        for (var event : pushed) {
            if (!events.isNew(network, event, clock.instant())) {
                continue;
            }
            switch (event.kind()) {
                case PUBLICATION_MOVED -> publications.wake(network, event.accountId(), event.reference());
                case ACCESS_REMOVED -> {
                    LOG.info("{} says that access was taken away; its channels are asked", network);
                    doubts.about(network, event.accountId());
                }
            }
        }
    }

    /** Throws away what no network will repeat any more. */
    public void tidy() {
        events.removeBefore(clock.instant().minus(KEPT));
    }
}
