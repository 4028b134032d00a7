package planner.simulator.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;

class LinkedInAccessTest extends Stand {
    @Test
    void onlyTheLookedAtAppMayRenew() {
        Got pages = tokens("pages-", PAGES);
        Got member = tokens("", SELF_SERVE);

        assertThat(pages.json().has("refresh_token")).isTrue();
        assertThat(pages.json().at("/expires_in").asLong()).isEqualTo(5_184_000);
        assertThat(member.json().has("refresh_token")).isFalse();
        assertThat(member.json().has("id_token")).isTrue();
        assertThat(member.at("/scope")).isEqualTo("openid,profile,w_member_social");
        clock.passes(Duration.ofDays(10));
        Got fresh = token("pages-", Map.of("grant_type", "refresh_token", "refresh_token", pages.at("/refresh_token")));
        assertThat(fresh.json().at("/refresh_token_expires_in").asLong())
                .isEqualTo(Duration.ofDays(355).toSeconds());
        nothingWrongWasSent();
    }

    @Test
    void codesLiveForHalfAnHourAndOpenOnce() {
        String code = Visitor.query(visitor.allow(page("", SELF_SERVE))).getOrDefault("code", "");
        Map<String, String> form = Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK);
        assertThat(token("pages-", form).status()).isEqualTo(400);
        assertThat(token("", form).status()).isEqualTo(200);
        assertThat(token("", form).at("/error")).isEqualTo("invalid_request");
        String late = Visitor.query(visitor.allow(page("", SELF_SERVE))).getOrDefault("code", "");
        clock.passes(Duration.ofMinutes(30));
        assertThat(token("", Map.of("grant_type", "authorization_code", "code", late, "redirect_uri", CALLBACK))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anUnknownParameterOfTheTokenServiceIsAViolation() {
        assertThat(token("", Map.of("grant_type", "refresh_token", "refresh_token", "x", "scope", "y"))
                        .status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(1);
    }

    @Test
    void tokensEndInThreeWays() {
        String token = member();
        assertThat(post("/rest/posts", body(ADA, "Hi"), "AQnonsense")
                        .json()
                        .at("/serviceErrorCode")
                        .asInt())
                .isEqualTo(65600);
        clock.passes(Duration.ofDays(60));
        assertThat(post("/rest/posts", body(ADA, "Hi"), token)
                        .json()
                        .at("/serviceErrorCode")
                        .asInt())
                .isEqualTo(65602);
        site.revoke();
        assertThat(post("/rest/posts", body(ADA, "Hi"), token)
                        .json()
                        .at("/serviceErrorCode")
                        .asInt())
                .isEqualTo(65601);
    }

    @Test
    void aTokenTellsWhatItIs() {
        String token = member();
        Map<String, String> form =
                Map.of("token", token, "client_id", setting("client-id"), "client_secret", setting("client-secret"));

        Got told = web.form(setting("oauth-url") + "/oauth/v2/introspectToken", form);

        assertThat(told.json().at("/active").asBoolean()).isTrue();
        assertThat(told.at("/status")).isEqualTo("active");
        web.form(setting("oauth-url") + "/oauth/v2/revoke", form);
        assertThat(web.form(setting("oauth-url") + "/oauth/v2/introspectToken", form)
                        .at("/status"))
                .isEqualTo("revoked");
    }

    @Test
    void everyCallNamesALivingVersion() {
        String token = pages();
        String address = setting("api-url") + "/rest/organizationAcls?q=roleAssignee";
        Got none = web.get(address, "Authorization", "Bearer " + token, "X-Restli-Protocol-Version", "2.0.0");
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.at("/code")).isEqualTo("VERSION_MISSING");
        for (String version : List.of("202510", "202511", "203001", "latest")) {
            Got old = web.get(
                    address,
                    "Authorization",
                    "Bearer " + token,
                    "LinkedIn-Version",
                    version,
                    "X-Restli-Protocol-Version",
                    "2.0.0");
            assertThat(old.status()).as(version).isEqualTo(426);
            assertThat(old.at("/code")).isEqualTo("NONEXISTENT_VERSION");
        }
    }

    @Test
    void whatNobodyKnowsIsRefusedAndWrittenDown() {
        String token = pages();

        assertThat(get("/rest/shares", token).status()).isEqualTo(404);
        assertThat(get("/rest", token).status()).isEqualTo(404);
        assertThat(get("/rest/organizationAcls?q=roleAssignee&foo=1", token).status())
                .isEqualTo(400);
        assertThat(get("/rest/posts?q=author&author=" + encoded(PAGE), token).status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(4);
    }

    @Test
    void aMembersPostsAreListedForNobody() {
        assertThat(get("/rest/posts?q=author&author=" + encoded(ADA), pages(), "X-RestLi-Method", "FINDER")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void permissionsAndRolesAreChecked() {
        String member = member();
        String pages = pages();

        assertThat(post("/rest/posts", body(PAGE, "Hi"), member).at("/code")).isEqualTo("ACCESS_DENIED");
        assertThat(post("/rest/posts", body("urn:li:organization:1337", "Hi"), pages)
                        .status())
                .isEqualTo(403);
        assertThat(post("/rest/posts", body("urn:li:person:9hXy12Lk", "Hi"), pages)
                        .status())
                .isEqualTo(403);
        assertThat(get("/rest/organizationAcls?q=roleAssignee", member).status())
                .isEqualTo(403);
        assertThat(web.get(setting("api-url") + "/v2/userinfo", "Authorization", "Bearer " + pages)
                        .status())
                .isEqualTo(403);
        nothingWrongWasSent();
    }

    @Test
    void aDayHasItsQuotaAndEndsAtMidnight() {
        String token = member();
        for (int i = 0; i < 150; i++) {
            posted(body(ADA, "Number " + i), token);
        }

        Got over = post("/rest/posts", body(ADA, "One more"), token);

        assertThat(over.status()).isEqualTo(429);
        assertThat(over.at("/message")).contains("MEMBER DAY");
        assertThat(over.headers()).doesNotContainKeys("retry-after", "x-ratelimit-remaining");
        clock.passes(Duration.ofDays(1));
        posted(body(ADA, "One more"), token);
    }
}
