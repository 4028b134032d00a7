package planner.adapter.linkedin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Hmac;
import planner.adapter.kit.Json;
import planner.network.WebhookReader;

/**
 * What LinkedIn pushes to apps of the Community Management API's standard tier; learn.microsoft.com, webhook-validation.
 * The signature covers no time, so freshness cannot be told: what was seen already is known by its key.
 */
final class LinkedInWebhooks implements WebhookReader {
    /** Part of what is signed, and not of the header. */
    private static final byte[] PREFIX = "hmacsha256=".getBytes(StandardCharsets.UTF_8);

    private final String secret;

    LinkedInWebhooks(String secret) {
        this.secret = secret;
    }

    @Override
    public boolean authentic(Hook hook) {
        var given = hook.headers().getOrDefault("x-li-signature", "").toLowerCase(Locale.ROOT);
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(PREFIX);
        signed.writeBytes(hook.body());
        return !secret.isEmpty()
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        digest(signed.toByteArray()).getBytes(StandardCharsets.UTF_8));
    }

    /** Asked for every two hours; three wrong answers in a row block the address. JSON is expected. */
    @Override
    public Optional<Answer> handshake(Hook hook) {
        var challenge = hook.query().getOrDefault("challengeCode", "");
        if (!hook.method().equals("GET") || challenge.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        var answer = Json.text(Fields.of(
                "challengeCode", challenge, "challengeResponse", digest(challenge.getBytes(StandardCharsets.UTF_8))));
        return Optional.of(new Answer("application/json", answer));
    }

    /** Likes, comments and shares of posts that are out: none of it moves a publication. */
    @Override
    public List<NetworkEvent> read(Hook hook) {
        return List.of();
    }

    private String digest(byte[] content) {
        return HexFormat.of().formatHex(Hmac.sha256(secret.getBytes(StandardCharsets.UTF_8), content));
    }
}
