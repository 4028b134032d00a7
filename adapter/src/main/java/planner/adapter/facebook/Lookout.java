package planner.adapter.facebook;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import planner.adapter.facebook.FacebookApi.Seen;
import planner.adapter.facebook.FacebookApi.Story;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/** Looks for what was posted, by reading only. */
final class Lookout {
    private final FacebookApi api;
    private final FacebookVideos videos;

    Lookout(FacebookApi api, FacebookVideos videos) {
        this.api = api;
        this.videos = videos;
    }

    /** A look that was refused says nothing about the post, which may be out, unless it is that the post is gone. */
    private static <T> T look(Supplier<T> read) {
        try {
            return read.get();
        } catch (NetworkException e) {
            throw e.fault() instanceof Fault.Rejected(var code, var words) && !code.equals(FacebookFaults.GONE)
                    ? new NetworkException(new Fault.Unavailable(true, words))
                    : e;
        }
    }

    FacebookVideos.State state(String video, Session session) {
        return look(() -> videos.state(video, session));
    }

    /** Whether the public sees what was left for Facebook to show; empty where that is not told. */
    Optional<Boolean> shown(String id, Delivery delivery, Session session) {
        return look(() -> api.shown(id, Wanted.film(delivery) ? "published" : "is_published", session));
    }

    /** Ids of posts since this one was due: by their photos where it has some, else by their words. */
    List<String> posts(List<String> photos, Delivery delivery, Session session) {
        var seen = new ArrayList<>(look(() -> api.published(since(delivery), session)));
        if (Wanted.publish(delivery) == Publish.SCHEDULED) {
            var due = FacebookOptions.of(delivery).time().map(Instant::getEpochSecond);
            look(() -> api.scheduled(session)).stream()
                    .filter(it -> due.equals(Optional.ofNullable(it.due())))
                    .forEach(seen::add);
        }
        return seen.stream()
                .filter(it -> matches(it, photos, delivery))
                .map(Seen::id)
                .distinct()
                .toList();
    }

    private static boolean matches(Seen seen, List<String> photos, Delivery delivery) {
        return photos.isEmpty()
                ? normal(seen.message()).equals(normal(delivery.text()))
                : seen.photos().containsAll(photos);
    }

    private static String normal(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /** The id of the story that shows this photo or video. */
    Optional<String> story(String media, Delivery delivery, Session session) {
        return look(() -> api.stories(since(delivery), session)).stream()
                .filter(it -> media.equals(it.mediaId()))
                .map(Story::postId)
                .flatMap(id -> Optional.ofNullable(id).stream())
                .findFirst();
    }

    /** Where people see it; not being told is no reason to fail. */
    URI address(String id, Delivery delivery, Session session) {
        try {
            var told = Wanted.story(delivery)
                    ? api.stories(since(delivery), session).stream()
                            .filter(it -> id.equals(it.postId()))
                            .flatMap(it -> Optional.ofNullable(it.url()).stream())
                            .findFirst()
                            .map(URI::create)
                    : api.permalink(id, session);
            return told.orElseGet(() -> api.fallback(id));
        } catch (NetworkException e) {
            return api.fallback(id);
        }
    }

    /** Two clocks differ a little. */
    private static Instant since(Delivery delivery) {
        return delivery.scheduledAt().minusSeconds(60);
    }
}
