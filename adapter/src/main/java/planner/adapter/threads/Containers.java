package planner.adapter.threads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.network.NetworkException;

/** The fields of containers; developers.facebook.com, documentation/threads/posts. */
final class Containers {
    private static final String TYPE = "media_type";
    private static final String TRUE = "true";
    private static final List<String> CHOICES = List.of("option_a", "option_b", "option_c", "option_d");

    private Containers() {}

    /** Whether the next container is an item of a carousel that is not yet whole. */
    static boolean child(List<String> out, List<String> children, boolean comment, Delivery delivery) {
        if (comment) {
            return false;
        }
        var media = delivery.parts().get(out.size()).media();
        return media.size() > 1 && children.size() < media.size();
    }

    static Map<String, String> fields(At.Make at, Delivery delivery, MediaFiles files) {
        if (at.comment()) {
            return comment(at, delivery);
        }
        var part = delivery.parts().get(at.out().size());
        var media = part.media();
        if (child(at.out(), at.children(), false, delivery)) {
            var item = source(media.get(at.children().size()), files);
            item.put("is_carousel_item", TRUE);
            return item;
        }
        var fields = media.size() == 1 ? source(media.getFirst(), files) : whole(at.children());
        said(part, delivery, fields);
        if (at.out().isEmpty()) {
            first(part, ThreadsOptions.of(delivery), fields);
        } else {
            fields.put("reply_to_id", at.out().getLast());
        }
        return fields;
    }

    private static Map<String, String> comment(At.Make at, Delivery delivery) {
        var fields = whole(List.of());
        fields.put("text", ThreadsOptions.of(delivery).commentOrEmpty());
        fields.put("reply_to_id", at.out().getFirst());
        return fields;
    }

    /** A text, or a carousel over its finished items. */
    private static Map<String, String> whole(List<String> children) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(TYPE, children.isEmpty() ? "TEXT" : "CAROUSEL");
        if (!children.isEmpty()) {
            fields.put("children", String.join(",", children));
        }
        return fields;
    }

    private static Map<String, String> source(Media media, MediaFiles files) {
        boolean video = media.kind() == MediaKind.VIDEO;
        var fields = new LinkedHashMap<String, String>();
        fields.put(TYPE, video ? "VIDEO" : "IMAGE");
        fields.put(video ? "video_url" : "image_url", files.publicUrl(media).toASCIIString());
        if (!media.alt().isBlank()) {
            fields.put("alt_text", media.alt());
        }
        return fields;
    }

    private static void said(Part part, Delivery delivery, Map<String, String> fields) {
        var options = ThreadsOptions.of(delivery);
        if (!part.text().isBlank()) {
            fields.put("text", part.text());
        }
        var hidden = ThreadsText.stretches(part.text(), options.spoilersOrNone());
        if (!hidden.isEmpty()) {
            fields.put(
                    "text_entities",
                    Json.text(hidden.stream()
                            .map(it ->
                                    Fields.of("entity_type", "SPOILER", "offset", it.offset(), "length", it.length()))
                            .toList()));
        }
        if (options.hidesMedia() && !part.media().isEmpty()) {
            fields.put("is_spoiler_media", TRUE);
        }
    }

    private static void first(Part part, ThreadsOptions options, Map<String, String> fields) {
        var replies = options.repliesOrEveryone();
        if (replies != ThreadsOptions.Replies.EVERYONE) {
            fields.put("reply_control", replies.name().toLowerCase(Locale.ROOT));
        }
        put("topic_tag", options.topicOrEmpty(), fields);
        put("quote_post_id", options.quoteOrEmpty(), fields);
        put("location_id", options.locationOrEmpty(), fields);
        if (part.media().isEmpty()) {
            put("link_attachment", options.linkOrEmpty(), fields);
            attached(options, fields);
        }
    }

    private static void attached(ThreadsOptions options, Map<String, String> fields) {
        var answers = options.answers();
        if (answers.size() > CHOICES.size()) {
            throw new NetworkException(new Fault.Rejected(
                    "poll", "a poll has at most " + CHOICES.size() + " answers, this one has " + answers.size()));
        }
        if (!answers.isEmpty()) {
            var poll = new LinkedHashMap<String, String>();
            for (int i = 0; i < answers.size(); i++) {
                poll.put(CHOICES.get(i), answers.get(i));
            }
            fields.put("poll_attachment", Json.text(poll));
        }
        if (!options.gifOrEmpty().isEmpty()) {
            fields.put("gif_attachment", Json.text(Fields.of("gif_id", options.gifOrEmpty(), "provider", "GIPHY")));
        }
    }

    private static void put(String name, String value, Map<String, String> fields) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }
}
