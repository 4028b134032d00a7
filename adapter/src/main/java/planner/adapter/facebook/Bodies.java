package planner.adapter.facebook;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Json;
import planner.network.Delivery;

/** The fields of what is posted; developers.facebook.com, pages-api/posts and video-api. */
final class Bodies {
    private static final String DUE = "scheduled_publish_time";

    private Bodies() {}

    static Map<String, String> feed(Delivery delivery, List<String> photos) {
        var options = FacebookOptions.of(delivery);
        var fields = new LinkedHashMap<String, String>();
        put(fields, "message", delivery.text());
        put(fields, "link", photos.isEmpty() ? FacebookOptions.card(delivery) : "");
        if (!photos.isEmpty()) {
            fields.put(
                    "attached_media",
                    Json.text(
                            photos.stream().map(id -> Map.of("media_fbid", id)).toList()));
        }
        put(fields, "place", options.placeOrEmpty());
        unpublished(options, fields);
        return fields;
    }

    static Map<String, String> video(Delivery delivery) {
        var fields = words(delivery);
        unpublished(FacebookOptions.of(delivery), fields);
        return fields;
    }

    static Map<String, String> reel(Delivery delivery) {
        var options = FacebookOptions.of(delivery);
        var fields = words(delivery);
        put(fields, "place", options.placeOrEmpty());
        switch (options.publish()) {
            case NOW -> fields.put("video_state", "PUBLISHED");
            case DRAFT -> fields.put("video_state", "DRAFT");
            case SCHEDULED -> {
                fields.put("video_state", "SCHEDULED");
                fields.put(DUE, due(options));
            }
        }
        return fields;
    }

    private static Map<String, String> words(Delivery delivery) {
        var fields = new LinkedHashMap<String, String>();
        put(fields, "description", delivery.text());
        put(fields, "title", delivery.title());
        return fields;
    }

    private static void unpublished(FacebookOptions options, Map<String, String> fields) {
        switch (options.publish()) {
            case NOW -> {}
            case DRAFT -> {
                fields.put("published", "false");
                fields.put("unpublished_content_type", "DRAFT");
            }
            case SCHEDULED -> {
                fields.put("published", "false");
                fields.put(DUE, due(options));
            }
        }
    }

    /** Preflight has seen that there is one. */
    private static String due(FacebookOptions options) {
        return "" + options.time().map(Instant::getEpochSecond).orElse(0L);
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value);
        }
    }
}
