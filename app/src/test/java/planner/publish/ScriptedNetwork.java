package planner.publish;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;
import planner.network.Unit;

/** A network that answers what the test wrote down, and keeps what it was asked. */
final class ScriptedNetwork implements Network {
    static final Duration SETTLES = Duration.ofMinutes(2);
    static final Duration PATIENCE = Duration.ofMinutes(30);
    static final Duration LONGEST_CALL = Duration.ofMinutes(4);

    /** "perform Send" or "reconcile Send", in order. */
    final List<String> asked = new ArrayList<>();

    final List<Session> sessions = new ArrayList<>();
    final List<Delivery> delivered = new ArrayList<>();
    Consumer<At> beforeAnswer = step -> {};
    private final Deque<Supplier<Outcome<At>>> answers = new ArrayDeque<>();

    record Plain(String tone) implements Delivery.Options {}

    sealed interface At extends Step {
        record Prepare(List<String> made) implements At {}

        /** The visible one. */
        record Send(String container) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }

        /** The network has it and does not show it yet. */
        record Watch(String id, int looks) implements At {
            @Override
            public List<String> own() {
                return List.of(id);
            }
        }

        /** The next post of a series. */
        record Part(List<String> out, String prepared) implements At {}

        /** All is out; something is done to it. */
        record Extra(List<String> out) implements At {
            @Override
            public boolean complete() {
                return true;
            }
        }
    }

    List<Budget> budgets = List.of();

    ScriptedNetwork grants(Budget... granted) {
        budgets = List.of(granted);
        return this;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return budgets;
    }

    /** A unit a part. */
    @Override
    public int takes(Budget budget, Delivery delivery) {
        return delivery.parts().size();
    }

    ScriptedNetwork answers(Outcome<At> outcome) {
        answers.add(() -> outcome);
        return this;
    }

    ScriptedNetwork answers(Supplier<Outcome<At>> outcome) {
        answers.add(outcome);
        return this;
    }

    boolean exhausted() {
        return answers.isEmpty();
    }

    private Outcome<At> answer(String how, At step, Session session) {
        asked.add(how + " " + step.getClass().getSimpleName());
        sessions.add(session);
        beforeAnswer.accept(step);
        var next = answers.poll();
        if (next == null) {
            throw new IllegalStateException("nothing is scripted for " + how + " " + step);
        }
        return next.get();
    }

    @Override
    public NetworkId id() {
        return new NetworkId("scripted");
    }

    @Override
    public Capabilities capabilities() {
        var format = new Capabilities.Format(
                "post",
                List.of(Capabilities.TextLimit.atMost(Capabilities.TextField.TEXT, Unit.CODE_POINTS, 500)),
                List.of(Capabilities.MediaSet.none()),
                10);
        return new Capabilities("Scripted", List.of(format), Set.of(), 20);
    }

    @Override
    public List<Connector> connectors() {
        return List.of();
    }

    @Override
    public Class<? extends Delivery.Options> options() {
        return Plain.class;
    }

    @Override
    public Publisher<?> publisher() {
        return new Scripted();
    }

    private final class Scripted implements Publisher<At> {
        @Override
        public Class<At> stepType() {
            return At.class;
        }

        @Override
        public At first(Delivery delivery) {
            return new At.Prepare(List.of());
        }

        @Override
        public Outcome<At> perform(At step, Delivery delivery, Session session) {
            delivered.add(delivery);
            return answer("perform", step, session);
        }

        @Override
        public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
            return answer("reconcile", step, session);
        }

        @Override
        public At again(At step, Delivery delivery) {
            return step instanceof At.Part(var out, var prepared) ? new At.Part(out, "") : step;
        }

        @Override
        public Duration longestCall(At step, Delivery delivery) {
            return LONGEST_CALL;
        }

        @Override
        public Duration settlesWithin() {
            return SETTLES;
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }
    }

    static Outcome<At> next(At step) {
        return new Outcome.Next<>(step);
    }

    static Outcome<At> published() {
        return new Outcome.Published<>(RemotePost.of("post-1", URI.create("https://scripted.example/post-1")));
    }

    static Supplier<Outcome<At>> fault(Fault fault) {
        return () -> {
            throw new NetworkException(fault);
        };
    }
}
