package planner.adapter.bluesky;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
        var options = BlueskyOptions.of(delivery);
        var record = Fields.of("$type", COLLECTION, "text", part.text(), "createdAt", Tid.createdAt(delivery, index));
        var facets = Facets.of(part.text(), Objects.requireNonNullElse(work.mentions(), Map.of()));
        if (!facets.isEmpty()) {
            record.put("facets", facets);
        }
        if (!options.langs().isEmpty()) {
            record.put("langs", options.langs());
        }
        reply(index, work, record);
        var shown = shown(delivery, index, work);
        var quote = index == 0 && work.named() != null ? work.named().quote() : null;
        if (quote != null) {
            record.put("embed", quoting(quote, shown));
        } else if (shown != null) {
            record.put("embed", shown);
        }
        var labels = options.labels();
        if (!labels.isEmpty()) {
            record.put(
                    "labels",
                    Fields.of(
                            "$type",
                            "com.atproto.label.defs#selfLabels",
                            "values",
                            labels.stream()
                                    .map(value -> Fields.of("val", value))
                                    .toList()));
        }
        if (index == 0 && !options.tags().isEmpty()) {
            record.put("tags", options.tags());
        }
        return record;
    }

    /** A thread that answers somebody hangs as a whole from the root of what it answers. */
    private static void reply(int index, Work work, Map<String, Object> record) {
        var named = work.named();
        var root = named == null ? null : named.root();
        var parent = named == null ? null : named.parent();
        if (index > 0) {
            root = root == null ? work.posts().getFirst() : root;
            parent = work.posts().get(index - 1);
        }
        if (root != null && parent != null) {
            record.put("reply", Fields.of("root", ref(root), "parent", ref(parent)));
        }
    }

    private static Map<String, Object> quoting(Ref quote, @Nullable Map<String, Object> shown) {
        var record = Fields.of("$type", "app.bsky.embed.record", "record", ref(quote));
        return shown == null
                ? record
                : Fields.of("$type", "app.bsky.embed.recordWithMedia", "record", record, "media", shown);
    }

    /** The media or the card of a part. */
    private static @Nullable Map<String, Object> shown(Delivery delivery, int index, Work work) {
        var media = delivery.parts().get(index).media();
        int first = delivery.parts().subList(0, index).stream()
                .mapToInt(part -> part.media().size())
                .sum();
        if (media.isEmpty()) {
            var card = work.cards().size() > index ? work.cards().get(index) : Card.NONE;
            return card.uri().isEmpty() ? null : external(card);
        }
        if (media.getFirst().kind() == MediaKind.VIDEO) {
            var film = delivery.parts().get(index).onlyMedium();
            var video = Fields.of(
                    "$type",
                    "app.bsky.embed.video",
                    "video",
                    work.blobs().get(first).json());
            if (!film.alt().isBlank()) {
                video.put("alt", film.alt());
            }
            ratio(video, film);
            Films.extras(video, delivery, index, work);
            return video;
        }
        return images(media, first, work);
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
