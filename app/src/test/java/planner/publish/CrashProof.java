package planner.publish;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import planner.TestPosts;
import planner.adapter.AllNetworks;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MovableClock;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.channel.Channel;
import planner.channel.ChannelId;
import planner.channel.NetworkDirectory;
import planner.jobs.Next;
import planner.jobs.TestJobs;
import planner.network.Account;
import planner.network.Network;
import planner.network.Session;
import planner.paper.Paper;
import planner.paper.PaperSamples;
import planner.workspace.Workspace.Late;
import planner.workspace.WorkspaceId;

/**
 * Publishes every sample of a network by the real walk on a real database, while requests go wrong in every way, and
 * compares what the house believes with what a viewer sees.
 */
final class CrashProof {
    private static final Late NEVER_LATE = new Late(Duration.ofDays(3650), Late.Action.SPACE, Duration.ZERO);
    private static final Duration FOUND_DEAD = Duration.ofSeconds(25);
    private static final Duration BETWEEN_SCENARIOS = Duration.ofHours(3);
    private static final int MOST_RUNS = 300;

    /** What is taken out of the engine, to see that the proof has teeth. */
    record Mutation(UnaryOperator<Network> network, Rows rows) {
        static final Mutation NONE = new Mutation(UnaryOperator.identity(), Mortal::new);
    }

    interface Rows {
        Mortal of(JdbcClient sql, NetworkDirectory networks, Moves moves);
    }

    /** One thing that goes wrong in one run. @param overtaken by another process while the answer is in hand */
    record Scenario(Sample sample, Map<Integer, Cut> cuts, int overtaken) {
        @Override
        public String toString() {
            return sample.name() + " " + (overtaken < 0 ? cuts : "overtaken at " + overtaken);
        }
    }

    private final Samples samples;
    private final Mutation mutation;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final Moves moves;
    private final int mostPairs;
    private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    final Figures figures;

    CrashProof(Samples samples, Mutation mutation, HikariDataSource pool, int mostPairs) {
        this.samples = samples;
        this.mutation = mutation;
        this.sql = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        moves = new Moves(sql);
        this.mostPairs = mostPairs;
        this.figures = new Figures(samples);
    }

    Figures run() {
        long start = System.nanoTime();
        for (var sample : samples.all()) {
            try (var stage = samples.open()) {
                run(sample, stage);
            }
        }
        figures.took = Duration.ofNanos(System.nanoTime() - start);
        return figures;
    }

    private void run(Sample sample, Stage stage) {
        int requests = play(new Scenario(sample, Map.of(), -1), stage);
        for (int n = 0; n < requests; n++) {
            play(new Scenario(sample, Map.of(), n), stage);
            for (var cut : Cut.values()) {
                play(new Scenario(sample, Map.of(n, cut), -1), stage);
            }
        }
        var pairs = pairs(requests);
        figures.possible += pairs.size();
        Collections.shuffle(pairs, new Random(42));
        figures.pairs += Math.min(mostPairs, pairs.size());
        pairs.stream().limit(mostPairs).forEach(cuts -> play(new Scenario(sample, cuts, -1), stage));
    }

    /** The second cut may fall on what the first one caused. */
    private static List<Map<Integer, Cut>> pairs(int requests) {
        var pairs = new ArrayList<Map<Integer, Cut>>();
        for (int first = 0; first < requests; first++) {
            for (int second = first + 1; second < requests + 3; second++) {
                for (var one : Cut.values()) {
                    for (var two : Cut.values()) {
                        pairs.add(new TreeMap<>(Map.of(first, one, second, two)));
                    }
                }
            }
        }
        return pairs;
    }

    /** @return how many requests were sent */
    private int play(Scenario scenario, Stage stage) {
        var mark = UUID.randomUUID();
        var play = new Play(stage);
        var id = play.order(scenario, mark);
        var wire = new Wire(stage.transport(), scenario.cuts());
        if (scenario.overtaken() >= 0) {
            play.overtake(wire, scenario.overtaken());
        } else {
            play.toTheEnd(wire);
        }
        long seen = stage.visible().stream()
                .filter(text -> text.contains(Sample.mark(mark)))
                .count();
        figures.count(scenario, play.state(id), seen, play.story(id));
        figures.compare(play.state(id), play.postState(id), scenario);
        stage.passes(BETWEEN_SCENARIOS);
        return wire.count();
    }

    /** One publication's play. */
    private final class Play {
        private final Stage stage;
        private final MovableClock clock;
        private final ChannelId channel = new ChannelId(UUID.randomUUID());
        private final NetworkDirectory directory;

        Play(Stage stage) {
            this.stage = stage;
            this.clock = stage.clock();
            this.directory = new NetworkDirectory(List.of(network(stage.transport())));
        }

        private Network network(Transport transport) {
            if (stage instanceof PaperSamples.PaperStage paper) {
                var address = paper.server().address();
                return mutation.network()
                        .apply(new Paper(new Http(transport), address, PaperSamples.SETTLES, List.of(), false));
            }
            return AllNetworks.all(id -> stage.settings(), transport, clock).stream()
                    .filter(each -> each.id().equals(samples.network()))
                    .map(mutation.network())
                    .findFirst()
                    .orElseThrow();
        }

        PublicationId order(Scenario scenario, UUID mark) {
            var now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
            var account = new Account("account", "Account", "account", null, Map.of());
            var target = new Channel(
                    channel,
                    workspace,
                    samples.network(),
                    "any",
                    account,
                    Channel.State.CONNECTED,
                    null,
                    null,
                    null,
                    now,
                    null,
                    1);
            var draft = scenario.sample().delivery(mark, now);
            return new OrderStore(sql).insert(target, TestPosts.insert(sql, workspace), draft, now, 0, NEVER_LATE, now);
        }

        /** Process after process, each until it dies or until nothing is left to do. */
        void toTheEnd(Transport wire) {
            for (int run = 0; run < MOST_RUNS; run++) {
                try {
                    switch (life(wire).run(channel.value().toString())) {
                        case Next.Done() -> {
                            return;
                        }
                        case Next.Again(var at) -> waitUntil(at);
                    }
                } catch (Mortal.Died e) {
                    clock.passes(FOUND_DEAD);
                }
            }
        }

        /** The first process stands still with an answer in hand; another does its work; then it wakes. */
        void overtake(Wire wire, int request) {
            var done = new boolean[1];
            Transport slow = call -> {
                var reply = wire.send(call);
                if (wire.count() == request + 1 && !done[0]) {
                    done[0] = true;
                    clock.passes(FOUND_DEAD);
                    // in a thread of its own: the gate of the first one is not its gate
                    CompletableFuture.runAsync(() -> toTheEnd(new Wire(stage.transport())))
                            .join();
                }
                return reply;
            };
            toTheEnd(slow);
        }

        private Lane life(Transport wire) {
            var rows = mutation.rows().of(sql, directory, moves);
            Transport mortal = call -> {
                try {
                    return wire.send(call);
                } catch (Wire.Crash e) {
                    rows.dead = true;
                    throw e;
                }
            };
            var ledger = new Ledger(rows, transactions, event -> {}, clock);
            var network = network(mortal);
            var access = new SignedIn();
            var jobs = TestJobs.on(sql, clock);
            var holds = new Holds(rows, ledger, jobs, directory, transactions, clock);
            var late = new LatePolicy(rows, ledger, transactions, clock);
            return new Lane(
                    network,
                    rows,
                    turn -> new Walk(ledger, turn, planner.publish.Stage.SETTINGS, clock),
                    new Turns(access, rows, 2),
                    late,
                    holds,
                    clock);
        }

        private void waitUntil(Instant at) {
            var wait = Duration.between(clock.instant(), at);
            if (wait.isPositive()) {
                stage.passes(wait);
            }
        }

        PublicationState state(PublicationId id) {
            return new PublicationStore(sql, directory, moves)
                    .find(id)
                    .orElseThrow()
                    .standing()
                    .state();
        }

        String postState(PublicationId id) {
            return sql.sql(
                            "select post.state from post join publication on post.id = post_id where publication.id = :id")
                    .param("id", id.value())
                    .query(String.class)
                    .single();
        }

        String story(PublicationId id) {
            return sql.sql(
                            "select step || ' ' || decision || ' ' || detail from attempt where publication_id = :id order by number")
                    .param("id", id.value())
                    .query(String.class)
                    .list()
                    .toString();
        }

        /** Signs in by an uncut wire: connecting is proven elsewhere. */
        private final class SignedIn extends PlainAccess {
            @Override
            public Session session(Journey journey) {
                var grant = stage.connected(network(stage.transport()));
                return new Session(grant.account(), grant.credential(), TestFiles.FILES);
            }
        }
    }

    /** What came out. */
    static final class Figures {
        private final String network;
        private final Samples samples;
        private final Map<PublicationState, Integer> ends = new TreeMap<>();
        final List<String> twice = new ArrayList<>();
        final List<String> lost = new ArrayList<>();
        final List<String> lies = new ArrayList<>();
        /** Of samples whose truth can be told. */
        final List<String> unconfirmed = new ArrayList<>();

        int runs;
        int pairs;
        int possible;
        Duration took = Duration.ZERO;

        Figures(Samples samples) {
            this.network = samples.network().value();
            this.samples = samples;
        }

        void count(Scenario scenario, PublicationState state, long seen, String story) {
            runs++;
            ends.merge(state, 1, Integer::sum);
            int wanted = scenario.sample().posts();
            var which = scenario + " ended " + state + " with " + seen + " of " + wanted + " visible: " + story;
            if (seen > wanted) {
                twice.add(which);
            }
            switch (state) {
                case PUBLISHED -> {
                    if (seen < wanted) {
                        lies.add(which);
                    }
                }
                case UNCONFIRMED -> {
                    if (samples.alwaysTells(scenario.sample())) {
                        unconfirmed.add(which);
                    }
                }
                case FAILED -> (seen == 0 ? lost : lies).add(which);
                case SCHEDULED, PUBLISHING, HELD, CANCELLED -> lost.add(which);
            }
        }

        /** A post of one publication is what that is. */
        void compare(PublicationState publication, String post, Scenario scenario) {
            if (!publication.name().equals(post)) {
                lies.add(scenario + " ended " + publication + ", but its post is " + post);
            }
        }

        boolean clean() {
            return twice.isEmpty() && lost.isEmpty() && lies.isEmpty();
        }

        @Override
        public String toString() {
            return "%-16s %5d runs in %3d s, %3d pairs of %6d: twice %d, lost %d, untrue %d, ends %s"
                    .formatted(
                            network,
                            runs,
                            took.toSeconds(),
                            pairs,
                            possible,
                            twice.size(),
                            lost.size(),
                            lies.size(),
                            ends);
        }
    }

    /** @param only one network's id; empty = all */
    static List<Samples> everyNetwork(String only) {
        var settings = new planner.adapter.contract.MapEnvironment(Map.of());
        var networks = AllNetworks.all(id -> settings, Stage.LOOPBACK, java.time.Clock.systemUTC());
        return networks.stream()
                .filter(network -> only.isEmpty() || network.id().value().equals(only))
                .map(CrashProof::samplesOf)
                .toList();
    }

    /** By the house's naming: {@code planner.adapter.<name>.<Network>Samples}. A network without them is not proven. */
    private static Samples samplesOf(Network network) {
        var name = network.getClass().getName() + "Samples";
        try {
            return Class.forName(name)
                    .asSubclass(Samples.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(network.id() + " has no samples", e);
        }
    }

    static String all(List<Figures> figures) {
        var lines = new StringBuilder();
        figures.forEach(each -> lines.append(each).append('\n'));
        int runs = figures.stream().mapToInt(each -> each.runs).sum();
        return lines.append("together ")
                .append(runs)
                .append(" runs, ")
                .append(Arrays.toString(Cut.values()))
                .append(" and overtaken, each singly, and a sample of the pairs\n")
                .toString();
    }
}
