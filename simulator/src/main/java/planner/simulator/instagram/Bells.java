package planner.simulator.instagram;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.Stamp;
import planner.simulator.World;
import tools.jackson.databind.json.JsonMapper;

/** What Meta sends to the app: signed webhooks, and the word that an owner has removed it. */
final class Bells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final Apps apps;
    private final String verifyToken;

    Bells(World world, Apps apps, String verifyToken) {
        this.world = world;
        this.apps = apps;
        this.verifyToken = verifyToken;
    }

    boolean handshake() {
        String challenge = Long.toString(world.clock().millis() % 1_000_000_000);
        return world.hooks()
                .target("instagram")
                .map(it -> URI.create(
                        it + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + verifyToken))
                .flatMap(world.hooks()::get)
                .filter(challenge::equals)
                .isPresent();
    }

    void commented(Post post, Post.Comment comment) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", comment.id());
        value.put("text", comment.text());
        value.put("from", Map.of("id", "24999000000000001", "username", comment.username()));
        value.put(
                "media",
                Map.of("id", post.id, "media_product_type", post.draft.kind().productType()));
        ring(post.account, "comments", value, comment.at());
    }

    private void ring(Account account, String field, Object value, Instant at) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", account.id);
        entry.put("time", at.getEpochSecond());
        entry.put("changes", List.of(Map.of("field", field, "value", value)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object", "instagram");
        body.put("entry", List.of(entry));
        byte[] bytes = ascii(JSON.writeValueAsString(body));
        byte[] key = apps.instagramSecret().getBytes(StandardCharsets.UTF_8);
        world.hooks()
                .post(
                        "instagram",
                        "application/json",
                        bytes,
                        Map.of(
                                "X-Hub-Signature-256",
                                        "sha256=" + HexFormat.of().formatHex(Stamp.sign(key, bytes, "HmacSHA256")),
                                "X-Hub-Signature",
                                        "sha1=" + HexFormat.of().formatHex(Stamp.sign(key, bytes, "HmacSHA1"))));
    }

    /** The network writes everything beyond ASCII as lower-case escapes, and signs that. */
    private static byte[] ascii(String text) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < 128) {
                escaped.append(each);
            } else {
                escaped.append("\\u").append(HexFormat.of().toHexDigits(each));
            }
        }
        return escaped.toString().getBytes(StandardCharsets.US_ASCII);
    }

    void deauthorized(Account account) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("user_id", account.id);
        payload.put("algorithm", "HMAC-SHA256");
        payload.put("issued_at", world.clock().instant().getEpochSecond());
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(JSON.writeValueAsBytes(payload));
        byte[] signature = Stamp.sign(
                apps.instagramSecret().getBytes(StandardCharsets.UTF_8),
                text.getBytes(StandardCharsets.US_ASCII),
                "HmacSHA256");
        byte[] form =
                ("signed_request=" + base64.encodeToString(signature) + "." + text).getBytes(StandardCharsets.US_ASCII);
        world.hooks().post("instagram.deauthorize", "application/x-www-form-urlencoded", form, Map.of());
    }
}
