package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import planner.jobs.Next;

class HousekeepingTest extends RoomTest {
    @Test
    void signInsThatEndedAndAttemptsThatAreForgivenDoNotPileUp() {
        var browser = new Browser(base());
        browser.send("POST", "/api/session", "{\"email\":\"nobody@example.org\",\"password\":\"wrong\"}");
        sql.sql("""
                insert into session (hash, person_id, workspace_id, created_at, seen_at)
                values ('old', :person, :workspace, :now, :now)
                """)
                .param("person", owner.person().value())
                .param("workspace", owner.workspace().value())
                .param("now", Timestamp.from(START))
                .update();
        assertThat(count("sign_in_attempt")).isPositive();

        clock.advance(Duration.ofMinutes(59));
        run();
        assertThat(count("sign_in_attempt")).isPositive();
        assertThat(count("session where hash = 'old'")).isOne();

        clock.advance(Duration.ofDays(15));
        run();
        assertThat(count("sign_in_attempt")).isZero();
        assertThat(count("session where hash = 'old'")).isZero();
    }

    @Test
    void anIdempotencyKeyIsKeptForAWeekAndNotLonger() {
        var first = create();
        clock.advance(Duration.ofDays(6));
        run();
        assertThat(create()).isEqualTo(first);
        clock.advance(Duration.ofDays(2));
        run();
        assertThat(count("post_creation where workspace_id = '" + owner.workspace() + "'"))
                .isZero();
        assertThat(create()).isNotEqualTo(first);
    }

    @Test
    void linksThatOpenNothingAreGone() {
        var asset = sql.sql("""
                insert into asset (workspace_id, name, kind, type, bytes, width, height, seconds, fps, frames, sha256,
                    thumbnail, created_by, created_at)
                values (:workspace, 'a', 'IMAGE', 'image/png', 1, 1, 1, 0, 0, 1, 'x', false, :person, :now)
                returning id
                """)
                .param("workspace", owner.workspace().value())
                .param("person", owner.person().value())
                .param("now", Timestamp.from(START))
                .query(UUID.class)
                .single();
        for (var hours : new int[] {1, 3}) {
            sql.sql("insert into asset_link (delivery_id, file_id, expires_at) values (uuidv7(), :asset, :until)")
                    .param("asset", asset)
                    .param("until", Timestamp.from(START.plus(Duration.ofHours(hours))))
                    .update();
        }
        clock.advance(Duration.ofHours(2));
        run();
        assertThat(count("asset_link where file_id = '" + asset + "'")).isOne();
    }

    @Test
    void itComesBackEveryHour() {
        assertThat(run()).isEqualTo(new Next.Again(START.plus(Duration.ofHours(1))));
        assertThat(count("scheduled_tasks where task_name = 'housekeeping'")).isOne();
    }

    private Next run() {
        return bean(Housekeeping.class).run("all");
    }

    private String create() {
        var answer = http.post()
                .uri("/api/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", "monday")
                .body(Map.of("text", "Hello"))
                .retrieve()
                .toEntity(Map.class);
        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        return String.valueOf(Objects.requireNonNull(answer.getBody()).get("id"));
    }

    private int count(String from) {
        return sql.sql("select count(*) from " + from).query(Integer.class).single();
    }
}
