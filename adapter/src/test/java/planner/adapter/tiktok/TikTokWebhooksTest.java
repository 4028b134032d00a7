package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.network.WebhookReader.Hook;
import planner.network.WebhookReader.Kind;
import planner.network.WebhookReader.NetworkEvent;

class TikTokWebhooksTest {
    private static final String SECRET = "the-app's-secret";
    private static final Instant NOW = Instant.ofEpochSecond(1_796_115_600);

    private final TikTokWebhooks reader = reader(Map.of("client-key", "aw1", "client-secret", SECRET));

    private static TikTokWebhooks reader(Map<String, String> settings) {
        return new TikTokWebhooks(TikTokApp.from(new MapEnvironment(settings)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String sign(String secret, long time, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var digest = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
        return "t=" + time + ",s=" + HexFormat.of().formatHex(digest);
    }

    private static Hook hook(String body, String signature) {
        return new Hook("POST", Map.of("tiktok-signature", signature), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Hook signed(String body, long secondsOff) throws Exception {
        return hook(body, sign(SECRET, NOW.getEpochSecond() + secondsOff, body));
    }

    private static String news(String app, String event, String content) {
        return """
                {"client_key":"%s","event":"%s","create_time":1796115600,"user_openid":"open-1","content":"%s"}""".formatted(app, event, content.replace("\"", "\\\""));
    }

    @Test
    void theSignatureCoversTimeAndBodyAndLastsFiveMinutes() throws Exception {
        var body = news("aw1", "post.publish.complete", "{\"publish_id\":\"v_pub_file~1\"}");

        assertThat(reader.authentic(signed(body, 0))).isTrue();
        assertThat(reader.authentic(signed(body, -300))).isTrue();
        assertThat(reader.authentic(signed(body, 300))).isTrue();
        assertThat(reader.authentic(signed(body, -301))).isFalse();
        assertThat(reader.authentic(signed(body, 301))).isFalse();
        assertThat(reader.authentic(hook(body + " ", sign(SECRET, NOW.getEpochSecond(), body))))
                .isFalse();
        assertThat(reader.authentic(hook(body, sign("another", NOW.getEpochSecond(), body))))
                .isFalse();
    }

    @Test
    void aMissingOrOddSignatureAndAnAppWithoutSecretTakeNothing() throws Exception {
        var body = news("aw1", "post.publish.complete", "{}");

        assertThat(reader.authentic(new Hook("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
        assertThat(reader.authentic(hook(body, "t=abc,s=zz"))).isFalse();
        assertThat(reader.authentic(hook(body, "t=99999999999999999999,s=" + "0".repeat(64))))
                .isFalse();
        assertThat(reader(Map.of("client-key", "aw1")).authentic(signed(body, 0)))
                .isFalse();
    }

    @Test
    void eachEventOfAPostIsKnownByItsPublishId() throws Exception {
        assertThat(reader.read(signed(
                        news(
                                "aw1",
                                "post.publish.publicly_available",
                                "{\"publish_id\":\"v_pub_file~1\",\"post_id\":7123}"),
                        0)))
                .containsExactly(new NetworkEvent(
                        "post.publish.publicly_available:open-1:v_pub_file~1:7123",
                        Kind.PUBLICATION_MOVED,
                        "open-1",
                        "v_pub_file~1"));
    }

    @Test
    void takenAccessIsNews() throws Exception {
        assertThat(reader.read(signed(news("aw1", "authorization.removed", "{\"reason\":1}"), 0)))
                .containsExactly(
                        new NetworkEvent("authorization.removed:open-1:1796115600", Kind.ACCESS_REMOVED, "open-1", ""));
    }

    @Test
    void anotherAppsNewsAndUnknownEventsAreLeftOut() throws Exception {
        assertThat(reader.read(signed(news("aw2", "post.publish.complete", "{}"), 0)))
                .isEmpty();
        assertThat(reader.read(signed(news("aw1", "portability.download.ready", "{}"), 0)))
                .isEmpty();
        assertThat(reader.read(signed("not json", 0))).isEmpty();
    }
}
