package planner.adapter.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import planner.adapter.kit.Hmac;
import planner.adapter.kit.Json;
import planner.network.WebhookReader.Answer;
import planner.network.WebhookReader.Hook;
import planner.network.WebhookReader.Kind;
import planner.network.WebhookReader.NetworkEvent;
import tools.jackson.databind.JsonNode;

/** The webhooks of Meta: their signature over the raw bytes, the handshake, and the word that an app was removed. */
public final class Hub {
    private static final String PREFIX = "sha256=";
    private static final String FIELD = "signed_request=";

    private final byte[] secret;
    private final String verifyToken;

    /** @param secret the app's; @param verifyToken what was typed into the dashboard beside the callback */
    public Hub(String secret, String verifyToken) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.verifyToken = verifyToken;
    }

    /** A webhook by its header, a deauthorization by the signature in its form. */
    public boolean authentic(Hook hook) {
        if (secret.length == 0) {
            return false;
        }
        var header = hook.headers().getOrDefault("x-hub-signature-256", "");
        return header.startsWith(PREFIX)
                ? same(hex(header.substring(PREFIX.length())), sign(hook.body()))
                : removed(hook).isPresent();
    }

    public Optional<Answer> handshake(Hook hook) {
        boolean ours = hook.method().equals("GET")
                && "subscribe".equals(hook.query().get("hub.mode"))
                && !verifyToken.isEmpty()
                && same(
                        verifyToken.getBytes(StandardCharsets.UTF_8),
                        hook.query().getOrDefault("hub.verify_token", "").getBytes(StandardCharsets.UTF_8));
        return ours
                ? Optional.ofNullable(hook.query().get("hub.challenge")).map(it -> new Answer("text/plain", it))
                : Optional.empty();
    }

    /** The event of a rightly signed deauthorization; it names the person who signed in. Empty when this is none. */
    public Optional<NetworkEvent> removal(Hook hook) {
        return removed(hook)
                .filter(said -> !said.path("user_id").asString("").isEmpty())
                .map(said -> {
                    var person = said.path("user_id").asString("");
                    var key = "removed:" + person + ":" + said.path("issued_at").asString("");
                    return new NetworkEvent(key, Kind.ACCESS_REMOVED, person, "");
                });
    }

    private Optional<JsonNode> removed(Hook hook) {
        var form = new String(hook.body(), StandardCharsets.UTF_8);
        int dot = form.indexOf('.');
        if (!form.startsWith(FIELD) || dot < 0 || secret.length == 0) {
            return Optional.empty();
        }
        var payload = form.substring(dot + 1);
        try {
            var signature = Base64.getUrlDecoder().decode(form.substring(FIELD.length(), dot));
            return same(signature, sign(payload.getBytes(StandardCharsets.US_ASCII)))
                    ? Optional.of(Json.tree(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static boolean same(byte[] given, byte[] expected) {
        return MessageDigest.isEqual(given, expected);
    }

    private byte[] sign(byte[] content) {
        return Hmac.sha256(secret, content);
    }
}
