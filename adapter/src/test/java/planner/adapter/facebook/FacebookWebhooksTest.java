package planner.adapter.facebook;

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

class FacebookWebhooksTest {
    private static final String SECRET = "app-secret";
    private static final String VIDEO = """
            {"object":"page","entry":[{"id":"135300000000001","time":1719499312,"changes":[\
            {"field":"feed","value":{"item":"video","verb":"add","post_id":"135300000000001_17","video_id":9007199254740993,\
            "published":1,"created_time":1719499311,"from":{"id":"135300000000001","name":"Zażółć"}}},\
            {"field":"feed","value":{"item":"status","verb":"add","post_id":"135300000000001_18","message":"Hi"}},\
            {"field":"feed","value":{"item":"comment","verb":"add","post_id":"135300000000001_18","comment_id":"18_1"}},\
            {"field":"feed","value":{"item":"status","verb":"edited","post_id":"135300000000001_18"}},\
            {"field":"mention","value":{"item":"post","verb":"add","post_id":"4_5"}}]}]}""";

    private final FacebookWebhooks reader = reader(Map.of("client-secret", SECRET, "verify-token", "typed"));

    private static FacebookWebhooks reader(Map<String, String> settings) {
        return new FacebookWebhooks(FacebookApp.from(new MapEnvironment(settings)));
    }

    private static byte[] sign(String secret, byte[] content) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static Hook hook(String body, String signature) {
        return new Hook(
                "POST", Map.of("x-hub-signature-256", signature), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String secret, String body) throws Exception {
        return "sha256=" + HexFormat.of().formatHex(sign(secret, body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void onlyTheRightSignatureOverTheRawBytesIsAuthentic() throws Exception {
        var right = signature(SECRET, VIDEO);

        assertThat(reader.authentic(hook(VIDEO, right))).isTrue();
        assertThat(reader.authentic(hook(VIDEO + " ", right))).isFalse();
        assertThat(reader.authentic(hook(VIDEO, signature("another", VIDEO)))).isFalse();
        assertThat(reader.authentic(hook(VIDEO, right.replace("sha256=", "sha1="))))
                .isFalse();
        assertThat(reader.authentic(hook(VIDEO, "sha256=no hex"))).isFalse();
        assertThat(reader.authentic(new Hook("POST", Map.of(), Map.of(), VIDEO.getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void withoutASecretNothingIsAuthentic() throws Exception {
        var open = reader(Map.of());

        assertThat(open.authentic(hook(VIDEO, signature("x", VIDEO)))).isFalse();
        assertThat(open.handshake(new Hook(
                        "GET",
                        Map.of(),
                        Map.of("hub.mode", "subscribe", "hub.verify_token", "", "hub.challenge", "42"),
                        new byte[0])))
                .isEmpty();
    }

    @Test
    void theHandshakeIsAnsweredToWhoKnowsTheToken() {
        assertThat(reader.handshake(handshake("subscribe", "typed"))).contains(new Answer("text/plain", "42"));
        assertThat(reader.handshake(handshake("subscribe", "guessed"))).isEmpty();
        assertThat(reader.handshake(handshake("unsubscribe", "typed"))).isEmpty();
    }

    private static Hook handshake(String mode, String token) {
        return new Hook(
                "GET",
                Map.of(),
                Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", "42"),
                new byte[0]);
    }

    @Test
    void aNewPostRingsForItselfAndAVideoByItsId() throws Exception {
        assertThat(reader.read(hook(VIDEO, signature(SECRET, VIDEO))))
                .containsExactly(
                        new NetworkEvent(
                                "feed:135300000000001:135300000000001_17:1719499312",
                                Kind.PUBLICATION_MOVED,
                                "135300000000001",
                                "9007199254740993"),
                        new NetworkEvent(
                                "feed:135300000000001:135300000000001_18:1719499312",
                                Kind.PUBLICATION_MOVED,
                                "135300000000001",
                                "135300000000001_18"));
    }

    @Test
    void whatIsNoNewsOfAPageIsLeftOut() throws Exception {
        assertThat(reader.read(hook("{\"object\":\"user\",\"entry\":[]}", ""))).isEmpty();
        assertThat(reader.read(hook("not json", ""))).isEmpty();
    }

    @Test
    void aRemovedAppIsKnownByItsSignedRequest() throws Exception {
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var payload = base64.encodeToString(
                "{\"user_id\":\"1221000000000001\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":1796115600}"
                        .getBytes(StandardCharsets.UTF_8));
        var right = "signed_request=" + base64.encodeToString(sign(SECRET, payload.getBytes(StandardCharsets.US_ASCII)))
                + "." + payload;
        var wrong = "signed_request="
                + base64.encodeToString(sign("another", payload.getBytes(StandardCharsets.US_ASCII))) + "." + payload;

        assertThat(reader.authentic(form(right))).isTrue();
        assertThat(reader.read(form(right)))
                .containsExactly(new NetworkEvent(
                        "removed:1221000000000001:1796115600", Kind.ACCESS_REMOVED, "1221000000000001", ""));
        assertThat(reader.authentic(form(wrong))).isFalse();
        assertThat(reader.authentic(form("signed_request=%%.%%"))).isFalse();
    }

    private static Hook form(String body) {
        return new Hook("POST", Map.of(), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
