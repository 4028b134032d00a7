package planner.publish;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import planner.channel.Channels;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.media.Renditions.Outlook;
import planner.publish.Journey.Problem;

/**
 * Looks at what is due within half an hour as it will be looked at when it is due, so that there is time to mend what is
 * wrong by then.
 */
@Component
final class LookAhead implements JobHandler {
    /** How long before its time. */
    static final Duration AHEAD = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);
    private static final JobKind KIND = new JobKind("look-ahead", 1);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 100;

    private final PublicationStore store;
    private final Ledger ledger;
    private final HouseAccess access;
    private final Channels channels;
    private final Jobs jobs;
    private final Clock clock;

    LookAhead(PublicationStore store, Ledger ledger, HouseAccess access, Channels channels, Jobs jobs, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.access = access;
        this.channels = channels;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        jobs.enqueue(KIND, "all", clock.instant(), Jobs.NORMAL);
    }

    @Override
    public JobKind kind() {
        return KIND;
    }

    @Override
    public Next run(String id) {
        var now = clock.instant();
        var due = store.toLookAt(now.plus(AHEAD), AT_ONCE);
        for (var publication : due) {
            if (jobs.stopping()) {
                return new Next.Again(now);
            }
            look(publication);
        }
        return new Next.Again(due.size() == AT_ONCE ? now : now.plus(PAUSE));
    }

    private void look(PublicationId id) {
        try {
            store.find(id)
                    .filter(journey -> journey.standing().state() == PublicationState.SCHEDULED)
                    .filter(journey -> journey.standing().step() == null)
                    .ifPresent(this::look);
        } catch (LostHold e) {
            LOG.debug("{} went on meanwhile", id);
        } catch (RuntimeException e) {
            // it is looked at once more when it is due
            LOG.warn("The look ahead at {} failed", id, e);
        }
        store.lookedAt(id, clock.instant());
    }

    private void look(Journey journey) {
        switch (access.outlook(journey)) {
            case Outlook.Failed(var name, var problem) -> warn(journey, "file.soon", Ledger.file(problem, name));
            case Outlook.Making making -> object(journey);
            case Outlook.Ready(var delivery) -> object(journey.with(delivery));
        }
    }

    private void object(Journey journey) {
        var account = channels.get(journey.channel()).account();
        access.objection(journey, account)
                .ifPresent(finding -> warn(journey, "preflight.soon", Sayings.finding(finding)));
    }

    private void warn(Journey journey, String code, String said) {
        var change = journey.standing().change();
        change.problem = new Problem(code, said);
        ledger.save(journey, change.done(), Entry.of(clock.instant(), "", "warned", said));
    }
}
