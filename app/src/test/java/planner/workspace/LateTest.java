package planner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import planner.Browser;
import planner.RoomTest;

class LateTest extends RoomTest {
    private Browser browser;

    @BeforeEach
    void signIn() {
        browser = new Browser(base());
        sql.sql("delete from sign_in_attempt").update();
        var email = bean(People.class).find(owner.person()).orElseThrow().email();
        var answer = browser.send(
                "POST", "/api/session", "{\"email\":\"%s\",\"password\":\"correct horse battery\"}".formatted(email));
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aPatienceOfNothingWouldMakeEverythingLateAndIsRefused() {
        for (var after : new String[] {"PT0S", "PT59S", "-PT1H", "P31D"}) {
            var answer = change("{\"late\":{\"after\":\"" + after + "\"}}");
            assertThat(answer.statusCode()).as(after).isEqualTo(400);
            assertThat(answer.body())
                    .contains("\"field\":\"late.after\"")
                    .contains("\"rule\":\"range\"")
                    .contains("PT1M");
        }
        assertThat(late().after()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aMinuteIsEnough() {
        assertThat(change("{\"late\":{\"after\":\"PT1M\",\"action\":\"SKIP\",\"spacing\":\"PT0S\"}}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(late())
                .isEqualTo(new Workspace.Late(Duration.ofMinutes(1), Workspace.Late.Action.SKIP, Duration.ZERO));
    }

    @Test
    void theTableRefusesItToo() {
        assertThatThrownBy(() -> sql.sql("update workspace set late_after_seconds = 0 where id = :id")
                        .param("id", owner.workspace().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private HttpResponse<String> change(String body) {
        return browser.send("PATCH", "/api/workspaces/" + owner.workspace(), body);
    }

    private Workspace.Late late() {
        return bean(Workspaces.class).get(owner.workspace()).late();
    }
}
