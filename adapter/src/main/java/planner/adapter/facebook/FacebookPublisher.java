package planner.adapter.facebook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import planner.adapter.facebook.FacebookApi.Answer;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.adapter.facebook.FacebookVideos.Window;
import planner.adapter.kit.Releases;
import planner.adapter.meta.Extras;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * Photos are uploaded unseen and shown by one feed post or story; a video, reel or video story is opened, sent and
 * finished. Whatever is posted is known by an id before anybody sees it, except for words alone.
 */
final class FacebookPublisher implements Publisher<At> {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_ROUNDS = 2;

    private final FacebookApi api;
    private final FacebookVideos videos;
    private final Lookout lookout;
    private final Clock clock;

    FacebookPublisher(FacebookApi api, FacebookVideos videos, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.videos = videos;
        this.lookout = new Lookout(api, videos);
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** A gigabyte takes its time, and a day's thirty reels may be used up. */
    @Override
    public Duration patience() {
        return Duration.ofHours(48);
    }

    @Override
    public At first(Delivery delivery) {
        if (Wanted.film(delivery)) {
            return new At.Open(0);
        }
        return delivery.media().isEmpty() ? post(List.of(), delivery) : new At.Photo(List.of());
    }

    private static At post(List<String> photos, Delivery delivery) {
        return Wanted.publish(delivery) == Publish.DRAFT ? new At.Draft(photos) : new At.Feed(photos, 0);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Photo(var photos) -> photo(photos, Wanted.consistent(delivery), session);
            case At.Feed feed -> feed(feed, Wanted.consistent(delivery), session);
            case At.Draft(var photos) -> draft(photos, Wanted.consistent(delivery), session);
            case At.PhotoStory story -> photoStory(story, session);
            case At.Open(var round) -> open(round, Wanted.consistent(delivery), session);
            case At.Transfer piece -> transfer(piece, delivery, session);
            case At.Upload(var video, var round) -> upload(video, round, delivery, session);
            case At.Uploaded uploaded -> uploaded(uploaded, delivery, session);
            case At.Finish finish -> finish(finish, delivery, session);
            case At.Processing processing -> processing(processing, delivery, session);
            case At.Cover(var video, var hidden) -> cover(video, delivery, session);
            case At.Release release -> release(release, delivery, session);
            case At.Comment comment -> comment(comment, delivery, session);
            case At.Link(var id, var note) -> link(id, note, delivery, session);
        };
    }

    private Outcome<At> photo(List<String> photos, Delivery delivery, Session session) {
        var media = Wanted.story(delivery)
                ? delivery.onlyMedium()
                : delivery.media().get(photos.size());
        boolean later = Wanted.publish(delivery) == Publish.SCHEDULED;
        var id = api.photo(media, later, Wanted.seed(delivery), session);
        if (Wanted.story(delivery)) {
            return next(new At.PhotoStory(id, 0));
        }
        var all = new ArrayList<>(photos);
        all.add(id);
        return next(all.size() < delivery.media().size() ? new At.Photo(all) : post(all, delivery));
    }

    private Outcome<At> feed(At.Feed at, Delivery delivery, Session session) {
        try {
            return switch (api.feed(Bodies.feed(delivery, at.photos()), session)) {
                case Answer.Out(var id) -> next(onward(id, "", delivery));
                case Answer.Doubled(var words) -> throw doubled(at.round(), words);
            };
        } catch (NetworkException e) {
            if (at.round() == 0
                    && e.fault() instanceof Fault.Rejected(var code, var words)
                    && code.equals(FacebookFaults.UNREADABLE_LINK)) {
                return new Later<>(new At.Feed(at.photos(), 1), MINUTE, words);
            }
            throw e;
        }
    }

    /** "Posted already" may be true of this very post: it is looked for before that is believed. */
    private static NetworkException doubled(int round, String words) {
        return new NetworkException(
                round < MOST_ROUNDS ? new Fault.Unavailable(true, words) : new Fault.Rejected("506", words));
    }

    private Outcome<At> draft(List<String> photos, Delivery delivery, Session session) {
        return switch (api.feed(Bodies.feed(delivery, photos), session)) {
            case Answer.Out(var id) -> next(new At.Link(id, ""));
            case Answer.Doubled(var words) -> throw new NetworkException(new Fault.Rejected("506", words));
        };
    }

    private Outcome<At> photoStory(At.PhotoStory at, Session session) {
        return switch (api.photoStory(at.photo(), session)) {
            case Answer.Out(var id) -> next(new At.Link(id, ""));
            case Answer.Doubled(var words) -> throw doubled(at.round(), words);
        };
    }

    private Outcome<At> open(int round, Delivery delivery, Session session) {
        if (delivery.format().equals(FacebookCapabilities.VIDEO)) {
            var window = videos.open(delivery.onlyMedium().bytes(), session);
            return next(piece(window, round));
        }
        return next(new At.Upload(videos.open(edge(delivery), session), round));
    }

    private static String edge(Delivery delivery) {
        return Wanted.story(delivery) ? "/video_stories" : "/video_reels";
    }

    private static At piece(Window window, int round) {
        return window.from() < window.to()
                ? new At.Transfer(window.session(), window.video(), window.from(), window.to(), round)
                : new At.Finish(window.video(), window.session(), round);
    }

    private Outcome<At> transfer(At.Transfer at, Delivery delivery, Session session) {
        var window = new Window(at.session(), at.video(), at.from(), at.to());
        return next(piece(videos.transfer(window, delivery.onlyMedium(), Wanted.seed(delivery), session), at.round()));
    }

    private Outcome<At> upload(String video, int round, Delivery delivery, Session session) {
        var media = delivery.onlyMedium();
        var state = videos.state(video, session);
        if (state.bytes() < media.bytes()) {
            videos.upload(video, media, state.bytes(), session);
        }
        return next(new At.Uploaded(video, 0, round));
    }

    private Outcome<At> uploaded(At.Uploaded at, Delivery delivery, Session session) {
        var state = videos.state(at.video(), session);
        if (state.lost() && at.round() < MOST_ROUNDS) {
            return new Later<>(new At.Open(at.round() + 1), MINUTE, "Facebook lost the upload");
        }
        if (state.failed()) {
            throw broken(state);
        }
        return (Wanted.story(delivery) ? state.wholeForStory() : state.whole())
                ? next(new At.Finish(at.video(), null, at.round()))
                : new Later<>(
                        new At.Uploaded(at.video(), at.polls() + 1, at.round()),
                        pause(at.polls()),
                        "Facebook is receiving the video");
    }

    private static NetworkException broken(FacebookVideos.State state) {
        return new NetworkException(
                new Fault.Rejected("video", state.trouble().isEmpty() ? state.word() : state.trouble()));
    }

    private Outcome<At> finish(At.Finish at, Delivery delivery, Session session) {
        if (Wanted.story(delivery)) {
            return next(new At.Link(videos.finishStory(at.video(), session), ""));
        }
        if (at.session() == null) {
            videos.finishReel(at.video(), Bodies.reel(delivery), session);
        } else {
            videos.finish(at.session(), Bodies.video(delivery), session);
        }
        return next(new At.Processing(at.video(), 0));
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var state = lookout.state(at.video(), session);
        if (state.failed()) {
            throw broken(state);
        }
        boolean done = state.out()
                || Wanted.publish(delivery) != Publish.NOW && state.word().equals("ready");
        if (!done) {
            return new Later<>(
                    new At.Processing(at.video(), at.polls() + 1),
                    pause(at.polls()),
                    "Facebook is processing the video");
        }
        return next(
                FacebookOptions.of(delivery).cover() == null
                        ? onward(at.video(), "", delivery)
                        : new At.Cover(at.video(), Wanted.publish(delivery) == Publish.SCHEDULED));
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Feed at -> lookForPost(at, delivery, session);
            case At.PhotoStory at ->
                lookout.story(at.photo(), delivery, session)
                        .map(id -> next(new At.Link(id, "")))
                        .orElseGet(() -> next(new At.PhotoStory(at.photo(), at.round() + 1)));
            case At.Finish at -> lookForVideo(at, delivery, session);
            case At.Comment at -> lookForComment(at, delivery, session);
            case At.Photo at -> next(at);
            case At.Draft at -> next(at);
            case At.Open at -> next(at);
            case At.Transfer at -> next(at);
            case At.Upload at -> next(at);
            case At.Uploaded at -> next(at);
            case At.Processing at -> next(at);
            case At.Cover at -> next(at);
            case At.Release at -> next(at);
            case At.Link at -> next(at);
        };
    }

    private Outcome<At> lookForComment(At.Comment at, Delivery delivery, Session session) {
        return extra(
                () -> api.commented(at.id(), Wanted.comment(delivery), session) ? new At.Link(at.id(), at.note()) : at,
                words -> new At.Link(
                        at.id(),
                        RemotePost.joined(at.note(), "whether the first comment is there was not told: " + words)));
    }

    private Outcome<At> lookForPost(At.Feed at, Delivery delivery, Session session) {
        var hits = lookout.posts(at.photos(), delivery, session);
        return switch (hits.size()) {
            case 0 -> next(new At.Feed(at.photos(), at.round() + 1));
            case 1 -> next(onward(hits.getFirst(), "", delivery));
            default -> new Outcome.Unknown<>("posts of the Page that have these words: " + hits.size());
        };
    }

    /** The video itself knows whether it was finished; a story is looked for by its video. */
    private Outcome<At> lookForVideo(At.Finish at, Delivery delivery, Session session) {
        if (Wanted.story(delivery)) {
            var story = lookout.story(at.video(), delivery, session);
            if (story.isPresent()) {
                return next(new At.Link(story.get(), ""));
            }
        }
        var state = lookout.state(at.video(), session);
        if (!Wanted.story(delivery) && state.finished(Wanted.as(delivery))) {
            return next(new At.Processing(at.video(), 0));
        }
        if (state.lost()) {
            return next(new At.Open(at.round() + 1));
        }
        return next(new At.Finish(at.video(), at.session(), at.round() + 1));
    }

    /** What nobody sees yet cannot be commented on. */
    private static At onward(String id, String note, Delivery delivery) {
        return switch (Wanted.publish(delivery)) {
            case NOW -> commentOrLink(id, note, delivery);
            case SCHEDULED -> new At.Release(id, note);
            case DRAFT -> new At.Link(id, note);
        };
    }

    private static At commentOrLink(String id, String note, Delivery delivery) {
        return Wanted.comment(delivery).isEmpty() ? new At.Link(id, note) : new At.Comment(id, note);
    }

    private Outcome<At> release(At.Release at, Delivery delivery, Session session) {
        var shown = lookout.shown(at.id(), delivery, session);
        if (shown.orElse(false)) {
            return next(commentOrLink(at.id(), at.note(), delivery));
        }
        var release = Wanted.release(delivery).orElse(delivery.scheduledAt());
        if (shown.isPresent() && Releases.missed(release, clock.instant())) {
            throw new NetworkException(FacebookFaults.NOT_RELEASED);
        }
        return Releases.notYet(
                at,
                release,
                clock.instant(),
                "handed over; Facebook shows it at: " + release,
                "Facebook has not shown the post yet");
    }

    private Outcome<At> cover(String video, Delivery delivery, Session session) {
        var media = FacebookOptions.of(delivery).cover();
        return extra(
                () -> {
                    if (media != null) {
                        videos.cover(video, media, Wanted.seed(delivery), session);
                    }
                    return onward(video, "", delivery);
                },
                words -> onward(video, "the cover was refused: " + words, delivery));
    }

    private Outcome<At> comment(At.Comment at, Delivery delivery, Session session) {
        return extra(
                () -> {
                    api.comment(at.id(), Wanted.comment(delivery), session);
                    return new At.Link(at.id(), at.note());
                },
                words -> new At.Link(at.id(), RemotePost.joined(at.note(), "the first comment was refused: " + words)));
    }

    private static Outcome<At> extra(Supplier<At> call, Function<String, At> refused) {
        return Extras.tried(() -> next(call.get()), refused);
    }

    private Outcome<At> link(String id, String note, Delivery delivery, Session session) {
        boolean draft = Wanted.publish(delivery) == Publish.DRAFT;
        return new Published<>(new RemotePost(
                id,
                draft ? null : lookout.address(id, delivery, session),
                List.of(),
                draft ? RemotePost.joined(note, "a draft: finish it in Meta Business Suite") : note,
                Wanted.release(delivery).orElse(null)));
    }

    /** Every 7 seconds for a minute, every half minute for twenty, then every five minutes. */
    private static Duration pause(int polls) {
        return Duration.ofSeconds(polls < 8 ? 7 : polls < 48 ? 30 : 300);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
