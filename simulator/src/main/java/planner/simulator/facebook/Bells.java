package planner.simulator.facebook;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.simulator.facebook.Talk.Comment;
import planner.simulator.meta.Bell;

/** What a Page tells the app by webhook. */
final class Bells {
    private final Bell bell;
    private final Clock clock;

    Bells(Bell bell, Clock clock) {
        this.bell = bell;
        this.clock = clock;
    }

    void posted(Post post) {
        if (!post.published(clock.instant())) {
            return;
        }
        var value = value(post.photos().isEmpty() ? post.card == null ? "status" : "share" : "photo", post.page);
        value.put("post_id", post.id);
        value.put("message", post.message());
        List<String> photos = post.photos().stream().map(it -> it.id).toList();
        if (photos.size() == 1) {
            value.put("photo_id", photos.getFirst());
        } else if (!photos.isEmpty()) {
            value.put("photos", photos);
        }
        ring(post.page, value);
    }

    void finished(Video video) {
        if (video.finished().filter(it -> it.state() == Post.State.PUBLISHED).isEmpty()) {
            return;
        }
        var value = value("video", video.page);
        value.put("post_id", video.page.id + "_" + video.postId);
        value.put("video_id", Long.parseLong(video.id));
        ring(video.page, value);
    }

    void commented(Page page, String post, Comment comment) {
        var value = value("comment", page);
        value.put("from", Map.of("id", comment.fromId(), "name", comment.from()));
        value.put("post_id", post);
        value.put("comment_id", comment.id());
        value.put("parent_id", post);
        value.put("message", comment.text());
        ring(page, value);
    }

    void deauthorized(String person) {
        bell.deauthorized(person);
    }

    boolean handshake() {
        return bell.handshake();
    }

    private Map<String, Object> value(String item, Page page) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("from", Map.of("id", page.id, "name", page.name));
        value.put("item", item);
        value.put("verb", "add");
        value.put("published", 1);
        value.put("created_time", clock.instant().getEpochSecond());
        return value;
    }

    private void ring(Page page, Map<String, Object> value) {
        bell.ring("page", page.id, "feed", value, clock.instant());
    }
}
