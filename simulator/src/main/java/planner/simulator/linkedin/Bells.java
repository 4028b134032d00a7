package planner.simulator.linkedin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Stamp;
import planner.simulator.World;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Tells the app, signed, what people did with the posts of its pages. */
final class Bells {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final AtomicLong ids = new AtomicLong(1_000);

    Bells(World world) {
        this.world = world;
    }

    /** Asks the address for a proof that it knows the app's secret; done every two hours. */
    boolean validate() {
        String challenge = UUID.nameUUIDFromBytes(
                        world.clock().instant().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return world.hooks()
                .target("linkedin")
                .map(it -> URI.create(it + "?challengeCode=" + challenge))
                .flatMap(world.hooks()::get)
                .filter(answer -> right(answer, challenge))
                .isPresent();
    }

    private static boolean right(String answer, String challenge) {
        try {
            var json = JSON.readTree(answer);
            return json.path("challengeCode").asString("").equals(challenge)
                    && json.path("challengeResponse").asString("").equals(digest(challenge));
        } catch (JacksonException e) {
            return false;
        }
    }

    /** Of public posts of pages only. */
    void commented(Post post, Post.Comment comment) {
        if (!post.author.startsWith(People.ORGANIZATION)) {
            return;
        }
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("notificationId", ids.incrementAndGet());
        notification.put("organizationalEntity", post.author);
        notification.put("action", comment.actor().equals(post.author) ? "ADMIN_COMMENT" : "COMMENT");
        notification.put("sourcePost", post.urn);
        notification.put("generatedActivity", comment.urn());
        notification.put(
                "decoratedGeneratedActivity",
                Map.of("comment", Map.of("text", comment.text(), "owner", comment.actor())));
        notification.put("lastModifiedAt", comment.at().toEpochMilli());
        notification.put("subscriber", People.MEMBERS.getFirst().urn());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS");
        body.put("notifications", List.of(notification));
        String text = JSON.writeValueAsString(body);
        world.hooks()
                .post(
                        "linkedin",
                        "application/json",
                        text.getBytes(StandardCharsets.UTF_8),
                        Map.of("X-LI-Signature", digest("hmacsha256=" + text)));
    }

    private static String digest(String text) {
        return HexFormat.of()
                .formatHex(Stamp.sign(
                        Apps.COMMUNITY.secret().getBytes(StandardCharsets.UTF_8),
                        text.getBytes(StandardCharsets.UTF_8),
                        "HmacSHA256"));
    }
}
