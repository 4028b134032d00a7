package planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.adapter.kit.Transport;
import planner.paper.PaperServer.Seen;

/**
 * {@code ./planner bench drain}: many publications due in the same second, over 200 channels, on a network that answers
 * in 50 ms, several times in one process; then lone posts while very many future ones wait. On the embedded database with every commit on disk.
 */
class DrainBench {
    private static final int COUNT = Integer.getInteger("bench.count", 10_000);
    private static final int FUTURE = Integer.getInteger("bench.future", 100_000);
    private static final int LONE = Integer.getInteger("bench.lone", 40);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    /** A process of this age runs as fast as it ever will. */
    private static final int WARM_UP = 2;

    private static final int CHANNELS = 200;
    private static final Duration ANSWER = Duration.ofMillis(50);

    public static void main(String[] arguments) throws IOException {
        new DrainBench().drain();
    }

    @Test
    void drain() throws IOException {
        try (var paper = PaperProcess.start(ANSWER);
                var house = PaperHouse.open(settings(paper))) {
            var furniture = new Furniture(house, CHANNELS);
            var sql = house.getBean(JdbcClient.class);
            var report = new StringBuilder();
            report.append("%d publications over %d channels, a network that answers in %d ms%n"
                    .formatted(COUNT, CHANNELS, ANSWER.toMillis()));
            var rounds = new ArrayList<Drained>();
            for (int number = 1; number <= ROUNDS; number++) {
                rounds.add(round(paper, furniture, sql, "round " + number, report));
            }
            var hot = rounds.subList(Math.min(WARM_UP, ROUNDS - 1), ROUNDS);
            report.append(median(hot));
            var bare = new BareLoop(sql, house.getBean(Transport.class), paper.address());
            report.append(bare(bare, furniture, sql, median(hot.stream().mapToDouble(Drained::seconds))));
            furniture.future(FUTURE, Instant.now().plus(Duration.ofDays(30)));
            lone(paper, furniture, report);
            Figures.tell("drain", report.toString());
        }
    }

    private static Map<String, Object> settings(PaperProcess paper) throws IOException {
        var settings = new HashMap<String, Object>();
        settings.put(
                "PLANNER_DATA",
                Files.createTempDirectory(Path.of("target"), "bench-data").toString());
        settings.put("PLANNER_EXAMPLES", "off");
        settings.put("paper.url", paper.address());
        try (var socket = new ServerSocket(0)) {
            settings.put("PLANNER_PORT", socket.getLocalPort());
        }
        return settings;
    }

    /** @return seconds until the last was published, and the milliseconds until the first was under way */
    private static Drained round(
            PaperProcess paper, Furniture furniture, JdbcClient sql, String name, StringBuilder report)
            throws IOException {
        int before = paper.count();
        int publishedBefore = published(sql);
        long orderedAt = System.nanoTime();
        var due = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 10 + COUNT / 500);
        furniture.orders(COUNT, due, name + "-");
        var ordering = Duration.ofNanos(System.nanoTime() - orderedAt);
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(due.minusMillis(1200)));
        var costBefore = cost(sql, paper);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> paper.count() - before >= COUNT);
        await().atMost(Duration.ofMinutes(1)).until(() -> published(sql) >= publishedBefore + COUNT);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        var cost = cost(sql, paper).since(costBefore);
        var seen = paper.posts().subList(before, paper.count());
        var late = late(seen, due);
        long doubles = seen.size() - seen.stream().map(Seen::text).distinct().count();
        // the last answer leaves 50 ms after its request arrived
        var drained =
                new Drained((Figures.percentile(late, 100) + ANSWER.toMillis()) / 1000.0, Figures.percentile(late, 0));
        report.append("""
                %s  drained in %.2f s; lateness first %d ms, p50 %d ms, p99 %d ms, max %d ms; published twice %d
                         a publication costs %.1f rows written, %.1f transactions with those that read,
                         and processor time: house %.2f ms, database %.2f ms, network %.2f ms (ordering: %.1f s)
                """.formatted(
                        name,
                        drained.seconds(),
                        drained.first(),
                        Figures.percentile(late, 50),
                        Figures.percentile(late, 99),
                        Figures.percentile(late, 100),
                        doubles,
                        cost.rows() / (double) COUNT,
                        cost.commits() / (double) COUNT,
                        cost.house().toNanos() / 1e6 / COUNT,
                        cost.database().toNanos() / 1e6 / COUNT,
                        cost.network().toNanos() / 1e6 / COUNT,
                        ordering.toMillis() / 1000.0));
        assertThat(doubles).isZero();
        return drained;
    }

    private record Drained(double seconds, long first) {}

    private static String median(List<Drained> rounds) {
        double seconds = median(rounds.stream().mapToDouble(Drained::seconds));
        double ideal = (double) COUNT * ANSWER.toMillis() / CHANNELS / 1000;
        return "median of the last %d: drained in %.2f s, ideal %.2f s, factor %.2f; first %.0f ms after the due second%n"
                .formatted(
                        rounds.size(),
                        seconds,
                        ideal,
                        seconds / ideal,
                        median(rounds.stream().mapToDouble(Drained::first)));
    }

    /** The same number of publications with their two commits and their call, and nothing else; the better of two. */
    private static String bare(BareLoop loop, Furniture furniture, JdbcClient sql, double house) {
        double best = Double.MAX_VALUE;
        for (int round = 1; round <= 2; round++) {
            furniture.orders(COUNT, Instant.now().plus(Duration.ofDays(60)), "bare-" + round + "-");
            sql.sql("analyze publication").update();
            best = Math.min(best, loop.drain("bare-" + round + "-", CHANNELS).toMillis() / 1000.0);
        }
        return "two commits around each call and nothing else, %d at once: %.2f s here; the house takes %.2f times that%n"
                .formatted(CHANNELS, best, house / best);
    }

    private static double median(DoubleStream values) {
        var sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static void lone(PaperProcess paper, Furniture furniture, StringBuilder report) throws IOException {
        int before = paper.count();
        var first = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 5);
        for (int i = 0; i < LONE; i++) {
            furniture.order(i * 7, first.plusSeconds(i), "lone-" + i);
        }
        await().atMost(Duration.ofSeconds(LONE + 60))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> paper.count() - before >= LONE);
        var seen = paper.posts().subList(before, before + LONE);
        var late = new long[LONE];
        for (var post : seen) {
            int number = Integer.parseInt(post.text().substring("lone-".length()));
            late[number] = post.at() - first.plusSeconds(number).toEpochMilli();
        }
        report.append(
                "lone posts  %d, one a second, with %d future ones waiting: lateness p50 %d ms, p99 %d ms, max %d ms\n"
                        .formatted(
                                LONE,
                                FUTURE,
                                Figures.percentile(late, 50),
                                Figures.percentile(late, 99),
                                Figures.percentile(late, 100)));
    }

    private static long[] late(List<Seen> seen, Instant due) {
        return seen.stream().mapToLong(post -> post.at() - due.toEpochMilli()).toArray();
    }

    private record Cost(long rows, long commits, Duration house, Duration database, Duration network) {
        Cost since(Cost before) {
            return new Cost(
                    rows - before.rows,
                    commits - before.commits,
                    house.minus(before.house),
                    database.minus(before.database),
                    network.minus(before.network));
        }
    }

    private static Cost cost(JdbcClient sql, PaperProcess paper) {
        var house = ProcessHandle.current();
        var network = processorTime(paper.process());
        var database = house.descendants().map(DrainBench::processorTime).reduce(Duration.ZERO, Duration::plus);
        return sql.sql("""
                        select (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables) as rows,
                               (select xact_commit from pg_stat_database where datname = current_database()) as commits
                        """)
                .query((row, number) -> new Cost(
                        row.getLong("rows"),
                        row.getLong("commits"),
                        processorTime(house),
                        database.minus(network),
                        network))
                .single();
    }

    private static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static int published(JdbcClient sql) {
        return sql.sql("select count(*) from publication where state = 'PUBLISHED'")
                .query(Integer.class)
                .single();
    }
}
