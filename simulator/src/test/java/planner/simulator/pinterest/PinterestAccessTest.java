package planner.simulator.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.simulator.Faults.Fault;
import planner.simulator.Faults.Kind;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;

class PinterestAccessTest extends Stand {
    @Test
    void aTokenTellsWhoseItIsAndHowLong() {
        Got got = tokens(ADA, Set.of());

        assertThat(got.json().path("expires_in").asLong()).isEqualTo(2_592_000);
        assertThat(got.json().path("refresh_token_expires_in").asLong()).isEqualTo(5_184_000);
        assertThat(got.at("/scope")).contains("boards:read boards:read_secret");
        assertThat(get("/user_account", got.at("/access_token")).at("/username"))
                .isEqualTo("ada_czyta");
        nothingWrongWasSent();
    }

    @Test
    void theTokenCallIsSignedByTheApp() {
        Got got = web.form(api + "/oauth/token", Map.of("grant_type", "refresh_token"), "Authorization", basic("no"));

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().path("code").asInt()).isEqualTo(2);
    }

    @Test
    void aRefreshTokenRollsOnAndTheOldOneIsSpent() {
        String first = tokens("", Set.of()).at("/refresh_token");
        Got second = token(Map.of("grant_type", "refresh_token", "refresh_token", first));

        assertThat(second.at("/response_type")).isEqualTo("refresh_token");
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", first))
                        .status())
                .isEqualTo(400);
        clock.passes(Duration.ofDays(31));
        assertThat(get("/user_account", second.at("/access_token")).status()).isEqualTo(401);
        Got third = token(Map.of("grant_type", "refresh_token", "refresh_token", second.at("/refresh_token")));
        assertThat(get("/user_account", third.at("/access_token")).status()).isEqualTo(200);
        nothingWrongWasSent();
    }

    @Test
    void theConsentPageRefusesWhatNoAppMayAsk() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "client_id",
                        "1",
                        "response_type",
                        "token",
                        "scope",
                        "pins:all",
                        "redirect_uri",
                        "",
                        "extra",
                        "1")
                .entrySet()) {
            Map<String, String> query = asked();
            query.put(wrong.getKey(), wrong.getValue());
            assertThat(web.get(page(query).toString()).status())
                    .as(wrong.getKey())
                    .isEqualTo(400);
        }
        assertThat(Visitor.query(visitor.refuse(page(asked()))))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void everyCallNeedsItsScope() {
        String token = tokens("", Set.of("pins:write", "boards:read_secret")).at("/access_token");

        Got refused = pinned(token);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("code").asInt()).isEqualTo(3);
        assertThat(get("/boards", token).text()).doesNotContain("Pomysły na wiosnę");
        assertThat(get("/boards/549755885177/pins", token).status()).isEqualTo(403);
        nothingWrongWasSent();
    }

    @Test
    void anAppThatIsNotApprovedMayNothing() {
        String token = access();
        site.trust(Level.NONE);

        assertThat(get("/boards", token).at("/message")).contains("consumer type is not supported");
    }

    @Test
    void whoRemovesTheAppTakesItsTokensAlong() {
        Got got = tokens("", Set.of());
        site.revoke();

        assertThat(get("/boards", got.at("/access_token")).status()).isEqualTo(401);
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", got.at("/refresh_token")))
                        .status())
                .isEqualTo(400);
        assertThat(get("/boards", access()).status()).isEqualTo(200);
    }

    @Test
    void aMinuteHasAHundredWritesAndTellsHowManyAreLeft() {
        String token = access();
        Got first = register(token);
        assertThat(first.header("x-ratelimit-limit")).startsWith("100,");
        assertThat(first.header("x-ratelimit-remaining")).isEqualTo("99");
        for (int i = 1; i < 100; i++) {
            assertThat(register(token).status()).isEqualTo(201);
        }

        Got over = register(token);

        assertThat(over.status()).isEqualTo(429);
        assertThat(over.json().path("code").asInt()).isEqualTo(8);
        assertThat(over.header("x-ratelimit-reset")).isEqualTo("60");
        assertThat(get("/boards", token).status()).isEqualTo(200);
        clock.passes(Duration.ofSeconds(61));
        assertThat(register(token).status()).isEqualTo(201);
    }

    /** 300 of a day's 1000 calls may write; the day of the test begins at ten. */
    @Test
    void aTrialDayHasFewerCalls() {
        String token = access();
        site.trust(Level.TRIAL);
        for (int i = 0; i < 300; i++) {
            assertThat(register(token).status()).isEqualTo(201);
            clock.passes(Duration.ofSeconds(1));
        }

        Got over = register(token);

        assertThat(over.status()).isEqualTo(429);
        assertThat(Long.parseLong(over.header("x-ratelimit-reset")))
                .isEqualTo(Duration.ofHours(14).toSeconds() - 300);
        assertThat(get("/boards", token).status()).isEqualTo(200);
    }

    @Test
    void faultsStrikeInPinterestsOwnShape() {
        String token = access();
        simulator.faults().add(Fault.next("pinterest", Kind.ERROR_BEFORE));
        assertThat(get("/boards", token).json().path("code").asInt()).isEqualTo(500);

        simulator.faults().add(Fault.next("pinterest", Kind.THROTTLED).lasting(Duration.ofSeconds(40)));
        Got pause = get("/boards", token);
        assertThat(pause.status()).isEqualTo(429);
        assertThat(pause.header("x-ratelimit-reset")).isEqualTo("40");

        simulator.faults().add(Fault.next("pinterest", Kind.LIE));
        assertThat(pinned(token).at("/message")).startsWith("Unable to reach the URL");
        assertThat(site.visible()).containsExactly("Moss");
    }

    @Test
    void whatIsUnknownIsRefusedAndNoted() {
        String token = access();

        assertThat(get("/boards?limit=3", token).status()).isEqualTo(400);
        assertThat(get("/pinboards", token).status()).isEqualTo(400);
        assertThat(post("/boards", Map.of("name", "x", "colour", "red"), token).status())
                .isEqualTo(400);
        assertThat(get("/boards?page_size=251", token).status()).isEqualTo(400);
        assertThat(get("/boards?bookmark=nonsense", token).status()).isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(5);
    }
}
