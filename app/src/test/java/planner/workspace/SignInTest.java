package planner.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import planner.Browser;
import planner.RoomTest;

class SignInTest extends RoomTest {
    private Browser browser;
    private String email;

    @BeforeEach
    void open() {
        browser = new Browser(base());
        email = bean(People.class).find(owner.person()).orElseThrow().email();
        sql.sql("delete from sign_in_attempt").update();
    }

    @Test
    void theRightPasswordOpensTheWorkspace() {
        var answer = signIn(email, "correct horse battery");
        assertThat(answer).contains("\"email\":\"" + email + "\"").contains("\"mode\":\"demo\"");
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/session").body())
                .contains(owner.workspace().toString());
    }

    @Test
    void theCookieIsOutOfReachOfScripts() {
        var answer = browser.send("POST", "/api/session", credentials(email, "correct horse battery"));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("PLANNER_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .contains("SameSite=Lax")
                .contains("Path=/");
    }

    @Test
    void theTableDoesNotKeepTheCookie() {
        signIn(email, "correct horse battery");
        assertThat(sql.sql("select hash from session").query(byte[].class).list())
                .anyMatch(hash -> Arrays.equals(hash, Secrets.hash(browser.cookie("PLANNER_SESSION"))));
    }

    @Test
    void withoutTheCsrfHeaderNothingIsChanged() {
        var bare = HttpRequest.newBuilder(URI.create(base() + "/api/session"))
                .DELETE()
                .build();
        signIn(email, "correct horse battery");
        assertThat(browser.exchange(bare).statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSession() {
        signIn(email, "correct horse battery");
        var secret = browser.cookie("PLANNER_SESSION");
        assertThat(browser.send("DELETE", "/api/session", null).statusCode()).isEqualTo(204);
        assertThat(bean(Sessions.class).caller(secret, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aSessionEndsWithoutUse() {
        signIn(email, "correct horse battery");
        clock.advance(Duration.ofDays(15));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void wrongPasswordsMustWaitAndTimeForgives() {
        for (int i = 0; i < 5; i++) {
            assertThat(status(email, "wrong")).isEqualTo(401);
        }
        var last = browser.send("POST", "/api/session", credentials(email, "wrong"));
        assertThat(last.statusCode()).isEqualTo(401);
        var refused = browser.send("POST", "/api/session", credentials(email, "correct horse battery"));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
        clock.advance(Duration.ofSeconds(16));
        assertThat(status(email, "correct horse battery")).isEqualTo(200);
    }

    /** Who sits where a proxy is believed can name any address. */
    @Test
    void whoGuessesFromEverNewAddressesMustWaitAsWell() {
        var throttle = bean(Throttle.class);
        for (int i = 0; i <= 100; i++) {
            throttle.attempt(email, "10.0.1." + i);
        }
        assertThatThrownBy(() -> throttle.attempt(email, "10.0.2.1"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));

        throttle.attempt("else" + email, "10.0.2.1");
        clock.advance(Duration.ofMinutes(15));
        throttle.attempt(email, "10.0.2.1");
    }

    /** Two that come at once: the later one may be counted first. */
    @Test
    void whoComesAMomentEarlierThanAnotherIsNotMadeToWait() {
        assertThat(status(email, "wrong")).isEqualTo(401);
        clock.advance(Duration.ofMillis(-20));
        assertThat(status(email, "correct horse battery")).isEqualTo(200);
    }

    @Test
    void anUnknownAccountAnswersLikeAWrongPassword() {
        var known = browser.send("POST", "/api/session", credentials(email, "wrong"));
        var unknown = browser.send("POST", "/api/session", credentials("nobody@example.org", "wrong"));
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(known.body());
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        signIn(email, "correct horse battery");
        var other = new Browser(base());
        other.send("POST", "/api/session", credentials(email, "correct horse battery"));
        var answer = browser.send(
                "PUT",
                "/api/person/password",
                "{\"current\":\"correct horse battery\",\"password\":\"another long one\"}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void anOpenBrowserGuessesThePasswordNoFasterThanTheDoor() {
        signIn(email, "correct horse battery");
        for (int i = 0; i < 6; i++) {
            assertThat(newPassword("wrong").body()).contains("password-wrong");
        }
        var refused = newPassword("correct horse battery");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("15");
        clock.advance(Duration.ofSeconds(16));
        assertThat(newPassword("correct horse battery").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> newPassword(String current) {
        return browser.send(
                "PUT", "/api/person/password", "{\"current\":\"" + current + "\",\"password\":\"another long one\"}");
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        sql.sql("update member set role = 'VIEWER' where person_id = :p")
                .param("p", owner.person().value())
                .update();
        signIn(email, "correct horse battery");
        assertThat(browser.get("/api/channels").statusCode()).isEqualTo(200);
        assertThat(browser.send("POST", "/api/posts", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.send("PATCH", "/api/person", "{\"name\":\"Vera\"}").statusCode())
                .isEqualTo(200);
        assertThat(http.post()
                        .uri("/api/posts")
                        .body("{}")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .as("their tokens can do no more than they can")
                .isEqualTo(403);
    }

    @Test
    void onlyOneBecomesTheFirstOwner() {
        var sessions = bean(Sessions.class);
        var owner = new Sessions.NewOwner(
                "late@example.org", "Late", "long enough password", Locale.ENGLISH, ZoneId.of("UTC"));
        var problem = catchThrowableOfType(Problem.class, () -> sessions.setUp(owner, "Second"));
        assertThat(problem.status()).isEqualTo(409);
    }

    @Test
    void aTokenIsShownOnceAndCanBeTakenBack() {
        signIn(email, "correct horse battery");
        var created = browser.send("POST", "/api/tokens", "{\"name\":\"ci\",\"scopes\":[\"read\"]}");
        assertThat(created.statusCode()).isEqualTo(201);
        var secret = created.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        var id = created.body().replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");
        assertThat(browser.get("/api/tokens").body()).contains(id).doesNotContain(secret);
        var reader = httpWith(secret);
        assertThat(reader.get()
                        .uri("/api/channels")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(reader.post()
                        .uri("/api/posts")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(browser.send("DELETE", "/api/tokens/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(reader.get()
                        .uri("/api/channels")
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private String signIn(String email, String password) {
        var answer = browser.send("POST", "/api/session", credentials(email, password));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private int status(String email, String password) {
        return browser.send("POST", "/api/session", credentials(email, password))
                .statusCode();
    }

    private static String credentials(String email, String password) {
        return "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    }
}
