package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import planner.adapter.kit.Json;
import planner.network.WebhookReader.Hook;

class LinkedInWebhooksTest {
    private static final String BODY = "{\"type\":\"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\",\"notifications\":[]}";
    /** {@code printf 'hmacsha256=%s' "$BODY" | openssl dgst -sha256 -hmac secret} */
    private static final String SIGNATURE = "4f7266e403c7af3d6025cdac490ce7a63e509e97624bb4d39242300ede59bb3c";
    /** {@code printf 890e4665-4dfe-4ab1-b689-ed553bceeed0 | openssl dgst -sha256 -hmac secret} */
    private static final String RESPONSE = "9585d359e64d6a2013e0cf377f702b7141313246286c6891f22e3bfcc3938f65";

    private static final String CHALLENGE = "890e4665-4dfe-4ab1-b689-ed553bceeed0";

    private final LinkedInWebhooks webhooks = new LinkedInWebhooks("secret");

    private static Hook hook(String signature, String body) {
        return new Hook("POST", Map.of("x-li-signature", signature), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aGoodSignatureIsBelieved() {
        assertThat(webhooks.authentic(hook(SIGNATURE, BODY))).isTrue();
        assertThat(webhooks.read(hook(SIGNATURE, BODY))).isEmpty();
    }

    @Test
    void aWrongSignatureOrBodyIsNot() {
        assertThat(webhooks.authentic(hook(SIGNATURE.replace('a', 'b'), BODY))).isFalse();
        assertThat(webhooks.authentic(hook(SIGNATURE, BODY + " "))).isFalse();
        assertThat(webhooks.authentic(hook("", BODY))).isFalse();
        assertThat(webhooks.authentic(new Hook("POST", Map.of(), Map.of(), new byte[0])))
                .isFalse();
    }

    @Test
    void withoutASecretNothingIsBelieved() {
        var none = new LinkedInWebhooks("");

        assertThat(none.authentic(hook("", BODY))).isFalse();
        assertThat(none.handshake(challenge(CHALLENGE))).isEmpty();
    }

    private static Hook challenge(String code) {
        return new Hook("GET", Map.of(), Map.of("challengeCode", code), new byte[0]);
    }

    @Test
    void aChallengeIsAnsweredWithAProof() {
        var answer =
                Json.tree(webhooks.handshake(challenge(CHALLENGE)).orElseThrow().text());

        assertThat(answer.path("challengeCode").asString()).isEqualTo(CHALLENGE);
        assertThat(answer.path("challengeResponse").asString()).isEqualTo(RESPONSE);
        assertThat(webhooks.handshake(challenge(""))).isEmpty();
    }
}
