package planner.simulator.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import planner.simulator.Visitor;
import planner.simulator.Web.Got;

class YouTubeAccessTest extends Stand {
    private static final String MINE = "/channels?part=snippet,contentDetails,statistics,status&mine=true";

    @Test
    void aTokenTellsWhoseChannelItOpens() {
        Got got = tokens(asked(), "", Set.of());

        assertThat(got.json().path("expires_in").asInt()).isEqualTo(3599);
        assertThat(got.at("/token_type")).isEqualTo("Bearer");
        Got mine = get(MINE, got.at("/access_token"));
        assertThat(mine.at("/items/0/snippet/customUrl")).isEqualTo("@zielonykat");
        assertThat(mine.at("/items/0/contentDetails/relatedPlaylists/uploads")).startsWith("UU");
        assertThat(mine.at("/items/0/status/longUploadsStatus")).isEqualTo("allowed");
        nothingWrongWasSent();
    }

    @Test
    void aPersonWithoutAChannelHasNoItems() {
        String token = tokens(asked(), "nobody", Set.of()).at("/access_token");

        assertThat(get(MINE, token).json().has("items")).isFalse();
        assertThat(reason(open(video("Moss", "public"), 10, token))).isEqualTo("youtubeSignupRequired");
    }

    @Test
    void onlyAnOfflineConsentBringsARefreshTokenAndOnlyTheFirstUnlessAskedFor() {
        Map<String, String> online = new HashMap<>(asked());
        online.remove("access_type");
        assertThat(tokens(online, "", Set.of()).at("/refresh_token")).isEmpty();
        Map<String, String> silent = new HashMap<>(asked());
        silent.remove("prompt");
        assertThat(tokens(silent, "", Set.of()).at("/refresh_token")).isNotEmpty();
        assertThat(tokens(silent, "", Set.of()).at("/refresh_token")).isEmpty();
        assertThat(tokens(asked(), "", Set.of()).at("/refresh_token")).isNotEmpty();
        nothingWrongWasSent();
    }

    @Test
    void anAccessTokenLastsAnHourAndIsBoughtAnew() {
        Got got = tokens(asked(), "", Set.of());
        clock.passes(Duration.ofHours(1));

        Got late = get(MINE, got.at("/access_token"));
        assertThat(late.status()).isEqualTo(401);
        assertThat(late.at("/error/status")).isEqualTo("UNAUTHENTICATED");
        Got fresh = token(Map.of("grant_type", "refresh_token", "refresh_token", got.at("/refresh_token")));
        assertThat(fresh.at("/refresh_token")).isEmpty();
        assertThat(get(MINE, fresh.at("/access_token")).status()).isEqualTo(200);
        nothingWrongWasSent();
    }

    @Test
    void aRefreshTokenThatNobodyUsesForHalfAYearDies() {
        String refresh = tokens(asked(), "", Set.of()).at("/refresh_token");
        clock.passes(Duration.ofDays(179));
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", refresh))
                        .status())
                .isEqualTo(200);
        clock.passes(Duration.ofDays(181));

        Got late = token(Map.of("grant_type", "refresh_token", "refresh_token", refresh));

        assertThat(late.status()).isEqualTo(400);
        assertThat(late.at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void theHundredAndFirstRefreshTokenKillsTheFirst() {
        String first = tokens(asked(), "", Set.of()).at("/refresh_token");
        for (int i = 0; i < 99; i++) {
            tokens(asked(), "", Set.of());
        }
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", first))
                        .status())
                .isEqualTo(200);

        tokens(asked(), "", Set.of());

        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", first))
                        .at("/error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void aCodeIsForOneUseAndForItsOwnAddress() {
        String code = Visitor.query(visitor.allow(page(asked()))).getOrDefault("code", "");
        Map<String, String> form =
                new HashMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
        assertThat(token(form).status()).isEqualTo(200);
        assertThat(token(form).at("/error")).isEqualTo("invalid_grant");
        form.put("code", Visitor.query(visitor.allow(page(asked()))).getOrDefault("code", ""));
        form.put("redirect_uri", "http://elsewhere");
        assertThat(token(form).at("/error")).isEqualTo("redirect_uri_mismatch");
    }

    @Test
    void theVerifierMustFitItsChallenge() {
        Map<String, String> query = new HashMap<>(asked());
        query.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        query.put("code_challenge_method", "S256");
        Map<String, String> form = new HashMap<>(Map.of("grant_type", "authorization_code", "redirect_uri", CALLBACK));
        form.put("code", Visitor.query(visitor.allow(page(query))).getOrDefault("code", ""));
        form.put("code_verifier", "wrong");
        assertThat(token(form).at("/error")).isEqualTo("invalid_grant");
        form.put("code", Visitor.query(visitor.allow(page(query))).getOrDefault("code", ""));
        form.put("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assertThat(token(form).status()).isEqualTo(200);
    }

    @Test
    void aClientThatIsNotKnownIsRefusedEverywhere() {
        Map<String, String> query = new HashMap<>(asked());
        query.put("client_id", "somebody");
        assertThat(web.get(page(query).toString()).text()).contains("invalid_client");
        Got got = web.form(
                setting("token-url") + "/token",
                Map.of("grant_type", "refresh_token", "client_id", "somebody", "client_secret", "x"));
        assertThat(got.status()).isEqualTo(401);
        assertThat(got.at("/error")).isEqualTo("invalid_client");
        query.put("client_id", setting("client-id"));
        query.put("colour", "red");
        assertThat(web.get(page(query).toString()).status()).isEqualTo(400);
    }

    @Test
    void sayingNoIsSaid() {
        assertThat(Visitor.query(visitor.refuse(page(asked()))))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s1");
    }

    @Test
    void scopesThatWereUntickedAreMissing() {
        Got got = tokens(asked(), "", Set.of(Scopes.EVERYTHING));
        String token = got.at("/access_token");

        assertThat(got.at("/scope")).doesNotContain("force-ssl");
        Got refused = get(MINE, token);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/error/details/0/reason")).isEqualTo("ACCESS_TOKEN_SCOPE_INSUFFICIENT");
        assertThat(open(video("Moss", "public"), 10, token).status()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenEndsTheWholeGrant() {
        Got one = tokens(asked(), "", Set.of());
        Got two = tokens(asked(), "", Set.of());

        assertThat(web.form(setting("token-url") + "/revoke", Map.of("token", one.at("/access_token")))
                        .status())
                .isEqualTo(200);

        assertThat(get(MINE, two.at("/access_token")).status()).isEqualTo(401);
        assertThat(token(Map.of("grant_type", "refresh_token", "refresh_token", two.at("/refresh_token")))
                        .at("/error"))
                .isEqualTo("invalid_grant");
        assertThat(get(MINE, access()).status()).isEqualTo(200);
    }
}
