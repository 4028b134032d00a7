package planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.paper.PaperServer.Seen;

/**
 * {@code ./planner bench drain}: many publications due in the same second, over 200 channels, on a network that answers
 * in 50 ms; then lone posts while very many future ones wait. On the embedded database with every commit on disk.
 */
class DrainBench {
    private static final int COUNT = Integer.getInteger("bench.count", 10_000);
    private static final int FUTURE = Integer.getInteger("bench.future", 100_000);
    private static final int LONE = Integer.getInteger("bench.lone", 40);
    private static final OperatingSystemMXBean OF_THIS_PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
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
            round(paper, furniture, sql, COUNT / 5, "warm up  ", report);
            round(paper, furniture, sql, COUNT, "drain    ", report);
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

    private static void round(
            PaperProcess paper, Furniture furniture, JdbcClient sql, int count, String name, StringBuilder report)
            throws IOException {
        int before = paper.count();
        long orderedAt = System.nanoTime();
        var due = Instant.ofEpochSecond(Instant.now().getEpochSecond() + 12 + count / 300);
        furniture.orders(count, due, name.strip() + "-");
        var ordering = Duration.ofNanos(System.nanoTime() - orderedAt);
        sql.sql("analyze publication").update();
        await().atMost(Duration.ofMinutes(2)).until(() -> Instant.now().isAfter(due.minusMillis(1200)));
        var writes = writes(sql);
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> paper.count() - before >= count);
        await().atMost(Duration.ofMinutes(1)).until(() -> published(sql) >= before + count);
        await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        var after = writes(sql);
        var seen = paper.posts().subList(before, paper.count());
        var late = late(seen, due);
        long doubles = seen.size() - seen.stream().map(Seen::text).distinct().count();
        // the last answer leaves 50 ms after its request arrived
        double drained = (Figures.percentile(late, 100) + ANSWER.toMillis()) / 1000.0;
        double ideal = (double) count * ANSWER.toMillis() / CHANNELS / 1000;
        report.append("""
                %s %d publications over %d channels, a network that answers in %d ms
                          drained in %.2f s, ideal %.2f s, factor %.2f
                          lateness first %d ms, p50 %d ms, p99 %d ms, max %d ms
                          published twice %d
                          a publication costs %.1f rows written, %.1f transactions with those that read,
                          and %.0f us of the house's processor time (ordering: %.1f s)
                """.formatted(
                        name,
                        count,
                        CHANNELS,
                        ANSWER.toMillis(),
                        drained,
                        ideal,
                        drained / ideal,
                        Figures.percentile(late, 0),
                        Figures.percentile(late, 50),
                        Figures.percentile(late, 99),
                        Figures.percentile(late, 100),
                        doubles,
                        (after.rows() - writes.rows()) / (double) count,
                        (after.commits() - writes.commits()) / (double) count,
                        (after.cpu() - writes.cpu()) / 1000.0 / count,
                        ordering.toMillis() / 1000.0));
        assertThat(doubles).isZero();
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

    private record Writes(long rows, long commits, long cpu) {}

    private static Writes writes(JdbcClient sql) {
        return sql.sql("""
                        select (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables) as rows,
                               (select xact_commit from pg_stat_database where datname = current_database()) as commits
                        """)
                .query((row, number) ->
                        new Writes(row.getLong("rows"), row.getLong("commits"), OF_THIS_PROCESS.getProcessCpuTime()))
                .single();
    }

    private static int published(JdbcClient sql) {
        return sql.sql("select count(*) from publication where state = 'PUBLISHED'")
                .query(Integer.class)
                .single();
    }
}
