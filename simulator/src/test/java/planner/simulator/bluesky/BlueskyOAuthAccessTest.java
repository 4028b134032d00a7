package planner.simulator.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.Visitor;
import planner.simulator.Web;
import planner.simulator.Web.Got;

class BlueskyOAuthAccessTest extends OAuthStand {
    @Test
    void theServerOfTheAccountNamesTheOneThatSignsIn() {
        Got resource = web.get(pds + "/.well-known/oauth-protected-resource");
        assertThat(resource.at("/authorization_servers/0")).isEqualTo(auth);
        Got server = web.get(auth + "/.well-known/oauth-authorization-server");
        assertThat(server.at("/issuer")).isEqualTo(auth);
        assertThat(server.json().at("/require_pushed_authorization_requests").asBoolean(false))
                .isTrue();
    }

    @Test
    void theCodeComesBackWithTheNameOfItsServer() {
        assertThat(Visitor.query(visitor.allow(page(request()), "", Set.of())))
                .containsEntry("iss", auth)
                .containsEntry("state", "s1")
                .containsKey("code");
        assertThat(Visitor.query(visitor.refuse(page(request()))))
                .containsEntry("iss", auth)
                .containsEntry("error", "access_denied")
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request",
        "state, '', invalid_request",
        "redirect_uri, http://127.0.0.1:1234/elsewhere, invalid_request",
        "redirect_uri, http://localhost:1234/callback, invalid_request",
        "scope, transition:generic, invalid_scope",
        "scope, atproto transition:chat.bsky, invalid_scope",
        "colour, red, invalid_request",
        "client_id, http://localhost:8080, invalid_client_metadata",
        "client_id, http://127.0.0.1, invalid_client_id",
        "client_id, http://localhost?redirect_uri=http%3A%2F%2Flocalhost%2Fcallback, invalid_client_metadata",
        "client_id, https://planner.invalid, invalid_client_id",
        "client_assertion, x.y.z, invalid_client_metadata"
    })
    void aRequestThatDoesNotFitIsRefused(String name, String value, String error) {
        Map<String, String> form = request();
        form.put(name, value);
        assertThat(post("/oauth/par", form).at("/error")).isEqualTo(error);
    }

    @Test
    void thePortOfOnesOwnMachineMayBeAny() {
        Map<String, String> form = request();
        form.put("redirect_uri", "http://127.0.0.1:9/callback");
        assertThat(post("/oauth/par", form).status()).isEqualTo(201);
    }

    @Test
    void aPushedRequestIsForOneDecisionWithinFiveMinutes() {
        var page = page(request());
        visitor.allow(page, "", Set.of());
        assertThat(web.get(page.toString()).status()).isEqualTo(400);
        var late = page(request());
        clock.passes(Duration.ofMinutes(6));
        assertThat(web.get(late.toString()).status()).isEqualTo(400);
    }

    @Test
    void tokensAreForTheAccountAndTheKey() {
        Got token = token();
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.at("/token_type")).isEqualTo("DPoP");
        assertThat(token.at("/sub")).isEqualTo("did:plc:sandboxadalovelace000000");
        assertThat(token.at("/scope")).isEqualTo(SCOPE);
        String access = token.at("/access_token");
        assertThat(who(access, whoClaims(access)).at("/handle")).isEqualTo("ada.bsky.sandbox");
        assertThat(simulator.journal().violations()).isEmpty();
    }

    @Test
    void aCodeIsForItsVerifierItsKeyAndItsWayBack() {
        for (Map<String, String> wrong : List.of(
                Map.of("code_verifier", "another".repeat(7)), Map.of("redirect_uri", "http://127.0.0.1:1/callback"))) {
            Map<String, String> form = bought(code());
            form.putAll(wrong);
            assertThat(post("/oauth/token", form).at("/error")).isEqualTo("invalid_grant");
        }
        assertThat(post("/oauth/token", bought(code()), pair()).at("/error")).isEqualTo("invalid_grant");
        String late = code();
        clock.passes(Duration.ofSeconds(61));
        assertThat(post("/oauth/token", bought(late)).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void aChallengeWorksOnce() {
        assertThat(token().status()).isEqualTo(200);
        assertThat(token().at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void aRefreshTokenWorksOnceAndItsReplayEndsTheSession() {
        Got first = token();
        Got second = refresh(first.at("/refresh_token"));
        assertThat(second.status()).isEqualTo(200);
        Got replayed = refresh(first.at("/refresh_token"));
        assertThat(replayed.at("/error")).isEqualTo("invalid_grant");
        assertThat(replayed.at("/error_description")).contains("replayed");
        assertThat(refresh(second.at("/refresh_token")).at("/error")).isEqualTo("invalid_grant");
        String access = second.at("/access_token");
        assertThat(who(access, whoClaims(access)).at("/error")).isEqualTo("invalid_token");
    }

    @Test
    void theSessionOfAClientWithoutAKeyEndsAfterTwoWeeks() {
        String refresh = token().at("/refresh_token");
        clock.passes(Duration.ofDays(13));
        Got renewed = refresh(refresh);
        assertThat(renewed.status()).isEqualTo(200);
        clock.passes(Duration.ofDays(2));
        assertThat(refresh(renewed.at("/refresh_token")).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void whatIsGivenBackIsOver() {
        Got token = token();
        assertThat(post("/oauth/revoke", Map.of("token", token.at("/refresh_token"), "client_id", CLIENT))
                        .status())
                .isEqualTo(200);
        assertThat(refresh(token.at("/refresh_token")).at("/error")).isEqualTo("invalid_grant");
    }

    @Test
    void everyCallNeedsAProofThatFits() {
        assertThat(web.form(auth + "/oauth/par", request()).at("/error")).isEqualTo("invalid_request");
        String address = auth + "/oauth/par";
        String nonce = nonce();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("htm", "GET"),
                Map.of("htu", auth + "/oauth/token"),
                Map.of("iat", clock.instant().minusSeconds(600).getEpochSecond()),
                Map.of("iat", clock.instant().plusSeconds(600).getEpochSecond()),
                Map.of("jti", ""),
                Map.of("ath", "a-token-that-is-not-sent"))) {
            Map<String, Object> claims = claims("POST", address, nonce);
            claims.putAll(wrong);
            assertThat(web.form(address, request(), "DPoP", proof(key, claims)).at("/error"))
                    .as(wrong.toString())
                    .isEqualTo("invalid_dpop_proof");
        }
    }

    @Test
    void aForgedSignatureAKeyWithItsSecretAndAnotherKindOfTokenAreNoProof() {
        String address = auth + "/oauth/par";
        Map<String, Object> claims = claims("POST", address, nonce());
        KeyPair other = pair();
        Map<String, Object> kind = header(key);
        kind.put("typ", "JWT");
        Map<String, Object> secret = header(key);
        Map<String, Object> jwk = new LinkedHashMap<>(jwk(key));
        jwk.put("d", "told");
        secret.put("jwk", jwk);
        for (String forged : List.of(
                jwt(other, header(key), claims),
                jwt(key, kind, claims),
                jwt(key, secret, claims),
                "a.b.c",
                "nothing")) {
            assertThat(web.form(address, request(), "DPoP", forged).at("/error"))
                    .isEqualTo("invalid_dpop_proof");
        }
    }

    @Test
    void aProofWorksOnceAndItsNonceForMinutes() {
        String address = auth + "/oauth/par";
        String nonce = nonce();
        String proof = proof(key, claims("POST", address, nonce));
        assertThat(web.form(address, request(), "DPoP", proof).status()).isEqualTo(201);
        assertThat(web.form(address, request(), "DPoP", proof).at("/error")).isEqualTo("invalid_dpop_proof");
        clock.passes(Duration.ofMinutes(1));
        assertThat(web.form(address, request(), "DPoP", proof(key, claims("POST", address, nonce)))
                        .status())
                .isEqualTo(201);
        clock.passes(Duration.ofMinutes(5));
        Got stale = web.form(address, request(), "DPoP", proof(key, claims("POST", address, nonce)));
        assertThat(stale.at("/error")).isEqualTo("use_dpop_nonce");
        assertThat(stale.header("dpop-nonce")).isNotEqualTo(nonce);
    }

    @Test
    void theServerOfTheAccountChecksTheProofToo() {
        String access = token().at("/access_token");
        Map<String, Object> claims = whoClaims(access);
        assertThat(who(access, claims).status()).isEqualTo(200);
        Got replayed = who(access, claims);
        assertThat(replayed.status()).isEqualTo(401);
        assertThat(replayed.header("www-authenticate")).contains("invalid_dpop_proof");
        Map<String, Object> other = whoClaims(access);
        other.put("ath", Jws.hash("another token"));
        assertThat(who(access, other).at("/error")).isEqualTo("invalid_dpop_proof");
        Map<String, Object> old = whoClaims(access);
        clock.passes(Duration.ofMinutes(4));
        Got stale = who(access, with(old, "iat", clock.instant().getEpochSecond()));
        assertThat(stale.status()).isEqualTo(401);
        assertThat(stale.header("www-authenticate")).contains("use_dpop_nonce");
        assertThat(web.get(whoAddress(), "Authorization", "Bearer " + access).status())
                .isEqualTo(400);
    }

    @Test
    void aTokenIsNoUseToAnotherKey() {
        String access = token().at("/access_token");
        KeyPair thief = pair();
        Got stolen = web.get(whoAddress(), "Authorization", "DPoP " + access, "DPoP", proof(thief, whoClaims(access)));
        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.at("/error")).isEqualTo("invalid_token");
    }

    @Test
    void whoOnlyTellsTheAccountMayNotWrite() {
        Map<String, String> request = request();
        request.put("scope", "atproto");
        String code = Visitor.query(visitor.allow(page(request), "", Set.of())).getOrDefault("code", "");
        String access = post("/oauth/token", bought(code)).at("/access_token");
        assertThat(who(access, whoClaims(access)).status()).isEqualTo(200);
        String address = pds + "/xrpc/com.atproto.server.getServiceAuth";
        Map<String, Object> claims = with(whoClaims(access), "htu", address);
        Got refused = web.get(
                address + "?" + Web.encoded(Map.of("aud", "did:web:x")),
                "Authorization",
                "DPoP " + access,
                "DPoP",
                proof(key, claims));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void aDocumentSpeaksForItsOwnAddressOnly() {
        String id = "https://planner.example/about.json";
        Map<String, Object> sound = new LinkedHashMap<>();
        sound.put("client_id", id);
        sound.put("redirect_uris", List.of("https://planner.example/callback"));
        sound.put("grant_types", List.of("authorization_code", "refresh_token"));
        sound.put("response_types", List.of("code"));
        sound.put("scope", SCOPE);
        sound.put("dpop_bound_access_tokens", true);
        Map<String, String> request = request();
        request.put("client_id", id);
        request.put("redirect_uri", "https://planner.example/callback");
        site.publish(id, text(sound));
        assertThat(post("/oauth/par", request).status()).isEqualTo(201);
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("client_id", "https://planner.example/other.json"),
                Map.of("redirect_uris", List.of("https://evil.example/callback")),
                Map.of("dpop_bound_access_tokens", false),
                Map.of("grant_types", List.of("authorization_code")),
                Map.of("token_endpoint_auth_method", "private_key_jwt"),
                Map.of("scope", "transition:generic"))) {
            Map<String, Object> document = new LinkedHashMap<>(sound);
            document.putAll(wrong);
            site.publish(id, text(document));
            assertThat(post("/oauth/par", request).at("/error"))
                    .as(wrong.toString())
                    .isEqualTo("invalid_client_metadata");
        }
    }

    @Test
    void whenAllAccessIsTakenAwaySessionsEndToo() {
        Got token = token();
        site.revoke();
        assertThat(refresh(token.at("/refresh_token")).at("/error")).isEqualTo("invalid_grant");
    }

    private static String text(Map<String, Object> document) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(document);
    }

    private static Map<String, Object> with(Map<String, Object> claims, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(claims);
        all.put(name, value);
        all.put("jti", java.util.UUID.randomUUID().toString());
        return all;
    }
}
