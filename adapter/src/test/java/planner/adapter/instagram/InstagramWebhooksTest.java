package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.network.WebhookReader.Answer;
import planner.network.WebhookReader.Hook;
import planner.network.WebhookReader.Kind;
import planner.network.WebhookReader.NetworkEvent;

class InstagramWebhooksTest {
    private static final String SECRET = "instagram-secret";
    private static final String OTHER = "facebook-secret";
    private static final String COMMENT = """
            {"object":"instagram","entry":[{"id":"17840000000000001","time":1796115600,"changes":[{"field":"comments",\
            "value":{"id":"1","text":"Nice \\u015bniadanie"}}]}]}""";

    private final InstagramWebhooks reader =
            reader(Map.of("client-secret", SECRET, "facebook-client-secret", OTHER, "verify-token", "typed"));

    private static InstagramWebhooks reader(Map<String, String> settings) {
        return new InstagramWebhooks(InstagramApp.from(new MapEnvironment(settings)));
    }

    private static byte[] sign(String secret, String content) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Hook hook(String body, String secret) throws Exception {
        var signature = "sha256=" + HexFormat.of().formatHex(sign(secret, body));
        return new Hook(
                "POST", Map.of("x-hub-signature-256", signature), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theAppOfEitherLoginMaySign() throws Exception {
        assertThat(reader.authentic(hook(COMMENT, SECRET))).isTrue();
        assertThat(reader.authentic(hook(COMMENT, OTHER))).isTrue();
        assertThat(reader.authentic(hook(COMMENT, "another"))).isFalse();
        assertThat(reader(Map.of()).authentic(hook(COMMENT, "any"))).isFalse();
    }

    @Test
    void aCommentMovesNoPublication() throws Exception {
        assertThat(reader.read(hook(COMMENT, SECRET))).isEmpty();
    }

    @Test
    void theHandshakeIsAnsweredToWhoKnowsTheToken() {
        assertThat(reader.handshake(handshake("typed"))).contains(new Answer("text/plain", "42"));
        assertThat(reader.handshake(handshake("guessed"))).isEmpty();
    }

    private static Hook handshake(String token) {
        return new Hook(
                "GET",
                Map.of(),
                Map.of("hub.mode", "subscribe", "hub.verify_token", token, "hub.challenge", "42"),
                new byte[0]);
    }

    @Test
    void aRemovedAppIsKnownByTheSecretOfEitherLogin() throws Exception {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var payload = base64.encodeToString(
                "{\"user_id\":\"24990000000000001\",\"issued_at\":1796115600}".getBytes(StandardCharsets.UTF_8));
        for (var secret : new String[] {SECRET, OTHER}) {
            var form = new Hook(
                    "POST",
                    Map.of(),
                    Map.of(),
                    ("signed_request=" + base64.encodeToString(sign(secret, payload)) + "." + payload)
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(reader.authentic(form)).isTrue();
            assertThat(reader.read(form))
                    .containsExactly(new NetworkEvent(
                            "removed:24990000000000001:1796115600", Kind.ACCESS_REMOVED, "24990000000000001", ""));
        }
    }
}
