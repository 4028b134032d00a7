package planner.adapter.facebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import planner.adapter.kit.Json;
import planner.adapter.meta.Hub;
import planner.network.WebhookReader;
import tools.jackson.databind.JsonNode;

/** News of a Page's feed; developers.facebook.com, webhooks/reference/page. */
final class FacebookWebhooks implements WebhookReader {
    private static final Set<String> POSTS = Set.of("status", "photo", "video", "share", "post");

    private final Hub hub;

    FacebookWebhooks(FacebookApp app) {
        hub = new Hub(app.clientSecret(), app.verifyToken());
    }

    @Override
    public boolean authentic(Hook hook) {
        return hub.authentic(hook);
    }

    @Override
    public Optional<Answer> handshake(Hook hook) {
        return hub.handshake(hook);
    }

    @Override
    public List<NetworkEvent> read(Hook hook) {
        var removal = hub.removal(hook);
        if (removal.isPresent()) {
            return List.of(removal.get());
        }
        var events = new ArrayList<NetworkEvent>();
        var body = Json.tree(new String(hook.body(), StandardCharsets.UTF_8));
        if (body.path("object").asString("").equals("page")) {
            body.path("entry").valueStream().forEach(entry -> read(entry, events));
        }
        return events;
    }

    private static void read(JsonNode entry, List<NetworkEvent> events) {
        var page = entry.path("id").asString("");
        for (var change : entry.path("changes")) {
            var value = change.path("value");
            boolean added = change.path("field").asString("").equals("feed")
                    && value.path("verb").asString("").equals("add")
                    && POSTS.contains(value.path("item").asString(""));
            if (added) {
                var post = value.path("post_id").asString("");
                // the id that a publication in the making knows: of its video, else of the post
                var video = value.path("video_id").asString("");
                events.add(new NetworkEvent(
                        "feed:" + page + ":" + post + ":" + entry.path("time").asString(""),
                        Kind.PUBLICATION_MOVED,
                        page,
                        video.isEmpty() ? post : video));
            }
        }
    }
}
