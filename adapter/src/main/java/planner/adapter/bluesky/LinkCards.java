package planner.adapter.bluesky;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.At.Blob;
import planner.adapter.bluesky.At.Card;
import planner.adapter.kit.WebPages;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/**
 * The preview of a link. Nothing is unfurled by the server, so the page is read here. A page that cannot be read gives no
 * card, never a failed post.
 */
final class LinkCards {
    // app.bsky.embed.external: thumb maxSize 1,000,000.
    private static final int THUMB_BYTES = 1_000_000;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final Set<String> THUMB_TYPES = Set.of("image/jpeg", "image/png", "image/webp");

    private final BlueskyApi api;
    private final WebPages pages;

    LinkCards(BlueskyApi api, WebPages pages) {
        this.api = api;
        this.pages = pages;
    }

    /** One remote write at most: the picture of the card. */
    Card card(String link, Session session) {
        var page = pages.read(link).filter(found -> !found.title().isEmpty());
        if (page.isEmpty()) {
            return Card.NONE;
        }
        var found = page.get();
        return new Card(
                link,
                WebPages.cut(found.title(), LONGEST_TITLE),
                WebPages.cut(found.description(), LONGEST_DESCRIPTION),
                found.picture().isEmpty() ? null : thumb(found.picture(), session));
    }

    private @Nullable Blob thumb(String address, Session session) {
        var picture = pages.picture(address, THUMB_TYPES, THUMB_BYTES);
        if (picture.isEmpty()) {
            return null;
        }
        try {
            return api.uploadBlob(picture.get().type(), picture.get().bytes(), session);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                return null;
            }
            throw e;
        }
    }
}
