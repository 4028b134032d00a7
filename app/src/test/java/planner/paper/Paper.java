package planner.paper;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Account;
import planner.network.Budget;
import planner.network.Capabilities;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkException;
import planner.network.NetworkId;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;
import planner.network.Unit;

/** The network of paper. A {@code note} is one visible call; a {@code letter} is prepared first. */
public final class Paper implements Network {
    public static final NetworkId ID = new NetworkId("paper");

    private final Http http;
    private final URI base;
    private final Duration settles;
    private final List<Budget> granted;
    private final boolean blind;

    /** @param blind whether reconcile finds nothing, as a test of the tests */
    public Paper(Http http, URI base, Duration settles, List<Budget> granted, boolean blind) {
        this.http = http;
        this.base = base;
        this.settles = settles;
        this.granted = List.copyOf(granted);
        this.blind = blind;
    }

    public record Ink() implements Delivery.Options {}

    /** Where a post is. */
    public sealed interface At extends Step {
        record Prepare() implements At {}

        record Post(String container) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }
    }

    @Override
    public NetworkId id() {
        return ID;
    }

    @Override
    public Capabilities capabilities() {
        var text = List.of(Capabilities.TextLimit.atMost(Capabilities.TextField.TEXT, Unit.CODE_POINTS, 500));
        var none = List.of(Capabilities.MediaSet.none());
        return new Capabilities(
                "Paper",
                List.of(
                        new Capabilities.Format("note", text, none, 1),
                        new Capabilities.Format("letter", text, none, 1)),
                Set.of(),
                200);
    }

    @Override
    public List<Connector> connectors() {
        return List.of(new Pen());
    }

    @Override
    public Publisher<?> publisher() {
        return new Writer();
    }

    @Override
    public Class<? extends Delivery.Options> options() {
        return Ink.class;
    }

    @Override
    public List<Budget> budgets(Account account) {
        return granted;
    }

    private record Answer(String id) {}

    private String send(Call call) {
        Reply reply = http.send(call);
        if (!reply.ok()) {
            throw new NetworkException(new Fault.Unavailable(true, "HTTP " + reply.status()));
        }
        return Json.read(reply, Answer.class).id();
    }

    private final class Writer implements Publisher<At> {
        @Override
        public Class<At> stepType() {
            return At.class;
        }

        @Override
        public At first(Delivery delivery) {
            return delivery.format().equals("letter") ? new At.Prepare() : new At.Post("");
        }

        @Override
        public Outcome<At> perform(At step, Delivery delivery, Session session) {
            return switch (step) {
                case At.Prepare() -> new Outcome.Next<>(new At.Post(send(Call.post(base.resolve("/prepare")))));
                case At.Post(var container) ->
                    out(send(Call.post(base.resolve("/posts"))
                            .bytes("text/plain", delivery.text().getBytes(java.nio.charset.StandardCharsets.UTF_8))));
            };
        }

        @Override
        public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
            if (blind) {
                return new Outcome.Next<>(step);
            }
            var found = send(Call.get(base.resolve("/posts")).query("text", delivery.text()));
            return found.isEmpty() ? new Outcome.Next<>(step) : out(found);
        }

        private Outcome<At> out(String id) {
            return new Outcome.Published<>(RemotePost.of(id, base.resolve("/posts/" + id)));
        }

        @Override
        public Duration settlesWithin() {
            return settles;
        }
    }

    private static final class Pen implements Connector.Secrets {
        @Override
        public String id() {
            return "pen";
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("name", false, true, null));
        }

        @Override
        public Credential signIn(Map<String, String> secrets) {
            return new Credential("ink-" + secrets.get("name"), null, null, Set.of(), Map.of());
        }

        @Override
        public List<Grant> accounts(Credential credential) {
            var name = credential.access();
            return List.of(new Grant(new Account(name, name, name, null, Map.of()), credential));
        }

        @Override
        public Credential refresh(Credential credential) {
            return credential;
        }
    }
}
