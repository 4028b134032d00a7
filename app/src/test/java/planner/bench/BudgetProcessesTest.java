package planner.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import planner.paper.PaperServer.Seen;

/** A budget that all accounts share holds across two real processes on one real database. */
class BudgetProcessesTest {
    private static final int MOST = 20;
    private static final int PUBLICATIONS = 70;
    private static final int CHANNELS = 35;
    private static final int WORKERS = 15;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    /** A share may be used a little later than it was given, and a call takes its time. */
    private static final Duration DRIFT = Duration.ofMillis(2_500);

    @Test
    void twoProcessesTogetherStayWithinABudget() throws IOException {
        try (var street = new Street(Duration.ofMillis(50), Map.of("paper.posts-in-five-seconds", MOST));
                var office = PaperHouse.open(street.settings("office", 0))) {
            var sql = office.getBean(JdbcClient.class);
            var houses = new Process[] {street.house("north", WORKERS), street.house("south", WORKERS)};
            try {
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> count(sql, "select count(*) from job_worker") == houses.length);
                new Furniture(office, CHANNELS)
                        .orders(PUBLICATIONS, Instant.now().plusSeconds(2), "budget-");

                await().atMost(Duration.ofMinutes(2))
                        .until(() -> count(sql, "select count(*) from publication where state = 'PUBLISHED'")
                                == PUBLICATIONS);
            } finally {
                for (var house : houses) {
                    house.destroyForcibly();
                }
            }
            var times =
                    street.paper().posts().stream().mapToLong(Seen::at).sorted().toArray();
            assertThat(times).hasSize(PUBLICATIONS);
            for (int i = MOST; i < times.length; i++) {
                assertThat(times[i] - times[i - MOST])
                        .as("post %d and the one %d before it", i, MOST)
                        .isGreaterThan(WINDOW.minus(DRIFT).toMillis());
            }
            assertThat(count(sql, "select count(*) from publication where attempts <> 1"))
                    .as("waiting burns no attempt")
                    .isZero();
            assertThat(count(sql, "select count(*) from attempt where decision = 'budget'"))
                    .isGreaterThanOrEqualTo(PUBLICATIONS - MOST);
        }
    }

    private static int count(JdbcClient sql, String question) {
        return sql.sql(question).query(Integer.class).single();
    }
}
