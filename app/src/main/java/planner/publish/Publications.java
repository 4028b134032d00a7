package planner.publish;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.Channels;
import planner.jobs.Jobs;
import planner.media.RenditionChanged;
import planner.media.Renditions;
import planner.network.Delivery;
import planner.network.NetworkId;
import planner.publish.Journey.Held;
import planner.publish.Journey.Remote;
import planner.workspace.Problem;
import planner.workspace.Workspace.Late;
import planner.workspace.WorkspaceId;
import tools.jackson.databind.json.JsonMapper;

/** The front door: ordering publications, and what people may do with them. */
@Service
@Transactional
public class Publications {
    private final OrderStore orders;
    private final PublicationStore store;
    private final PublicationViews views;
    private final Ledger ledger;
    private final Holds holds;
    private final Channels channels;
    private final Renditions renditions;
    private final StoredSteps steps;
    private final Clock clock;

    Publications(
            OrderStore orders,
            PublicationStore store,
            PublicationViews views,
            Ledger ledger,
            Holds holds,
            Channels channels,
            Renditions renditions,
            StoredSteps steps,
            Clock clock) {
        this.orders = orders;
        this.store = store;
        this.views = views;
        this.ledger = ledger;
        this.holds = holds;
        this.channels = channels;
        this.renditions = renditions;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * @param now a person waits for it: it goes before what is due at the same time
     * @param late the workspace's policy of the moment
     */
    public record Order(WorkspaceId workspace, UUID post, Instant dueAt, boolean now, Late late, List<Line> lines) {
        public Order {
            lines = List.copyOf(lines);
        }
    }

    /** @param draft its id and time are given by this room */
    public record Line(ChannelId channel, Delivery draft) {}

    /** A person's answer to "is it out?". */
    public enum Verdict {
        PUBLISHED,
        ABSENT
    }

    /**
     * Replaces what was ordered for this post and not begun.
     *
     * @throws Problem 409 when one of them is in the act or out
     */
    public List<PublicationId> schedule(Order order) {
        var before = store.lockOfPost(order.workspace(), order.post());
        before.forEach(Publications::requireUntouched);
        orders.removeUntried(order.post());
        // what was tried keeps its story
        before.stream()
                .filter(journey -> journey.standing().attempts() > 0)
                .filter(journey -> journey.standing().state() == PublicationState.HELD)
                .forEach(this::cancel);
        int priority = order.now() ? Jobs.NOW : Jobs.NORMAL;
        var ids = new ArrayList<PublicationId>();
        // the same order everywhere, so that two orders for the same channels cannot wait for each other
        var lines = order.lines().stream()
                .sorted(Comparator.comparing(line -> line.channel().value()))
                .toList();
        for (var line : lines) {
            var channel = channels.find(order.workspace(), line.channel()).orElseThrow(Problem::notFound);
            var id = orders.insert(
                    channel, order.post(), line.draft(), order.dueAt(), priority, order.late(), looked(order));
            var journey = store.find(id).orElseThrow(Problem::notFound);
            ledger.ordered(journey);
            // a lane whose channel is broken holds what waits at once, so that people see it
            boolean works = channel.state() == Channel.State.CONNECTED;
            holds.ring(journey, works ? order.dueAt() : now(), priority);
            stillHeld(order, before, line.channel()).ifPresent(held -> hold(journey, held));
            ids.add(id);
        }
        return ids;
    }

    /** What is due soon was looked at just now. */
    private @Nullable Instant looked(Order order) {
        return order.dueAt().isAfter(now().plus(LookAhead.AHEAD)) ? null : now();
    }

    /** A person's hold outlives a change of the post, but not "now"; one for being late goes with a new time. */
    private Optional<Journey> stillHeld(Order order, List<Journey> before, ChannelId channel) {
        return before.stream()
                .filter(journey -> journey.channel().equals(channel) && !order.now())
                .filter(journey -> journey.standing().state() == PublicationState.HELD)
                .filter(journey -> journey.standing().heldFor() == Held.PERSON
                        || journey.standing().heldFor() == Held.LATE
                                && order.dueAt().isBefore(now()))
                .findFirst();
    }

    private void hold(Journey journey, Journey as) {
        var reason = Objects.requireNonNull(as.standing().heldFor());
        var problem = Objects.requireNonNull(as.standing().problem());
        ledger.held(journey, reason, false, problem, told("held", "as before the change"));
    }

    /**
     * Keeps this post's publications as they are until the transaction ends. To be called before the post itself is
     * locked: a walk, too, locks the publication first and the post after it.
     */
    public void lock(WorkspaceId workspace, UUID post) {
        store.queueUp(post);
        store.lockOfPost(workspace, post);
    }

    /**
     * Calls off what is not out yet; what is already at its end stays as it is.
     *
     * @throws Problem 409 when one of them is in the act, or may be out
     */
    public void cancel(WorkspaceId workspace, UUID post) {
        for (var journey : store.lockOfPost(workspace, post)) {
            switch (journey.standing().state()) {
                case SCHEDULED, HELD, PUBLISHING -> cancel(journey);
                case PUBLISHED, FAILED, UNCONFIRMED, CANCELLED -> {}
            }
        }
    }

    /**
     * The post goes: calls off what is not out, and nothing of it can be tried again.
     *
     * @throws Problem 409 when one of them is in the act, or may be out and nobody has said yet whether it is
     */
    public void close(WorkspaceId workspace, UUID post) {
        cancel(workspace, post);
        for (var journey : store.lockOfPost(workspace, post)) {
            if (journey.standing().state() == PublicationState.UNCONFIRMED) {
                throw Problem.conflict("unconfirmed");
            }
            if (journey.standing().state() == PublicationState.FAILED) {
                var change = journey.standing().change().ended(PublicationState.CANCELLED);
                ledger.save(journey, change.done(), told("cancelled", "The post was deleted."));
            }
        }
    }

    private void cancel(Journey journey) {
        if (handedOver(journey)) {
            throw Problem.conflict("handed-over");
        }
        if (journey.standing().inAct() || journey.mayBeOut()) {
            throw Problem.conflict("in-the-act");
        }
        var change = journey.standing().change().ended(PublicationState.CANCELLED);
        change.heldFor = null;
        ledger.save(journey, change.done(), told("cancelled", ""));
    }

    /** The network has it and will show it, whatever happens here. */
    private boolean handedOver(Journey journey) {
        return steps.out(journey).isEmpty() && !steps.own(journey).isEmpty();
    }

    public PublicationView verdict(
            WorkspaceId workspace, PublicationId id, Verdict verdict, @Nullable URI permalink, Locale locale) {
        var journey = lock(workspace, id);
        if (journey.standing().state() != PublicationState.UNCONFIRMED) {
            throw Problem.conflict("not-unconfirmed");
        }
        switch (verdict) {
            case PUBLISHED -> {
                var change = journey.standing().change().closed().ended(PublicationState.PUBLISHED);
                change.remote = seen(journey, permalink);
                change.problem = null;
                ledger.save(journey, change.done(), told("verdict", "published"));
            }
            case ABSENT -> {
                var change = journey.standing().change().closed().ended(PublicationState.FAILED);
                change.doubt = false;
                change.problem = new Journey.Problem("absent", "A person looked: it is not out.");
                ledger.save(journey, change.done(), told("verdict", "absent"));
            }
        }
        return views.get(workspace, id, locale);
    }

    /** What a person saw out there. Of a thread it is the part at hand; without its id nothing can be chained to it. */
    private Remote seen(Journey journey, @Nullable URI permalink) {
        var out = handedOver(journey) ? steps.own(journey) : steps.out(journey);
        int parts = journey.delivery().parts().size();
        var note = out.size() + 1 < parts ? "parts " + (out.size() + 2) + " to " + parts + " were not sent" : "";
        return new Remote(
                out.isEmpty() ? "" : out.getFirst(),
                permalink == null ? null : permalink.toString(),
                JsonMapper.shared().writeValueAsString(out.stream().skip(1).toList()),
                note,
                now());
    }

    /** Tries a failed one again, or releases a held one. */
    public PublicationView retry(WorkspaceId workspace, PublicationId id, Locale locale) {
        var journey = lock(workspace, id);
        switch (journey.standing().state()) {
            case FAILED -> again(journey);
            case HELD -> release(journey);
            case SCHEDULED, PUBLISHING, PUBLISHED, UNCONFIRMED, CANCELLED -> throw Problem.conflict("not-failed");
        }
        return views.get(workspace, id, locale);
    }

    public PublicationView hold(WorkspaceId workspace, PublicationId id, Locale locale) {
        var journey = lock(workspace, id);
        var state = journey.standing().state();
        if (state != PublicationState.SCHEDULED && state != PublicationState.PUBLISHING
                || journey.standing().inAct()) {
            throw Problem.conflict("in-the-act");
        }
        if (handedOver(journey)) {
            throw Problem.conflict("handed-over");
        }
        var problem = new Journey.Problem("held", "A person holds it.");
        ledger.held(journey, Held.PERSON, journey.begun(), problem, told("held", "by a person"));
        return views.get(workspace, id, locale);
    }

    public PublicationView release(WorkspaceId workspace, PublicationId id, Locale locale) {
        var journey = lock(workspace, id);
        if (journey.standing().state() != PublicationState.HELD) {
            throw Problem.conflict("not-held");
        }
        release(journey);
        return views.get(workspace, id, locale);
    }

    /**
     * Something happened at the network: who waits to ask it again, asks now.
     *
     * @param reference the adapter's id of the publication; where none of the account's knows it, all of them ask
     */
    public void wake(NetworkId network, String account, String reference) {
        for (var channel : channels.ofAccount(network, account)) {
            var asking = store.lockAsking(channel, now());
            var meant = asking.stream()
                    .filter(journey -> !reference.isEmpty())
                    .filter(journey -> Objects.requireNonNullElse(
                                    journey.standing().step(), "")
                            .contains('"' + reference + '"'))
                    .toList();
            for (var journey : meant.isEmpty() ? waitingForAnAnswer(asking) : meant) {
                var change = journey.standing().change();
                change.nextAt = now();
                ledger.save(journey, change.done(), null);
                holds.ring(journey, now(), Jobs.NORMAL);
            }
        }
    }

    /** A file that these posts wait for is there, or will never be: who waits for it goes on at once. */
    @EventListener
    void on(RenditionChanged event) {
        for (var post : event.users()) {
            store.queueUp(post);
            for (var journey : store.lockOfPost(event.workspace(), post)) {
                var why = Objects.requireNonNullElse(journey.standing().why(), "");
                if (journey.standing().state() == PublicationState.SCHEDULED && why.startsWith(Ledger.FILES)) {
                    var change = journey.standing().change();
                    change.nextAt = now();
                    ledger.save(journey, change.done(), null);
                    holds.ring(journey, now(), Jobs.NOW);
                }
            }
        }
    }

    /** Whoever waits for a time that a person chose is not woken by what happens to others. */
    private static List<Journey> waitingForAnAnswer(List<Journey> asking) {
        return asking.stream()
                .filter(journey -> !Objects.requireNonNullElse(
                                journey.standing().why(), "")
                        .startsWith(Ledger.HANDED_OVER))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<PublicationView> ofPost(WorkspaceId workspace, UUID post, Locale locale) {
        return ofPosts(workspace, List.of(post), locale).getOrDefault(post, List.of());
    }

    @Transactional(readOnly = true)
    public Map<UUID, List<PublicationView>> ofPosts(WorkspaceId workspace, Collection<UUID> posts, Locale locale) {
        return views.ofPosts(workspace, posts, locale);
    }

    /** With a held channel it is held again at once, with the reason. */
    private void release(Journey journey) {
        var due = journey.standing().nextAt();
        holds.release(journey, due.isBefore(now()) ? now() : due, "Released by a person.");
    }

    private void again(Journey journey) {
        renditions.again(journey.workspace(), journey.post());
        var change = journey.standing().change();
        change.step = steps.again(journey);
        change.shown = change.step != null;
        change.state = PublicationState.PUBLISHING;
        change.problem = null;
        change.deadline = null;
        change.nextAt = now();
        ledger.save(journey, change.done(), told("retry", "by a person"));
        orders.hurry(journey.id());
        holds.ring(journey, now(), Jobs.NOW);
    }

    private Journey lock(WorkspaceId workspace, PublicationId id) {
        return store.lock(workspace, id).orElseThrow(Problem::notFound);
    }

    private static void requireUntouched(Journey journey) {
        switch (journey.standing().state()) {
            case SCHEDULED, HELD, CANCELLED -> {
                if (journey.standing().inAct() || journey.mayBeOut()) {
                    throw Problem.conflict("in-the-act");
                }
            }
            case PUBLISHING -> throw Problem.conflict("in-the-act");
            case PUBLISHED, FAILED, UNCONFIRMED -> throw Problem.conflict("published");
        }
    }

    private Entry told(String decision, String detail) {
        return Entry.of(now(), "", decision, detail);
    }

    private Instant now() {
        return clock.instant();
    }
}
