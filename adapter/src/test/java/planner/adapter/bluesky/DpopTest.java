package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MovableClock;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.kit.Jwt;
import planner.adapter.kit.Reply;
import planner.network.Exchange;
import tools.jackson.databind.JsonNode;

class DpopTest {
    /** Made by the command of the settings; it opens nothing. */
    static final String OPENSSL =
            "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgnB8eFqbTMUhwFryUbL+xzJBJMHTWU/8zwx2ifaRB3Eeh"
                    + "RANCAATdSnpjo77qEvUo38SjJXePSLnx+RG5QiB/HfgWWMbILI/+0vqtIbyMu03Cy87GLEhMWqbG1pkniQInvje4RVpl";

    private static final URI HERE = URI.create("https://pds.example/xrpc/com.atproto.repo.getRecord?repo=a#x");
    private static final String SERVER = "https://pds.example";

    private final MovableClock clock = new MovableClock(Instant.parse("2026-12-01T09:00:00Z"));
    private final Es256 key = Es256.fresh();
    private final List<Call> calls = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Dpop dpop = new Dpop(
            new Http(call -> {
                calls.add(call);
                return replies.isEmpty() ? reply(200, "{}", Map.of()) : replies.removeFirst();
            }),
            clock);

    private static Reply reply(int status, String body, Map<String, String> headers) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply asks(String nonce) {
        return reply(400, "{\"error\":\"use_dpop_nonce\"}", Map.of("dpop-nonce", nonce));
    }

    private String proof(int call) {
        return calls.get(call).headers().getOrDefault("DPoP", "");
    }

    private JsonNode claims(int call) {
        return Jwt.claims(proof(call));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static boolean genuine(String token, Map<String, String> jwk) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(
                new BigInteger(1, bytes(jwk.getOrDefault("x", ""))),
                new BigInteger(1, bytes(jwk.getOrDefault("y", ""))));
        var check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
        int end = token.lastIndexOf('.');
        check.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
        return check.verify(bytes(token.substring(end + 1)));
    }

    @Test
    void aProofNamesTheRequestTheKeyAndTheToken() throws GeneralSecurityException {
        dpop.send(Call.get(HERE), key, SERVER, "token-1");

        var header = Json.tree(new String(bytes(proof(0).split("\\.", -1)[0]), StandardCharsets.UTF_8));
        assertThat(header.path("typ").asString("")).isEqualTo("dpop+jwt");
        assertThat(header.path("alg").asString("")).isEqualTo("ES256");
        assertThat(header.path("jwk").propertyNames()).containsExactlyInAnyOrder("kty", "crv", "x", "y");
        assertThat(genuine(proof(0), key.open())).isTrue();
        assertThat(genuine(proof(0), Es256.fresh().open())).isFalse();
        var hash = MessageDigest.getInstance("SHA-256").digest("token-1".getBytes(StandardCharsets.US_ASCII));
        assertThat(claims(0).path("htm").asString("")).isEqualTo("GET");
        assertThat(claims(0).path("htu").asString("")).isEqualTo("https://pds.example/xrpc/com.atproto.repo.getRecord");
        assertThat(claims(0).path("iat").asLong(0)).isEqualTo(clock.instant().getEpochSecond());
        assertThat(bytes(claims(0).path("ath").asString(""))).isEqualTo(hash);
        assertThat(calls.getFirst().headers()).containsEntry("Authorization", "DPoP token-1");
    }

    @Test
    void beforeThereIsATokenTheProofNamesNone() {
        dpop.send(Call.post(HERE), key, SERVER, null);
        assertThat(claims(0).has("ath")).isFalse();
        assertThat(claims(0).has("nonce")).isFalse();
        assertThat(calls.getFirst().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void everyRequestHasAProofOfItsOwn() {
        dpop.send(Call.get(HERE), key, SERVER, "t");
        dpop.send(Call.get(HERE), key, SERVER, "t");
        assertThat(claims(0).path("jti").asString(""))
                .isNotBlank()
                .isNotEqualTo(claims(1).path("jti").asString(""));
    }

    @Test
    void aRefusalForWantOfANonceIsAnsweredWithItAndTheNonceIsKept() {
        replies.add(asks("n-1"));
        assertThat(dpop.send(Call.post(HERE), key, SERVER, null).status()).isEqualTo(200);
        dpop.send(Call.post(HERE), key, SERVER, null);
        assertThat(calls).hasSize(3);
        assertThat(List.of(claims(1), claims(2)))
                .extracting(it -> it.path("nonce").asString(""))
                .containsOnly("n-1");
        assertThat(claims(0).path("jti").asString(""))
                .isNotEqualTo(claims(1).path("jti").asString(""));
    }

    @Test
    void theServerOfTheAccountAsksInAHeader() {
        replies.add(reply(401, "", Map.of("dpop-nonce", "n-1", "www-authenticate", "DPoP error=\"use_dpop_nonce\"")));
        assertThat(dpop.send(Call.get(HERE), key, SERVER, "t").status()).isEqualTo(200);
        assertThat(claims(1).path("nonce").asString("")).isEqualTo("n-1");
    }

    @Test
    void everyAnswerMayBringTheNextNonce() {
        replies.add(reply(200, "{}", Map.of("dpop-nonce", "n-1")));
        replies.add(reply(500, "{}", Map.of("dpop-nonce", "n-2")));
        for (int i = 0; i < 3; i++) {
            dpop.send(Call.get(HERE), key, SERVER, "t");
        }
        assertThat(List.of(claims(1), claims(2)))
                .extracting(it -> it.path("nonce").asString(""))
                .containsExactly("n-1", "n-2");
    }

    @Test
    void aServerThatIsNeverContentIsAskedTwiceAndNoMore() {
        replies.addAll(List.of(asks("n-1"), asks("n-2"), asks("n-3")));
        assertThat(dpop.send(Call.post(HERE), key, SERVER, null).status()).isEqualTo(400);
        assertThat(calls).hasSize(2);
    }

    @Test
    void anyOtherRefusalIsNotRepeated() {
        replies.add(reply(400, "{\"error\":\"invalid_grant\"}", Map.of("dpop-nonce", "n-1")));
        replies.add(reply(401, "{\"error\":\"invalid_token\"}", Map.of("dpop-nonce", "n-2")));
        dpop.send(Call.post(HERE), key, SERVER, null);
        dpop.send(Call.post(HERE), key, SERVER, null);
        assertThat(calls).hasSize(2);
    }

    @Test
    void theNoncesOfTwoServersAreKeptApart() {
        replies.add(reply(200, "{}", Map.of("dpop-nonce", "n-1")));
        dpop.send(Call.get(HERE), key, SERVER, "t");
        dpop.send(Call.get(HERE), key, "https://auth.example", "t");
        assertThat(claims(1).has("nonce")).isFalse();
    }

    @Test
    void anOldNonceIsNotReliedOn() {
        assertThat(dpop.ready(SERVER)).isFalse();
        replies.add(reply(200, "{}", Map.of("dpop-nonce", "n-1")));
        dpop.learn(Call.get(HERE), key, SERVER, "t");
        assertThat(dpop.ready(SERVER)).isTrue();
        clock.passes(Duration.ofMinutes(2));
        assertThat(dpop.ready(SERVER)).isFalse();
    }

    @Test
    void theStoryTellsNeitherTokenNorProof() {
        var told = new ArrayList<String>();
        replies.add(reply(200, "\"token-1\"", Map.of()));
        ScopedValue.where(Exchange.LISTENER, exchange -> told.add(exchange.toString()))
                .run(() -> dpop.send(Call.get(HERE), key, SERVER, "token-1"));
        assertThat(told).singleElement().asString().doesNotContain("token-1", proof(0));
        assertThat(calls.getFirst().secrets()).contains("token-1", proof(0));
    }

    @Test
    void aKeySurvivesItsTextAndTellsItNowhereElse() throws GeneralSecurityException {
        for (int i = 0; i < 300; i++) {
            var one = Es256.fresh();
            var again = Es256.read(one.text());
            assertThat(again.open()).isEqualTo(one.open());
            assertThat(again.text()).isEqualTo(one.text());
            assertThat(one.open().values()).allMatch(value -> value.length() <= 5 || value.length() == 43);
            assertThat(genuine(again.jwt(Map.of("alg", "ES256"), Map.of("n", i)), one.open()))
                    .isTrue();
        }
        assertThat(key).hasToString("Es256[sealed]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"d\":\"!\"}"})
    void whatIsNoKeyIsRefusedWithoutBeingTold(String text) {
        assertThatThrownBy(() -> Es256.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no key");
        assertThatThrownBy(() -> Es256.pkcs8(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no key");
    }

    @Test
    void aKeyOfTheCommandLineIsRead() throws GeneralSecurityException {
        var read = Es256.pkcs8(OPENSSL);
        assertThat(genuine(read.jwt(Map.of("alg", "ES256"), Map.of("a", 1)), read.open()))
                .isTrue();
        var pem = "-----BEGIN PRIVATE KEY-----\n" + OPENSSL.substring(0, 64) + "\n" + OPENSSL.substring(64)
                + "\n-----END PRIVATE KEY-----\n";
        assertThat(Es256.pkcs8(pem).id()).isEqualTo(read.id()).hasSize(43);
        assertThatThrownBy(() -> Es256.pkcs8(OPENSSL.replace("RVpl", "RVpm")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
