package planner.simulator.tiktok;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import planner.simulator.Stamp;
import planner.simulator.World;
import planner.simulator.tiktok.Share.Status;
import tools.jackson.databind.json.JsonMapper;

/** Tells the app, signed, what became of its posts; each thing once. */
final class Bells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final App app;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Bells(World world, App app) {
        this.world = world;
        this.app = app;
    }

    void ring(List<Creator> creators) {
        if (world.hooks().target("tiktok").isEmpty()) {
            return;
        }
        Instant now = world.clock().instant();
        for (Creator creator : creators) {
            creator.shares().forEach(it -> ring(it, now));
        }
    }

    private void ring(Share share, Instant now) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("publish_id", share.publishId);
        Status status = share.status(now);
        if (status == Status.FAILED) {
            content.put("reason", share.failure(now));
        }
        content.put("publish_type", share.type());
        switch (status) {
            case FAILED -> once("post.publish.failed", share, content);
            case SEND_TO_USER_INBOX -> once("post.publish.inbox_delivered", share, content);
            case PUBLISH_COMPLETE -> once("post.publish.complete", share, content);
            case PROCESSING_UPLOAD, PROCESSING_DOWNLOAD -> {}
        }
        if (share.listed(now)) {
            content.put("post_id", Long.parseLong(share.postId));
            once("post.publish.publicly_available", share, content);
        }
    }

    private void once(String event, Share share, Map<String, Object> content) {
        if (told.add(event + share.publishId)) {
            send(event, share.creator, content);
        }
    }

    void removed(Creator creator, int reason) {
        send("authorization.removed", creator, Map.of("reason", reason));
    }

    private void send(String event, Creator creator, Map<String, Object> content) {
        long time = world.clock().instant().getEpochSecond();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("client_key", app.key());
        body.put("event", event);
        body.put("create_time", time);
        body.put("user_openid", creator.openId);
        body.put("content", JSON.writeValueAsString(content));
        byte[] bytes = JSON.writeValueAsBytes(body);
        byte[] signed = (time + "." + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        byte[] signature = Stamp.sign(app.secret().getBytes(StandardCharsets.UTF_8), signed, "HmacSHA256");
        world.hooks()
                .post(
                        "tiktok",
                        "application/json",
                        bytes,
                        Map.of(
                                "TikTok-Signature",
                                "t=" + time + ",s=" + HexFormat.of().formatHex(signature)));
    }
}
