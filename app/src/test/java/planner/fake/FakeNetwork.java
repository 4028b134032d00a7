package planner.fake;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import planner.network.Account;
import planner.network.Capabilities;
import planner.network.ChoiceReader;
import planner.network.Connector;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.DemandReader;
import planner.network.Finding;
import planner.network.Grant;
import planner.network.Media;
import planner.network.Network;
import planner.network.NetworkId;
import planner.network.Option;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;

/** Its connectors do what the test's functions say. */
public final class FakeNetwork implements Network {
    public static final NetworkId ID = new NetworkId("fake");

    private final NetworkId id;

    /** Answers of the network; a test replaces them. */
    public volatile Function<Credential, List<Account>> accounts = FakeNetwork::one;

    public volatile UnaryOperator<Credential> refresh = UnaryOperator.identity();
    public volatile Function<Map<String, String>, Credential> signIn =
            secrets -> credential(secrets.getOrDefault("password", ""), null);
    public volatile Function<String, Credential> exchange = code -> credential("access-" + code, null);
    public volatile UnaryOperator<Map<String, String>> prepare = UnaryOperator.identity();
    public volatile Connector.@Nullable Consent consent;
    /** The word that a board demands in each text; {@code null} = boards demand nothing. */
    public volatile @Nullable BiFunction<String, Session, String> demand;

    public final List<Credential> revoked = new ArrayList<>();

    public FakeNetwork() {
        this(ID);
    }

    /** A second one beside it. */
    public FakeNetwork(NetworkId id) {
        this.id = id;
    }

    public static Credential credential(String access, @Nullable Instant expiresAt) {
        return new Credential(access, "refresh-of-" + access, expiresAt, Set.of("post"), Map.of());
    }

    public static Account account(String id) {
        return new Account(id, "Account " + id, "handle-" + id, null, Map.of("host", "h-" + id));
    }

    private static List<Account> one(Credential credential) {
        return List.of(account("1"));
    }

    public void calm() {
        accounts = FakeNetwork::one;
        refresh = UnaryOperator.identity();
        signIn = secrets -> credential(secrets.getOrDefault("password", ""), null);
        exchange = code -> credential("access-" + code, null);
        prepare = UnaryOperator.identity();
        consent = null;
        demand = null;
        revoked.clear();
    }

    public record Options(
            @Option(choices = "boards") String board,

            @Option(types = "image/jpeg", max = 1_000) @Nullable
            Media cover) implements Delivery.Options {}

    @Override
    public NetworkId id() {
        return id;
    }

    @Override
    public Capabilities capabilities() {
        var set = Capabilities.MediaSet.none();
        return new Capabilities(
                "Fake", List.of(new Capabilities.Format("feed", List.of(), List.of(set), 1)), Set.of(), 4);
    }

    @Override
    public List<Connector> connectors() {
        return List.of(new Consenting(), new Password(), new Asking());
    }

    @Override
    public Publisher<?> publisher() {
        return new Silent();
    }

    @Override
    public Class<? extends Delivery.Options> options() {
        return Options.class;
    }

    @Override
    public Optional<ChoiceReader> choices() {
        return Optional.of((list, context, session) -> List.of(new ChoiceReader.Choice(
                session.credential().access(), list + " " + context.getOrDefault("board", "-"), true)));
    }

    @Override
    public Optional<DemandReader> demands() {
        return Optional.ofNullable(demand).map(Boards::new);
    }

    private record Boards(BiFunction<String, Session, String> demand) implements DemandReader {
        @Override
        public List<String> places(Delivery delivery) {
            return List.of(((Options) delivery.options()).board());
        }

        @Override
        public String demands(String place, Session session) {
            return demand.apply(place, session);
        }
    }

    @Override
    public List<Finding> preflight(Delivery delivery, Account account) {
        if (demand == null) {
            return List.of();
        }
        var word = account.details().get(((Options) delivery.options()).board());
        if (word == null) {
            return List.of(Finding.warning("fake.not-known", "options.board", "", ""));
        }
        return delivery.text().contains(word) ? List.of() : List.of(Finding.error("fake.word", "text", word, ""));
    }

    @SuppressWarnings("UnusedMethod") // they implement what the heirs declare
    private abstract class Base {
        public List<Grant> accounts(Credential credential) {
            return accounts.apply(credential).stream()
                    .map(account -> new Grant(account, credential))
                    .toList();
        }

        public Credential refresh(Credential credential) {
            return refresh.apply(credential);
        }

        public void revoke(Credential credential) {
            revoked.add(credential);
        }
    }

    private class Consenting extends Base implements Connector.OAuth2 {
        @Override
        public String id() {
            return "oauth";
        }

        @Override
        public boolean configured() {
            return true;
        }

        @Override
        public URI consentPage(Consent asked) {
            consent = asked;
            return URI.create("https://network.example/consent?state=" + asked.state());
        }

        @Override
        public Credential exchange(String code, Consent given) {
            consent = given;
            return exchange.apply(code);
        }
    }

    /** Asks first where the account lives. */
    private final class Asking extends Consenting {
        @Override
        public String id() {
            return "asking";
        }

        @Override
        public List<Field> fields() {
            return List.of(new Field("server", false, true, null), new Field("note", false, false, "nothing"));
        }

        @Override
        public Map<String, String> prepare(Map<String, String> answers, Consent asked) {
            return prepare.apply(answers);
        }

        @Override
        public Optional<String> document(String name, URI redirect) {
            return name.equals("about.json")
                    ? Optional.of("{\"at\":\"" + redirect.resolve(name) + "\"}")
                    : Optional.empty();
        }

        @Override
        public boolean renewedDaily() {
            return true;
        }
    }

    private final class Password extends Base implements Connector.Secrets {
        @Override
        public String id() {
            return "password";
        }

        @Override
        public List<Field> fields() {
            return List.of(
                    new Field("service", false, true, "https://fake.example"),
                    new Field("identifier", false, true, null),
                    new Field("password", true, true, null),
                    new Field("note", false, false, null));
        }

        @Override
        public Credential signIn(Map<String, String> secrets) {
            return signIn.apply(secrets);
        }
    }

    record Only() implements Step {}

    private static final class Silent implements Publisher<Only> {
        @Override
        public Class<Only> stepType() {
            return Only.class;
        }

        @Override
        public Only first(Delivery delivery) {
            return new Only();
        }

        @Override
        public Outcome<Only> perform(Only step, Delivery delivery, Session session) {
            return new Outcome.Published<>(RemotePost.of("1", null));
        }
    }
}
