package planner.adapter.threads;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import planner.adapter.kit.Json;
import planner.adapter.meta.Hub;
import planner.network.WebhookReader;
import tools.jackson.databind.JsonNode;

/** News of a profile; documentation/threads/webhooks as of 2026-06-30. Their envelope is not that of Meta's others. */
final class ThreadsWebhooks implements WebhookReader {
    /** Meta does not say which of the app's two secrets signs; without its secret a hub takes nothing for authentic. */
    private final List<Hub> hubs;

    ThreadsWebhooks(ThreadsApp app) {
        hubs = List.of(
                new Hub(app.clientSecret(), app.verifyToken()), new Hub(app.facebookClientSecret(), app.verifyToken()));
    }

    @Override
    public boolean authentic(Hook hook) {
        return hubs.stream().anyMatch(hub -> hub.authentic(hook));
    }

    @Override
    public Optional<Answer> handshake(Hook hook) {
        return hubs.getFirst().handshake(hook);
    }

    @Override
    public List<NetworkEvent> read(Hook hook) {
        var removal = hubs.stream().flatMap(hub -> hub.removal(hook).stream()).findFirst();
        if (removal.isPresent()) {
            return List.of(removal.get());
        }
        var body = Json.tree(new String(hook.body(), StandardCharsets.UTF_8));
        var values = body.path("values");
        var events = new ArrayList<NetworkEvent>();
        // documented as one object, seen as a list
        (values.isArray() ? values.valueStream() : Stream.of(values)).forEach(it -> read(body, it, events));
        return events;
    }

    private static void read(JsonNode body, JsonNode news, List<NetworkEvent> events) {
        var profile = body.path("target_id").asString("");
        var post = news.path("value").path("id").asString("");
        if (news.path("field").asString("").equals("publish") && !profile.isEmpty() && !post.isEmpty()) {
            var time = body.path("time").asString("");
            events.add(new NetworkEvent(
                    "publish:" + profile + ":" + post + ":" + time, Kind.PUBLICATION_MOVED, profile, post));
        }
    }
}
