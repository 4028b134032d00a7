package planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.paper.PaperServer.Seen;

/**
 * Two real processes of the house on one real database, killed with {@code kill -9} at random moments while they publish.
 * Prints its figures, also to {@code target/figures/kills.txt}.
 */
class KillTest {
    private static final int PUBLICATIONS = 500;
    private static final int CHANNELS = 120;
    private static final int KILLS = 20;
    private static final int FEW = 20;
    private static final int WORKERS = 5;
    private static final Duration ANSWER = Duration.ofMillis(800);
    private static final long SEED = 7;

    private final Random random = new Random(SEED);

    @Test
    void killedProcessesPublishNothingTwiceAndLoseNothing() throws IOException {
        long start = System.nanoTime();
        try (var street = new Street(ANSWER, Map.of());
                var office = PaperHouse.open(street.settings("office", 0))) {
            var sql = office.getBean(JdbcClient.class);
            new Furniture(office, CHANNELS).orders(PUBLICATIONS, Instant.now().plusSeconds(3), "kill-");
            var victims = new House[] {new House(street, "north"), new House(street, "south")};
            int inTheAct = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                inTheAct += kill(victims, kill % 2, sql);
            }
            long published = published(sql);
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> published(sql) == PUBLICATIONS);
            end(victims);
            report(street, sql, inTheAct, published, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** A test of the test: the same house on a network that never finds a post. */
    @Test
    void withoutReconcileTheKillsWouldShow() throws IOException {
        try (var street = new Street(ANSWER, Map.of("paper.blind", true));
                var office = PaperHouse.open(street.settings("office", 0))) {
            var sql = office.getBean(JdbcClient.class);
            new Furniture(office, FEW).orders(FEW, Instant.now().plusSeconds(3), "blind-");
            var victims = new House[] {new House(street, "north"), new House(street, "south")};
            for (int victim = 0; victim < victims.length; victim++) {
                kill(victims, victim, sql);
            }
            // what was cut is believed to be absent only when no request of it can be on its way
            await().atMost(Duration.ofMinutes(10)).until(() -> twice(street) > 0);
            end(victims);
        }
    }

    private int kill(House[] victims, int which, JdbcClient sql) throws IOException {
        var victim = victims[which];
        victim.works(sql);
        pause(Duration.ofMillis(200 + random.nextInt(2_000)));
        int inTheAct = victim.kill(sql);
        victims[which] = new House(victim.street, victim.name);
        return inTheAct;
    }

    private static void end(House[] houses) {
        for (var house : houses) {
            house.process.destroyForcibly();
        }
    }

    private static Map<String, Long> times(Street street) {
        return street.paper().posts().stream().collect(Collectors.groupingBy(Seen::text, Collectors.counting()));
    }

    private static long twice(Street street) {
        return times(street).values().stream().filter(count -> count > 1).count();
    }

    private static void report(Street street, JdbcClient sql, int inTheAct, long published, Duration took)
            throws IOException {
        var times = times(street);
        long twice = twice(street);
        long lost = (long) PUBLICATIONS - times.size();
        var cut = sql.sql("select count(distinct publication_id) from attempt where decision = 'cut'")
                .query(Integer.class)
                .single();
        Figures.tell("kills", """
                two processes, %d publications over %d channels, kill -9 %d times, %d s
                          %d jobs were in the act when their process died, %d publications were found cut short
                          %d were out after the last kill, all at the end; published twice %d, lost %d
                """.formatted(
                        PUBLICATIONS, CHANNELS, KILLS, took.toSeconds(), inTheAct, cut, published, twice, lost));
        assertThat(twice).isZero();
        assertThat(lost).isZero();
        assertThat(cut).as("the kills hit publications in the act").isPositive();
        assertThat(sql.sql("select distinct state from post")
                        .query(String.class)
                        .list())
                .as("the posts follow")
                .containsExactly("PUBLISHED");
    }

    private static long published(JdbcClient sql) {
        return sql.sql("select count(*) from publication where state = 'PUBLISHED'")
                .query(Long.class)
                .single();
    }

    private static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }

    /** One process of the house. */
    private static final class House {
        private final Street street;
        private final String name;
        private final Process process;

        House(Street street, String name) throws IOException {
            this.street = street;
            this.name = name;
            this.process = street.house(name, WORKERS);
        }

        /** Until it has something in hand, or nothing is left to take. */
        void works(JdbcClient sql) {
            await().atMost(Duration.ofMinutes(2)).until(() -> {
                assertThat(process.isAlive())
                        .as("%s lives; see its log in %s", name, street.folder())
                        .isTrue();
                return inHand(sql) > 0
                        || sql.sql("select count(*) from job_worker where name like :mine")
                                                .param("mine", process.pid() + "-%")
                                                .query(Integer.class)
                                                .single()
                                        > 0
                                && published(sql) == PUBLICATIONS;
            });
        }

        int kill(JdbcClient sql) {
            int inHand = inHand(sql);
            process.destroyForcibly();
            await().until(() -> !process.isAlive());
            return inHand;
        }

        private int inHand(JdbcClient sql) {
            return sql.sql("select count(*) from scheduled_tasks where picked and picked_by like :mine")
                    .param("mine", process.pid() + "-%")
                    .query(Integer.class)
                    .single();
        }
    }
}
