package planner.simulator.threads;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import planner.simulator.meta.Bell;

/** What Threads tells the app by webhook, in an envelope of its own. */
final class Bells {
    private final Bell bell;
    private final App app;
    private final Clock clock;
    private final Hosts hosts;

    Bells(Bell bell, App app, Clock clock, Hosts hosts) {
        this.bell = bell;
        this.app = app;
        this.clock = clock;
        this.hosts = hosts;
    }

    boolean handshake() {
        return bell.handshake();
    }

    void deauthorized(Profile profile) {
        bell.deauthorized(profile.id);
    }

    void published(Post post) {
        ring("interaction", "publish", post.profile, value(post));
    }

    /** Somebody has answered a post. */
    void answered(Post reply, Post answered) {
        Map<String, Object> value = value(reply);
        value.put("text", reply.draft.text());
        value.put("replied_to", Map.of("id", answered.id));
        value.put("root_post", Map.of("id", answered.root().id, "owner_id", answered.profile.id));
        value.put("shortcode", reply.shortcode());
        ring("moderate", "replies", answered.profile, value);
    }

    private Map<String, Object> value(Post post) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", post.id);
        value.put("media_type", post.draft.kind().shown);
        value.put("permalink", hosts.web() + post.path());
        value.put("timestamp", Nodes.time(post.at));
        value.put("username", post.profile.username);
        return value;
    }

    private void ring(String topic, String field, Profile profile, Map<String, Object> value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("app_id", app.id());
        body.put("topic", topic);
        body.put("target_id", profile.id);
        body.put("time", clock.instant().getEpochSecond());
        body.put("subscription_id", "234590000000001");
        body.put("has_uid_field", false);
        body.put("values", Map.of("value", value, "field", field));
        bell.deliver(body);
    }
}
