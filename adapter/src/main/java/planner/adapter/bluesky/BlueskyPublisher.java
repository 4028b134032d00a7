package planner.adapter.bluesky;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import planner.adapter.bluesky.At.Card;
import planner.adapter.bluesky.At.Ref;
import planner.adapter.bluesky.At.Work;
import planner.adapter.bluesky.BlueskyApi.Write;
import planner.adapter.bluesky.BlueskyApi.Written;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * Lookups and uploads first, then one write for each post of the thread. Each post has its key and its time from the
 * delivery and is written only where that key is free, so every step may be repeated and nothing needs reconciling.
 */
final class BlueskyPublisher implements Publisher<At> {
    private static final int MOST_ROUNDS = 2;
    // Seconds as a rule; after a minute a post counts as missing (sheet 7).
    private static final Duration INDEXING = Duration.ofMinutes(1);

    private final BlueskyApi api;
    private final Lookups lookups;
    private final LinkCards cards;
    private final VideoWalk videos;
    private final Hosts hosts;

    BlueskyPublisher(BlueskyApi api, LinkCards cards, VideoWalk videos, Hosts hosts) {
        this.api = api;
        this.lookups = new Lookups(api);
        this.cards = cards;
        this.videos = videos;
        this.hosts = hosts;
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public At first(Delivery delivery) {
        return next(Work.NOTHING, delivery);
    }

    @Override
    public At again(At at, Delivery delivery) {
        return next(at.work().prepared(), delivery);
    }

    /** Only for the last look at a write whose answer was lost: the key tells. */
    @Override
    public Outcome<At> reconcile(At at, Delivery delivery, Session session) {
        if (!(at instanceof At.Put(var work))) {
            return new Outcome.Next<>(at);
        }
        int index = work.posts().size();
        return own(Tid.of(delivery, index), index, delivery, session)
                .map(ref -> written(work.with(ref), delivery, session))
                .orElseGet(() -> new Outcome.Next<>(at));
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Mentions(var work) -> go(work.resolved(resolved(delivery, session)), delivery);
            case At.Lookup(var work, var looks) -> lookUp(work, looks, delivery, session);
            case At.Blobs(var work) -> upload(work, delivery, session);
            case At.Captions(var work) -> captions(work, delivery, session);
            case At.Cards(var work) -> go(work.with(card(work, delivery, session)), delivery);
            case At.Put(var work) -> put(work, delivery, session);
            case At.VideoAllowance step -> videos.allowance(step, media(step, delivery), session);
            case At.VideoWhole step -> videos.whole(step, media(step, delivery), delivery, session);
            case At.VideoStart step -> videos.start(step, media(step, delivery), delivery, session);
            case At.VideoPart step -> videos.part(step, media(step, delivery), session);
            case At.VideoFinish step -> videos.finish(step, session);
            case At.VideoProcessing step ->
                videos.processing(step, blob -> go(step.work().with(blob), delivery));
        };
    }

    /** A video is worked on for up to 20 minutes (sheet 2.5); the rest is for outages. */
    @Override
    public Duration patience() {
        return Duration.ofMinutes(60);
    }

    /** What is still missing, in this order. Pure: the same work always leads to the same step. */
    private static At next(Work work, Delivery delivery) {
        if (work.mentions() == null && !handles(delivery).isEmpty()) {
            return new At.Mentions(work);
        }
        if (work.named() == null && Lookups.wanted(delivery)) {
            return new At.Lookup(work, 0);
        }
        if (work.blobs().size() < media(delivery).size()) {
            return new At.Blobs(work);
        }
        if (work.captions() == null && Films.captioned(delivery)) {
            return new At.Captions(work);
        }
        boolean cardsMissing = work.cards().size() < delivery.parts().size();
        return cardsMissing && wantsCards(delivery) ? new At.Cards(work) : new At.Put(work);
    }

    private static Outcome<At> go(Work work, Delivery delivery) {
        return new Outcome.Next<>(next(work, delivery));
    }

    private Map<String, String> resolved(Delivery delivery, Session session) {
        var pds = BlueskyApi.pds(session.credential());
        var dids = new HashMap<String, String>();
        for (var handle : handles(delivery)) {
            api.resolveHandle(pds, handle).ifPresent(did -> dids.put(handle, did));
        }
        return dids;
    }

    private Outcome<At> lookUp(Work work, int looks, Delivery delivery, Session session) {
        return lookups.find(delivery, looks > 0, session)
                .map(named -> go(work.with(named), delivery))
                .orElseGet(() -> new Outcome.Later<>(
                        new At.Lookup(work, looks + 1), INDEXING, "Bluesky does not show the named post yet"));
    }

    private Outcome<At> upload(Work work, Delivery delivery, Session session) {
        var media = media(delivery).get(work.blobs().size());
        if (media.kind() == MediaKind.VIDEO && hosts.usesVideoService(BlueskyApi.pds(session.credential()))) {
            return new Outcome.Next<>(new At.VideoAllowance(work));
        }
        return go(work.with(api.uploadBlob(media, session)), delivery);
    }

    private Outcome<At> captions(Work work, Delivery delivery, Session session) {
        var file = Objects.requireNonNull(BlueskyOptions.of(delivery).captions());
        return go(work.captioned(api.uploadBlob(file, session)), delivery);
    }

    private Card card(Work work, Delivery delivery, Session session) {
        var part = delivery.parts().get(work.cards().size());
        return part.media().isEmpty()
                ? Facets.firstLink(part.text())
                        .map(link -> cards.card(link, session))
                        .orElse(Card.NONE)
                : Card.NONE;
    }

    private Outcome<At> put(Work work, Delivery delivery, Session session) {
        int index = work.posts().size();
        var key = Tid.of(delivery, index);
        return switch (write(key, index, work, delivery, session)) {
            case Written.Done(var ref) -> written(work.with(ref), delivery, session);
            case Written.KeyTaken() -> written(work.with(adopted(key, index, delivery, session)), delivery, session);
            case Written.Refused(var why) ->
                written(work.with(adoptedAfter(why, key, index, delivery, session)), delivery, session);
            case Written.BlobGone() -> {
                if (work.rounds() >= MOST_ROUNDS) {
                    throw rejected("blob-gone", "the server does not keep the uploaded files");
                }
                yield go(work.uploadedAgain(), delivery);
            }
        };
    }

    private Written write(String key, int index, Work work, Delivery delivery, Session session) {
        var record = PostRecord.of(delivery, index, work);
        var gates = Gates.of(delivery, index, session.account().id());
        if (gates.isEmpty()) {
            return api.putRecord(PostRecord.COLLECTION, key, record, session);
        }
        var all = new ArrayList<Write>();
        all.add(new Write(PostRecord.COLLECTION, key, record));
        all.addAll(gates);
        return api.createRecords(all, session);
    }

    /**
     * Creating what an earlier try has created already is refused without a word why; as all of it was written or
     * nothing, the post's own key tells. Where the key is free the refusal stands.
     */
    private Ref adoptedAfter(NetworkException why, String key, int index, Delivery delivery, Session session) {
        boolean tells = why.fault() instanceof Fault.Rejected || why.fault() instanceof Fault.Unavailable;
        if (!tells || isFree(why, key, session)) {
            throw why;
        }
        return adopted(key, index, delivery, session);
    }

    private boolean isFree(NetworkException why, String key, Session session) {
        try {
            return api.getRecord(PostRecord.COLLECTION, key, session).isEmpty();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                throw why;
            }
            throw e;
        }
    }

    /** The key holds another record: ours from an earlier try, or a stranger's. */
    private Ref adopted(String key, int index, Delivery delivery, Session session) {
        return own(key, index, delivery, session)
                .orElseThrow(() -> rejected("key-taken", "another record has the key " + key));
    }

    /** What the key holds, when time and text are ours. */
    private Optional<Ref> own(String key, int index, Delivery delivery, Session session) {
        return api.getRecord(PostRecord.COLLECTION, key, session)
                .filter(found -> found.createdAt().equals(Tid.createdAt(delivery, index))
                        && found.text().equals(delivery.parts().get(index).text()))
                .map(BlueskyApi.Found::ref);
    }

    private Outcome<At> written(Work work, Delivery delivery, Session session) {
        if (work.posts().size() < delivery.parts().size()) {
            return go(work, delivery);
        }
        var first = work.posts().getFirst();
        var more = work.posts().stream().skip(1).map(Ref::uri).toList();
        return new Outcome.Published<>(new RemotePost(first.uri(), permalink(first, session), more, ""));
    }

    private URI permalink(Ref post, Session session) {
        var account = session.account();
        var owner = Handles.isHandle(account.handle()) && !"handle.invalid".equals(account.handle())
                ? account.handle()
                : account.id();
        return URI.create(hosts.web() + "/profile/" + owner + "/post/" + post.key());
    }

    private static Media media(At at, Delivery delivery) {
        return media(delivery).get(at.work().blobs().size());
    }

    private static List<Media> media(Delivery delivery) {
        return delivery.parts().stream().flatMap(part -> part.media().stream()).toList();
    }

    private static List<String> handles(Delivery delivery) {
        return delivery.parts().stream()
                .flatMap(part -> Facets.handles(part.text()).stream())
                .distinct()
                .toList();
    }

    private static boolean wantsCards(Delivery delivery) {
        return BlueskyOptions.of(delivery).linkCard()
                && delivery.parts().stream()
                        .anyMatch(part -> part.media().isEmpty()
                                && Facets.firstLink(part.text()).isPresent());
    }

    static NetworkException rejected(String code, String message) {
        return new NetworkException(new Fault.Rejected(code, message));
    }
}
