package planner.simulator.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;

class RedditAccessTest extends Stand {
    private static final String TOKEN = "/api/v1/access_token";

    @Test
    void aTokenLivesADayAndIsRefreshedWithTheSameToken() {
        Got got = tokens("", SCOPES);
        assertThat(got.json().path("expires_in").asLong()).isEqualTo(86_400);
        String refresh = got.at("/refresh_token");
        clock.passes(Duration.ofDays(1));
        Got dead = get("/api/v1/me", got.at("/access_token"));
        assertThat(dead.status()).isEqualTo(401);
        assertThat(dead.header("www-authenticate")).contains("invalid_token");

        Got fresh = service(TOKEN, Map.of("grant_type", "refresh_token", "refresh_token", refresh));

        assertThat(fresh.at("/refresh_token")).isEqualTo(refresh);
        assertThat(get("/api/v1/me", fresh.at("/access_token")).at("/name")).isEqualTo("mossy_corner");
        nothingWrongWasSent();
    }

    @Test
    void aCodeIsGoodOnceAndForTenMinutes() {
        String code = Visitor.query(visitor.allow(page(SCOPES))).getOrDefault("code", "");
        Map<String, String> form = Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK);
        assertThat(service(TOKEN, form).at("/access_token")).isNotEmpty();
        Got again = service(TOKEN, form);
        assertThat(again.status()).as("an error with status 200").isEqualTo(200);
        assertThat(again.at("/error")).isEqualTo("invalid_grant");

        String late = Visitor.query(visitor.allow(page(SCOPES))).getOrDefault("code", "");
        clock.passes(Duration.ofMinutes(10));
        assertThat(service(TOKEN, Map.of("grant_type", "authorization_code", "code", late, "redirect_uri", CALLBACK))
                        .at("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aPasswordIsForTheDevelopersOfAScriptApp() {
        Map<String, String> form =
                Map.of("grant_type", "password", "username", Reddit.SCRIPT_USER, "password", Reddit.SCRIPT_PASSWORD);
        Got got = service(TOKEN, form, setting("script-client-id"), setting("script-client-secret"));
        assertThat(got.at("/refresh_token")).isEmpty();
        assertThat(get("/api/v1/me", got.at("/access_token")).at("/name")).isEqualTo(Reddit.SCRIPT_USER);
        assertThat(service(TOKEN, form).at("/error")).isEqualTo("unauthorized_client");
        assertThat(service(TOKEN, form, "nobody", "x").status()).isEqualTo(401);
        nothingWrongWasSent();
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(page(SCOPES))))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void whatIsRevokedIsDead() {
        Got got = tokens("", SCOPES);
        Got said = service(
                "/api/v1/revoke_token", Map.of("token", got.at("/access_token"), "token_type_hint", "access_token"));
        assertThat(said.status()).isEqualTo(204);
        assertThat(service("/api/v1/revoke_token", Map.of("token", "unknown")).status())
                .isEqualTo(204);
        assertThat(get("/api/v1/me", got.at("/access_token")).status()).isEqualTo(401);

        String other = access();
        site.revoke();
        assertThat(get("/api/v1/me", other).status()).isEqualTo(401);
        assertThat(get("/api/v1/me", access()).status()).isEqualTo(200);
    }

    @Test
    void permissionsAreAskedForByEachCall() {
        String token = tokens("", "identity").at("/access_token");
        assertThat(get("/api/v1/me", token).status()).isEqualTo(200);
        for (String path : new String[] {
            "/subreddits/mine/subscriber",
            "/r/plantcare/about",
            "/user/mossy_corner/submitted",
            "/api/info?id=t3_a",
            "/api/v1/plantcare/post_requirements",
            "/r/plantcare/api/link_flair_v2"
        }) {
            Got got = get(path, token);
            assertThat(got.status()).as(path).isEqualTo(403);
            assertThat(got.header("www-authenticate")).as(path).contains("insufficient_scope");
        }
        assertThat(self("plantcare", "Hello", token).status()).isEqualTo(403);
        nothingWrongWasSent();
    }

    @Test
    void whoDoesNotSayWhoItIsIsNotLetIn() {
        String token = access();
        Got plain = web.get(api + "/api/v1/me", "Authorization", "bearer " + token);
        assertThat(plain.status()).isEqualTo(403);
        assertThat(plain.header("content-type")).startsWith("text/html");
        assertThat(web.get(api + "/api/v1/me", "Authorization", "bearer " + token, "User-Agent", "Mozilla/5.0")
                        .status())
                .isEqualTo(403);
        assertThat(simulator.journal().violations()).hasSize(2);
    }

    @Test
    void everyAnswerTellsWhatIsLeftOfTenMinutes() {
        String token = access();
        Got first = get("/api/v1/me", token);
        Got second = get("/api/v1/me", token);
        assertThat(first.header("x-ratelimit-remaining")).isEqualTo("999.0");
        assertThat(second.header("x-ratelimit-remaining")).isEqualTo("998");
        assertThat(second.header("x-ratelimit-used")).isEqualTo("2");
        site.used(1000);
        Got over = get("/api/v1/me", token);
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.header("x-ratelimit-reset")).isEqualTo("600");
        clock.passes(Duration.ofMinutes(10));
        assertThat(get("/api/v1/me", token).status()).isEqualTo(200);
    }
}
