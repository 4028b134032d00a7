package planner.adapter.reddit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import planner.adapter.kit.Lists;
import planner.adapter.kit.Looks;
import planner.adapter.reddit.At.File;
import planner.adapter.reddit.At.Out;
import planner.adapter.reddit.At.Work;
import planner.adapter.reddit.RedditApi.Seen;
import planner.adapter.reddit.RedditOptions.Place;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Outcome.Unknown;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * One subreddit after the other: a look at what it takes, the files by lease and upload, then the post. What one subreddit
 * refuses does not keep the others from their post. There is no idempotency key: a cut post is looked for among the
 * account's own, and a post with files appears there only when Reddit has processed them.
 */
final class RedditPublisher implements Publisher<At> {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SLOW = Duration.ofMinutes(2);
    private static final int LOOKS_FOR_TEXT = 2;
    // the sheet wants ten minutes at least before a post with files is sent again; films may take longer
    private static final int DOUBTS_OF_PICTURE = 5;
    private static final int DOUBTS_OF_VIDEO = 15;
    private static final int LOOKS_FOR_PICTURE = 18;
    private static final int LOOKS_FOR_VIDEO = 66;
    private static final int MOST_ROUNDS = 2;
    private static final Duration FILTERS = Duration.ofMinutes(2);

    private final RedditApi api;
    private final Entrance entrance;
    private final Removals removals;
    private final Duration spacing;

    RedditPublisher(RedditApi api, Duration spacing) {
        this.api = api;
        this.entrance = new Entrance(api);
        this.removals = new Removals(api);
        this.spacing = spacing;
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** Ten subreddits, of which each may ask for ten minutes of rest, and an hour for a video. */
    @Override
    public Duration patience() {
        return Duration.ofHours(24);
    }

    /** Posts without files are listed at once; the others are looked for longer: {@link At.Looking}. */
    @Override
    public Duration settlesWithin() {
        return Duration.ofMinutes(1);
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Check(Work.NOTHING);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Check(var work) -> orRefused(work, delivery, () -> check(work, delivery, session));
            case At.Ask ask -> orRefused(ask.work(), delivery, () -> ask(ask, delivery, session));
            case At.Upload upload -> orRefused(upload.work(), delivery, () -> upload(upload, delivery, session));
            case At.Submit submit -> submit(submit, delivery, session);
            case At.Looking looking -> looking(looking, delivery, session);
            case At.Appearing appearing -> appearing(appearing, delivery, session);
            case At.Comment(var work) -> comment(work, delivery, session);
            case At.Visible(var work) -> visible(work, session);
        };
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Submit at ->
                looked(at.work(), at.files(), delivery, session, false)
                        .orElseGet(() -> later(
                                new At.Looking(at.work(), at.files(), 1),
                                pause(delivery),
                                "looking whether Reddit has the post"));
            case At.Comment(var work) -> commented(work, delivery, session);
            case At.Check at -> next(at);
            case At.Ask at -> next(at);
            case At.Upload at -> next(at);
            case At.Looking at -> next(at);
            case At.Appearing at -> next(at);
            case At.Visible at -> next(at);
        };
    }

    private Outcome<At> check(Work work, Delivery delivery, Session session) {
        var ready = entrance.enter(work, place(work, delivery), delivery.format(), session);
        return next(askOrSubmit(ready, List.of(), delivery));
    }

    private Outcome<At> ask(At.Ask at, Delivery delivery, Session session) {
        var piece = Pieces.of(delivery, session.files()).get(at.files().size());
        var lease = api.lease(piece.name(), piece.type(), session.credential().access());
        return next(new At.Upload(at.work(), at.files(), lease, at.round()));
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        int index = at.files().size();
        var piece = Pieces.of(delivery, session.files()).get(index);
        var seed = delivery.id().toString().replace("-", "") + at.work().place() + "x" + index;
        var reply = api.upload(at.lease(), seed, piece.name(), piece.type(), piece.bytes(), piece.source());
        if (reply.ok()) {
            var file = new File(at.lease().asset(), at.lease().file());
            return next(askOrSubmit(at.work(), Lists.plus(at.files(), file), delivery));
        }
        // the permission lives a quarter of an hour
        if (reply.status() == 403 && at.round() < MOST_ROUNDS) {
            return next(new At.Ask(at.work(), at.files(), at.round() + 1));
        }
        throw new NetworkException(RedditFaults.ofUpload(reply));
    }

    private static At askOrSubmit(Work work, List<File> files, Delivery delivery) {
        return files.size() < Pieces.count(delivery) ? new At.Ask(work, files, 0) : new At.Submit(work, files, false);
    }

    private Outcome<At> submit(At.Submit at, Delivery delivery, Session session) {
        var work = at.work();
        try {
            var submitted = new Submission(delivery, place(work, delivery), work, at.files())
                    .send(api, session.credential().access());
            return submitted.processing()
                    ? later(
                            new At.Appearing(work, at.files(), 0),
                            Duration.ofSeconds(5),
                            "Reddit took the post and processes its files")
                    : out(work, new Out(submitted.id(), submitted.url()), delivery);
        } catch (NetworkException e) {
            if (!(e.fault() instanceof Fault.Rejected refusal)) {
                throw e;
            }
            if (at.doubted() && refusal.code().equals(RedditFaults.DUPLICATE)) {
                // after a doubtful try this speaks for its success
                return looked(work, at.files(), delivery, session, true)
                        .orElseGet(() -> doubt(work, "Reddit says that this link was posted already", delivery));
            }
            return refused(work, refusal, delivery);
        }
    }

    private Outcome<At> looking(At.Looking at, Delivery delivery, Session session) {
        return looked(at.work(), at.files(), delivery, session, false).orElseGet(() -> {
            int most = switch (delivery.format()) {
                case RedditCapabilities.IMAGE -> DOUBTS_OF_PICTURE;
                case RedditCapabilities.VIDEO -> DOUBTS_OF_VIDEO;
                default -> LOOKS_FOR_TEXT;
            };
            return at.looks() < most
                    ? later(
                            new At.Looking(at.work(), at.files(), at.looks() + 1),
                            pause(delivery),
                            "looking whether Reddit has the post")
                    : next(new At.Submit(at.work(), at.files(), true));
        });
    }

    private Outcome<At> appearing(At.Appearing at, Delivery delivery, Session session) {
        return Looks.at(() -> looked(at.work(), at.files(), delivery, session, true))
                .orElseGet(() -> {
                    boolean video = delivery.format().equals(RedditCapabilities.VIDEO);
                    if (at.looks() >= (video ? LOOKS_FOR_VIDEO : LOOKS_FOR_PICTURE)) {
                        return doubt(at.work(), "Reddit took the files, but the post has not appeared", delivery);
                    }
                    var pause = Duration.ofSeconds(at.looks() < 1 ? 10 : at.looks() < 6 ? 20 : 60);
                    return later(
                            new At.Appearing(at.work(), at.files(), at.looks() + 1),
                            pause,
                            "Reddit took the post and processes its files");
                });
    }

    /**
     * Looks for the post among the account's own.
     *
     * @param accepted it must be there or come: one that is alike is it, also where its file got another name
     * @return empty when it is not there
     */
    private Optional<Outcome<At>> looked(
            Work work, List<File> files, Delivery delivery, Session session, boolean accepted) {
        var taken = new HashSet<String>();
        work.out().forEach(one -> taken.add(one.id()));
        var assets = files.stream().map(File::asset).toList();
        var found = new Likeness(delivery, place(work, delivery), taken, assets)
                .among(api.newest(
                        session.account().handle(), session.credential().access()));
        if (found.sure().size() == 1) {
            return Optional.of(out(work, out(found.sure().getFirst()), delivery));
        }
        if (accepted && found.sure().isEmpty() && found.alike().size() == 1) {
            return Optional.of(out(work, out(found.alike().getFirst()), delivery));
        }
        boolean unclear = !found.sure().isEmpty() || !found.alike().isEmpty();
        return unclear && !accepted
                ? Optional.of(doubt(work, "a post of this account looks like it, but may be another one", delivery))
                : Optional.empty();
    }

    private Out out(Seen seen) {
        return new Out(
                Objects.requireNonNullElse(seen.name(), ""),
                api.permalink(Objects.requireNonNullElse(seen.permalink(), "/")).toString());
    }

    /** Only Reddit's processing hides a post for a while; galleries and whatever has no files are listed at once. */
    private static boolean hidden(Delivery delivery) {
        return delivery.format().equals(RedditCapabilities.IMAGE)
                || delivery.format().equals(RedditCapabilities.VIDEO);
    }

    private static Duration pause(Delivery delivery) {
        return hidden(delivery) ? SLOW : SOON;
    }

    private Outcome<At> out(Work work, Out post, Delivery delivery) {
        var after = work.with(post);
        return options(delivery).comment().isEmpty() ? onward(after, delivery, true) : next(new At.Comment(after));
    }

    private Outcome<At> comment(Work work, Delivery delivery, Session session) {
        try {
            api.comment(
                    work.out().getLast().id(),
                    options(delivery).comment(),
                    session.credential().access());
            return onward(work, delivery, true);
        } catch (NetworkException e) {
            return uncommented(e, work, "the first comment was refused: ", delivery);
        }
    }

    private Outcome<At> commented(Work work, Delivery delivery, Session session) {
        try {
            boolean there = api.commented(
                    work.out().getLast().id(),
                    session.account().handle(),
                    options(delivery).comment(),
                    session.credential().access());
            return there ? onward(work, delivery, true) : next(new At.Comment(work));
        } catch (NetworkException e) {
            return uncommented(e, work, "whether the first comment is there was not told: ", delivery);
        }
    }

    /** The post is out: nothing about its comment makes it fail. */
    private Outcome<At> uncommented(NetworkException e, Work work, String what, Delivery delivery) {
        var remark = what + place(work, delivery).shown() + ": ";
        return switch (e.fault()) {
            case Fault.Rejected(var code, var words) -> onward(work.remark(remark + words), delivery, true);
            case Fault.Revoked(var words) -> onward(work.remark(remark + words), delivery, true);
            case Fault.Busy busy -> throw e;
            case Fault.Unavailable unavailable -> throw e;
            case Fault.Expired expired -> throw e;
        };
    }

    private Outcome<At> orRefused(Work work, Delivery delivery, Supplier<Outcome<At>> move) {
        try {
            return move.get();
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected refusal) {
                return refused(work, refusal, delivery);
            }
            throw e;
        }
    }

    private Outcome<At> refused(Work work, Fault.Rejected refusal, Delivery delivery) {
        if (places(delivery).size() == 1) {
            throw new NetworkException(refusal);
        }
        var words = "not posted in: " + place(work, delivery).shown() + ": " + refusal.message();
        return onward(work.refused(refusal.code(), words), delivery, false);
    }

    private Outcome<At> doubt(Work work, String words, Delivery delivery) {
        if (places(delivery).size() == 1) {
            return new Unknown<>(words);
        }
        var told = "look yourself whether it is there: " + place(work, delivery).shown() + ": " + words;
        return onward(work.doubtful(told), delivery, true);
    }

    /** @param posted whether something may just have come out, so that the next subreddit has to wait */
    private Outcome<At> onward(Work work, Delivery delivery, boolean posted) {
        var places = places(delivery);
        if (work.place() + 1 < places.size()) {
            var check = new At.Check(work.next());
            return posted ? later(check, spacing, "a pause before the next subreddit") : next(check);
        }
        if (!work.out().isEmpty()) {
            return later(new At.Visible(work), FILTERS, "it is out; waiting whether Reddit's filters leave it there");
        }
        var told = RemotePost.joined(work.troubles().toArray(String[]::new));
        if (work.doubt()) {
            return new Unknown<>(told);
        }
        throw rejected(Objects.requireNonNullElse(work.code(), RedditFaults.REFUSED), told);
    }

    private Outcome<At> visible(Work work, Session session) {
        return published(work, removals.remarks(work.out(), session));
    }

    private Outcome<At> published(Work work, List<String> removed) {
        var first = work.out().getFirst();
        var others = work.out().subList(1, work.out().size());
        var notes = new ArrayList<String>(removed);
        notes.addAll(work.troubles());
        if (!others.isEmpty()) {
            notes.add(others.stream().map(Out::url).collect(Collectors.joining(", ", "also at: ", "")));
        }
        return new Published<>(new RemotePost(
                first.id(),
                first.url().isEmpty() ? null : api.permalink(first.url()),
                others.stream().map(Out::id).toList(),
                RemotePost.joined(notes.toArray(String[]::new))));
    }

    private static RedditOptions options(Delivery delivery) {
        return (RedditOptions) delivery.options();
    }

    private static List<Place> places(Delivery delivery) {
        return options(delivery).places();
    }

    private static Place place(Work work, Delivery delivery) {
        return places(delivery).get(work.place());
    }

    private static NetworkException rejected(String code, String words) {
        return new NetworkException(new Fault.Rejected(code, words));
    }

    private static Outcome<At> later(At at, Duration in, String why) {
        return new Later<>(at, in, why);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
