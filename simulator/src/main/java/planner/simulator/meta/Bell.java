package planner.simulator.meta;

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

/** What Meta sends to an app: the handshake, webhooks signed over their raw bytes, and the word that it was removed. */
public final class Bell {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final String network;
    private final byte[] secret;
    private final String verifyToken;

    /** @param network whose target in the dashboard is rung */
    public Bell(World world, String network, String secret, String verifyToken) {
        this.world = world;
        this.network = network;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.verifyToken = verifyToken;
    }

    /** What the dashboard does when a callback is typed in: true when it answers rightly. */
    public boolean handshake() {
        String challenge = Long.toString(world.clock().millis() % 1_000_000_000);
        return world.hooks()
                .target(network)
                .map(it -> URI.create(
                        it + "?hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token=" + verifyToken))
                .flatMap(world.hooks()::get)
                .filter(challenge::equals)
                .isPresent();
    }

    /** @param object what the dashboard calls the kind of thing; @param id whose news it is */
    public void ring(String object, String id, String field, Object value, Instant at) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", id);
        entry.put("time", at.getEpochSecond());
        entry.put("changes", List.of(Map.of("field", field, "value", value)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("object", object);
        body.put("entry", List.of(entry));
        deliver(body);
    }

    /** Any body, for networks that have an envelope of their own. */
    public void deliver(Map<String, Object> body) {
        byte[] bytes = ascii(JSON.writeValueAsString(body));
        world.hooks()
                .post(
                        network,
                        "application/json",
                        bytes,
                        Map.of(
                                "X-Hub-Signature-256",
                                "sha256=" + HexFormat.of().formatHex(Stamp.sign(secret, bytes, "HmacSHA256")),
                                "X-Hub-Signature",
                                "sha1=" + HexFormat.of().formatHex(Stamp.sign(secret, bytes, "HmacSHA1"))));
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

    /** Rings at the deauthorize callback: the target {@code <network>.deauthorize}. */
    public void deauthorized(String person) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("user_id", person);
        payload.put("algorithm", "HMAC-SHA256");
        payload.put("issued_at", world.clock().instant().getEpochSecond());
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(JSON.writeValueAsBytes(payload));
        byte[] signature = Stamp.sign(secret, text.getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        byte[] form =
                ("signed_request=" + base64.encodeToString(signature) + "." + text).getBytes(StandardCharsets.US_ASCII);
        world.hooks().post(network + ".deauthorize", "application/x-www-form-urlencoded", form, Map.of());
    }
}
