package planner.simulator.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;

class MastodonAccessTest extends Stand {
    @Test
    void anAppIsRegisteredWithWhatItSays() {
        Got app = app();
        assertThat(app.status()).isEqualTo(200);
        assertThat(app.at("/client_id")).isNotBlank();
        assertThat(app.at("/client_secret")).isNotBlank();
        assertThat(app.at("/redirect_uris/0")).isEqualTo(BACK);
    }

    @Test
    void anAppThatDoesNotFitIsRefused() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("client_name", "", "redirect_uris", BACK),
                Map.of("client_name", "x", "redirect_uris", "callback"),
                Map.of("client_name", "x", "redirect_uris", BACK, "scopes", "everything"),
                Map.of("client_name", "x", "redirect_uris", BACK, "colour", "red"))) {
            assertThat(web.json(here + "/api/v1/apps", wrong).status()).isEqualTo(422);
        }
    }

    @Test
    void aPageForAnotherAddressOrMoreThanWasRegisteredIsNone() {
        Got app = app();
        for (Map<String, String> other : java.util.List.of(
                Map.of("redirect_uri", "http://127.0.0.1:2/else"),
                Map.of("scope", "read write"),
                Map.of("code_challenge_method", "plain"),
                Map.of("response_type", "token"))) {
            Map<String, String> query = new HashMap<>(asked(app, SCOPES));
            query.putAll(other);
            assertThat(web.get(page(query).toString()).status())
                    .as(other.toString())
                    .isEqualTo(400);
        }
    }

    @Test
    void aCodeWorksOnceAndOnlyWithItsVerifier() {
        Got app = app();
        String code = code(app, SCOPES);
        assertThat(token(app, code, "another".repeat(7)).at("/error")).isEqualTo("invalid_grant");
        Got token = token(app, code, VERIFIER);
        assertThat(token.at("/token_type")).isEqualTo("Bearer");
        assertThat(token.at("/scope")).isEqualTo(SCOPES);
        assertThat(token.json().has("expires_in")).isFalse();
        assertThat(token(app, code, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void aCodeEndsAfterTenMinutes() {
        Got app = app();
        String code = code(app, SCOPES);
        clock.passes(Duration.ofMinutes(11));
        assertThat(token(app, code, VERIFIER).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void whoSaysNoSendsBackNoCode() {
        assertThat(Visitor.query(visitor.refuse(page(asked(app(), SCOPES)))))
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @Test
    void accessIsForWhatWasGranted() {
        String reader = access("read:accounts");
        assertThat(get("/api/v1/accounts/verify_credentials", reader).at("/username"))
                .isEqualTo("ada_bakery");
        assertThat(post(Map.of("status", "x"), reader, "k").status()).isEqualTo(403);
        assertThat(get("/api/v1/accounts/verify_credentials", "invented").status())
                .isEqualTo(401);
    }

    @Test
    void whatIsRevokedIsOver() {
        Got app = app();
        String token = token(app, code(app, SCOPES), VERIFIER).at("/access_token");
        assertThat(web.form(
                                here + "/oauth/revoke",
                                Map.of(
                                        "client_id", app.at("/client_id"),
                                        "client_secret", app.at("/client_secret"),
                                        "token", token))
                        .status())
                .isEqualTo(200);
        Got refused = get("/api/v1/accounts/verify_credentials", token);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.at("/error")).contains("revoked");
    }

    @Test
    void theServerTellsItsRulesToAnybody() {
        site.rules(Rules.plain().characters(280).api(6));
        Got instance = web.get(here + "/api/v2/instance");
        assertThat(instance.json().at("/configuration/statuses/max_characters").asInt(0))
                .isEqualTo(280);
        assertThat(instance.json().at("/api_versions/mastodon").asInt(0)).isEqualTo(6);
        assertThat(instance.header("x-ratelimit-reset")).matches("\\d{4}-.*Z");
    }
}
