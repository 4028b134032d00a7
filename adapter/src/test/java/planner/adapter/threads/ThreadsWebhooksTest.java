package planner.adapter.threads;

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

class ThreadsWebhooksTest {
    private static final String SECRET = "threads-secret";
    private static final String OTHER = "facebook-secret";
    private static final String VALUE = """
            {"value":{"id":"18090000000000077","media_type":"TEXT_POST","username":"cafe.pod.lipa"},"field":"publish"}""";
    private static final NetworkEvent PUBLISHED = new NetworkEvent(
            "publish:26100000000000001:18090000000000077:1796115600",
            Kind.PUBLICATION_MOVED,
            "26100000000000001",
            "18090000000000077");

    private final ThreadsWebhooks reader =
            reader(Map.of("client-secret", SECRET, "facebook-client-secret", OTHER, "verify-token", "typed"));

    private static ThreadsWebhooks reader(Map<String, String> settings) {
        return new ThreadsWebhooks(ThreadsApp.from(new MapEnvironment(settings)));
    }

    private static String news(String values) {
        return """
                {"app_id":"980171200000001","topic":"interaction","target_id":"26100000000000001","time":1796115600,\
                "subscription_id":"2","has_uid_field":false,"values":%s}""".formatted(values);
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
    void eitherSecretOfTheAppMaySign() throws Exception {
        var body = news(VALUE);

        assertThat(reader.authentic(hook(body, SECRET))).isTrue();
        assertThat(reader.authentic(hook(body, OTHER))).isTrue();
        assertThat(reader.authentic(hook(body, "another"))).isFalse();
        assertThat(reader(Map.of("client-secret", SECRET)).authentic(hook(body, OTHER)))
                .isFalse();
        assertThat(reader.authentic(new Hook("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void aPublishedPostRingsWhetherItsNewsIsOneOrAList() throws Exception {
        assertThat(reader.read(hook(news(VALUE), SECRET))).containsExactly(PUBLISHED);
        assertThat(reader.read(hook(news("[" + VALUE + "]"), SECRET))).containsExactly(PUBLISHED);
    }

    @Test
    void whatIsNoNewsOfAPostIsLeftOut() throws Exception {
        assertThat(reader.read(hook(news("{\"value\":{\"id\":\"1\"},\"field\":\"replies\"}"), SECRET)))
                .isEmpty();
        assertThat(reader.read(hook(news("{}"), SECRET))).isEmpty();
        assertThat(reader.read(hook("not json", SECRET))).isEmpty();
    }

    @Test
    void theHandshakeIsAnsweredToWhoKnowsTheToken() {
        assertThat(reader.handshake(handshake("typed"))).contains(new Answer("text/plain", "42"));
        assertThat(reader.handshake(handshake("guessed"))).isEmpty();
        assertThat(reader(Map.of()).handshake(handshake(""))).isEmpty();
    }

    private static Hook handshake(String token) {
        return new Hook(
                "GET",
                Map.of(),
                Map.of("hub.mode", "subscribe", "hub.verify_token", token, "hub.challenge", "42"),
                new byte[0]);
    }

    @Test
    void aRemovedAppIsKnownByItsSignedRequest() throws Exception {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var payload = base64.encodeToString(
                "{\"user_id\":\"26100000000000001\",\"issued_at\":1796115600}".getBytes(StandardCharsets.UTF_8));
        var right = form(base64.encodeToString(sign(SECRET, payload)) + "." + payload);
        var wrong = form(base64.encodeToString(sign("another", payload)) + "." + payload);

        assertThat(reader.authentic(right)).isTrue();
        assertThat(reader.read(right))
                .containsExactly(new NetworkEvent(
                        "removed:26100000000000001:1796115600", Kind.ACCESS_REMOVED, "26100000000000001", ""));
        assertThat(reader.authentic(wrong)).isFalse();
        assertThat(reader.read(wrong)).isEmpty();
    }

    private static Hook form(String signed) {
        return new Hook("POST", Map.of(), Map.of(), ("signed_request=" + signed).getBytes(StandardCharsets.UTF_8));
    }
}
