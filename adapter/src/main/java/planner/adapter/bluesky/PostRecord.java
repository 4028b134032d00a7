package planner.adapter.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import planner.adapter.bluesky.At.Card;
import planner.adapter.bluesky.At.Ref;
import planner.adapter.bluesky.At.Work;
import planner.adapter.kit.Fields;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaKind;

/** The record of one post: a function of the delivery and of what was made ready for it. */
final class PostRecord {
    static final String COLLECTION = "app.bsky.feed.post";

    private PostRecord() {}

    static Map<String, Object> of(Delivery delivery, int index, Work work) {
        var part = delivery.parts().get(index);
        var options = (BlueskyOptions) delivery.options();
        var record = Fields.of("$type", COLLECTION, "text", part.text(), "createdAt", Tid.createdAt(delivery, index));
        var facets = Facets.of(part.text(), Objects.requireNonNullElse(work.mentions(), Map.of()));
        if (!facets.isEmpty()) {
            record.put("facets", facets);
        }
        if (!options.langs().isEmpty()) {
            record.put("langs", options.langs());
        }
        if (index > 0) {
            record.put(
                    "reply",
                    Fields.of(
                            "root", ref(work.posts().getFirst()),
                            "parent", ref(work.posts().get(index - 1))));
        }
        embed(delivery, index, work, record);
        if (options.label() != BlueskyOptions.Label.NONE) {
            record.put(
                    "labels",
                    Fields.of(
                            "$type",
                            "com.atproto.label.defs#selfLabels",
                            "values",
                            List.of(Fields.of("val", options.label().value()))));
        }
        return record;
    }

    private static void embed(Delivery delivery, int index, Work work, Map<String, Object> record) {
        var media = delivery.parts().get(index).media();
        int first = delivery.parts().subList(0, index).stream()
                .mapToInt(part -> part.media().size())
                .sum();
        if (media.isEmpty()) {
            var card = work.cards().size() > index ? work.cards().get(index) : Card.NONE;
            if (!card.uri().isEmpty()) {
                record.put("embed", external(card));
            }
        } else if (media.getFirst().kind() == MediaKind.VIDEO) {
            var video = Fields.of(
                    "$type",
                    "app.bsky.embed.video",
                    "video",
                    work.blobs().get(first).json());
            if (!media.getFirst().alt().isBlank()) {
                video.put("alt", media.getFirst().alt());
            }
            ratio(video, media.getFirst());
            record.put("embed", video);
        } else {
            record.put("embed", images(media, first, work));
        }
    }

    /** The gallery is new and older readers show nothing of it: it is used only where the old embed ends. */
    private static Map<String, Object> images(List<Media> media, int first, Work work) {
        boolean gallery = media.size() > BlueskyCapabilities.MOST_IMAGES;
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < media.size(); i++) {
            var item = gallery ? Fields.of("$type", "app.bsky.embed.gallery#image") : Fields.of();
            item.put("image", work.blobs().get(first + i).json());
            item.put("alt", media.get(i).alt());
            ratio(item, media.get(i));
            items.add(item);
        }
        return gallery
                ? Fields.of("$type", "app.bsky.embed.gallery", "items", items)
                : Fields.of("$type", "app.bsky.embed.images", "images", items);
    }

    private static void ratio(Map<String, Object> object, Media media) {
        if (media.width() > 0 && media.height() > 0) {
            object.put("aspectRatio", Fields.of("width", media.width(), "height", media.height()));
        }
    }

    private static Map<String, Object> external(Card card) {
        var external = Fields.of("uri", card.uri(), "title", card.title(), "description", card.description());
        if (card.thumb() != null) {
            external.put("thumb", card.thumb().json());
        }
        return Fields.of("$type", "app.bsky.embed.external", "external", external);
    }

    private static Map<String, Object> ref(Ref post) {
        return Fields.of("uri", post.uri(), "cid", post.cid());
    }
}
