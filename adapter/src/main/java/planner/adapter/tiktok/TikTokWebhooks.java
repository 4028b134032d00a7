package planner.adapter.tiktok;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import planner.adapter.kit.Hmac;
import planner.adapter.kit.Json;
import planner.network.WebhookReader;
import tools.jackson.databind.JsonNode;

/** What becomes of posts, and who took the access away; developers.tiktok.com, doc/webhooks as of 2026-11. */
final class TikTokWebhooks implements WebhookReader {
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),s=([0-9a-fA-F]{64})");
    private static final Duration FRESH = Duration.ofSeconds(300);
    private static final String MOVED = "post.publish.";
    private static final String REMOVED = "authorization.removed";

    private final TikTokApp app;
    private final Clock clock;

    TikTokWebhooks(TikTokApp app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    @Override
    public boolean authentic(Hook hook) {
        var given = SIGNATURE.matcher(hook.headers().getOrDefault("tiktok-signature", ""));
        if (!given.matches() || app.clientSecret().isEmpty()) {
            return false;
        }
        var time = given.group(1) + ".";
        var signed = new byte[time.length() + hook.body().length];
        System.arraycopy(time.getBytes(StandardCharsets.US_ASCII), 0, signed, 0, time.length());
        System.arraycopy(hook.body(), 0, signed, time.length(), hook.body().length);
        var expected = Hmac.sha256(app.clientSecret().getBytes(StandardCharsets.UTF_8), signed);
        boolean same = MessageDigest.isEqual(HexFormat.of().parseHex(given.group(2)), expected);
        return same && fresh(Instant.ofEpochSecond(Long.parseLong(given.group(1))));
    }

    private boolean fresh(Instant sent) {
        return Duration.between(sent, clock.instant()).abs().compareTo(FRESH) <= 0;
    }

    /** An address is typed into the developer portal and believed. */
    @Override
    public Optional<Answer> handshake(Hook hook) {
        return Optional.empty();
    }

    /** One event a call; what it is about stands as JSON in a string. */
    @Override
    public List<NetworkEvent> read(Hook hook) {
        var body = Json.tree(new String(hook.body(), StandardCharsets.UTF_8));
        var event = body.path("event").asString("");
        var creator = body.path("user_openid").asString("");
        if (!app.clientKey().equals(body.path("client_key").asString("")) || creator.isEmpty()) {
            return List.of();
        }
        var content = Json.tree(body.path("content").asString(""));
        if (event.equals(REMOVED)) {
            var key = event + ":" + creator + ":" + body.path("create_time").asString("");
            return List.of(new NetworkEvent(key, Kind.ACCESS_REMOVED, creator, ""));
        }
        return event.startsWith(MOVED) ? List.of(moved(event, creator, content)) : List.of();
    }

    private static NetworkEvent moved(String event, String creator, JsonNode content) {
        var publish = content.path("publish_id").asString("");
        var key = event + ":" + creator + ":" + publish + ":"
                + content.path("post_id").asString("");
        return new NetworkEvent(key, Kind.PUBLICATION_MOVED, creator, publish);
    }
}
