package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;

/**
 * A small stand-in for the engine: keeps the step as JSON, writes down that a step begins, asks reconcile after a cut.
 * The engine's own proof lives with the engine; this one shows that the adapter keeps its side.
 */
public final class MiniWalk<S extends Step> {
    private static final int MOST_MOVES = 400;

    private final Network network;
    private final Publisher<S> publisher;
    private final StepJson<S> json;
    private final Stage stage;
    private final Delivery delivery;
    private final List<Move> moves = new ArrayList<>();
    private final Map<String, String> written = new HashMap<>();
    private final Wire wire;
    private Session session;

    // What a row of the database would hold.
    private String saved;
    private boolean begun;
    private Instant deadline;

    /** How it ended. */
    public sealed interface End {
        record Published(RemotePost post) implements End {}

        record Failed(Fault fault) implements End {}

        record Unconfirmed(String why) implements End {}

        /** Fails where the network did not refuse it with this code. */
        default void isRefused(String code) {
            assertThat(this)
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failed -> assertThat(failed.fault())
                                    .isInstanceOfSatisfying(
                                            Fault.Rejected.class,
                                            it -> assertThat(it.code()).isEqualTo(code)));
        }
    }

    /** One move: which step, whether it was a reconcile, and what was sent in it. */
    public record Move(Step step, boolean reconcile, List<Wire.Sent> sent) {}

    private MiniWalk(
            Network network, Publisher<S> publisher, Stage stage, Wire wire, Session session, Delivery delivery) {
        this.network = network;
        this.publisher = publisher;
        this.stage = stage;
        this.wire = wire;
        this.session = session;
        this.delivery = delivery;
        this.json = new StepJson<>(publisher.stepType());
        this.saved = json.write(publisher.first(delivery));
        this.deadline = stage.now().plus(publisher.patience());
        remember(saved);
    }

    public static MiniWalk<?> of(Network network, Stage stage, Wire wire, Session session, Delivery delivery) {
        return of(network, network.publisher(), stage, wire, session, delivery);
    }

    private static <S extends Step> MiniWalk<S> of(
            Network network, Publisher<S> publisher, Stage stage, Wire wire, Session session, Delivery delivery) {
        return new MiniWalk<>(network, publisher, stage, wire, session, delivery);
    }

    Publisher<S> publisher() {
        return publisher;
    }

    Session session() {
        return session;
    }

    /** What was saved, the first of each kind of step. */
    Map<String, String> written() {
        return Map.copyOf(written);
    }

    public List<Move> moves() {
        return List.copyOf(moves);
    }

    public End run() {
        for (int i = 0; i < MOST_MOVES; i++) {
            var end = move();
            if (end != null) {
                return end;
            }
        }
        throw new AssertionError("the walk does not end: " + saved);
    }

    private @Nullable End move() {
        var step = json.read(saved);
        boolean cutShort = begun;
        if (cutShort) {
            stage.passes(publisher.settlesWithin());
        }
        if (!step.repeatable()) {
            begun = true;
        }
        int before = wire.sent().size();
        try {
            var outcome = cutShort
                    ? publisher.reconcile(step, delivery, session)
                    : publisher.perform(step, delivery, session);
            return after(step, outcome, cutShort);
        } catch (NetworkException e) {
            return after(e.fault());
        } catch (Wire.Crash e) {
            return null;
        } finally {
            moves.add(new Move(
                    step, cutShort, wire.sent().subList(before, wire.sent().size())));
        }
    }

    private @Nullable End after(S step, Outcome<S> outcome, boolean cutShort) {
        return switch (outcome) {
            case Outcome.Next<S>(var next) -> {
                save(next, false);
                yield null;
            }
            case Outcome.Later<S>(var next, var in, var why) -> {
                save(next, cutShort && Step.sameDeed(step, next));
                if (!stage.now().isBefore(deadline)) {
                    yield new End.Unconfirmed(why);
                }
                stage.passes(in);
                yield null;
            }
            case Outcome.HandedOver<S>(var next, var until, var why) -> {
                save(next, false);
                assertThat(until).as("handed over until then").isAfter(stage.now());
                stage.passes(Duration.between(stage.now(), until));
                deadline = until.plus(publisher.patience());
                yield null;
            }
            case Outcome.Published<S>(var post) -> new End.Published(post);
            case Outcome.Unknown<S>(var why) -> new End.Unconfirmed(why);
        };
    }

    private @Nullable End after(Fault fault) {
        switch (fault) {
            case Fault.Busy(var retryAfter, var scope, var detail) -> {
                begun = false;
                stage.passes(retryAfter);
                deadline = stage.now().plus(publisher.patience());
            }
            case Fault.Unavailable(var maybeDone, var detail) -> {
                begun = begun && maybeDone;
                stage.passes(Duration.ofSeconds(60));
            }
            case Fault.Expired(var detail) -> {
                begun = false;
                session = new Session(session.account(), refreshed(session.credential()), session.files());
            }
            case Fault.Revoked revoked -> {
                return new End.Failed(revoked);
            }
            case Fault.Rejected rejected -> {
                return new End.Failed(rejected);
            }
        }
        return null;
    }

    private Credential refreshed(Credential credential) {
        Connector connector = network.connectors().getFirst();
        return connector.refresh(credential);
    }

    private void save(S step, boolean stillBegun) {
        var text = json.write(step);
        if (!Objects.equals(json.read(text), step)) {
            throw new AssertionError("this step does not survive JSON: " + text);
        }
        saved = text;
        begun = stillBegun;
        remember(text);
    }

    private void remember(String text) {
        written.putIfAbsent(text.substring(0, text.indexOf(' ')), text);
    }
}
