package planner.adapter.instagram;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import planner.adapter.kit.Lists;
import planner.adapter.kit.Looks;
import planner.adapter.meta.ContainerStatus;
import planner.adapter.meta.Extras;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Fault.Scope;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;

/**
 * A container per medium, a parent over several, a wait while Instagram processes, then one publish call. The container
 * itself knows whether it was published. Several stories go out one after the other.
 */
final class InstagramPublisher implements Publisher<InstagramPublisher.At> {
    private static final Duration FULL = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final int MOST_ROUNDS = 2;
    private static final int MOST_LOOKS = 3;
    private static final String ITEM_EXPIRED = "an item of the carousel has expired";
    private static final String CONTAINER_EXPIRED = "what was prepared has expired";

    private final InstagramApi api;

    InstagramPublisher(InstagramApi api) {
        this.api = api;
    }

    /** {@code out} in every step: media ids that are published; more than one only for stories. */
    sealed interface At extends Step {
        @Override
        List<String> out();

        @Override
        default boolean complete() {
            return this instanceof CommentsOff || this instanceof Comment || this instanceof Link;
        }

        record Quota(List<String> out) implements At {}

        /** @param children finished containers of a carousel; @param round how often a failed container was made anew */
        record Make(List<String> out, List<String> children, int round) implements At {}

        record Upload(List<String> out, List<String> children, String container, int round) implements At {}

        /** @param child whether it is an item of a carousel that is not yet whole */
        record Processing(
                List<String> out, List<String> children, String container, boolean child, int polls, int round)
                implements At {}

        record Publish(List<String> out, String container) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }

        /** It is certainly out, and its container stands for it; which of the account's posts is it? @param looks so far */
        record Find(@JsonAlias("out") List<String> before, String container, int looks) implements At {
            @Override
            public List<String> out() {
                return Lists.plus(before, container);
            }
        }

        record CommentsOff(List<String> out) implements At {}

        record Comment(List<String> out) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }

        record Link(List<String> out, String note) implements At {}
    }

    /** What was prepared has expired after a day; what is out is looked for anew. */
    @Override
    public At again(At at, Delivery delivery) {
        if (at instanceof At.Find find) {
            return new At.Find(find.before(), find.container(), 0);
        }
        return at.complete() ? at : new At.Make(at.out(), List.of(), 0);
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** The container's status is true at once. */
    @Override
    public Duration settlesWithin() {
        return Duration.ofSeconds(15);
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Quota(List.of());
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Quota(var out) -> quota(out, session);
            case At.Make make -> make(make, delivery, session);
            case At.Upload upload -> upload(upload, delivery, session);
            case At.Processing processing -> processing(processing, session);
            case At.Publish publish -> publish(publish, delivery, session);
            case At.Find find -> find(find, delivery, session);
            case At.CommentsOff(var out) -> commentsOff(out, delivery, session);
            case At.Comment(var out) -> comment(out, delivery, session);
            case At.Link(var out, var note) -> link(out, note, session);
        };
    }

    /** Only a full day rests the channel: stories that find no room later wait at their publish call. */
    private Outcome<At> quota(List<String> out, Session session) {
        var quota = api.quota(session);
        if (quota.used() >= quota.total()) {
            throw new NetworkException(new Fault.Busy(FULL, Scope.CHANNEL, InstagramFaults.QUOTA));
        }
        return next(new At.Make(out, List.of(), 0));
    }

    private Outcome<At> make(At.Make at, Delivery delivery, Session session) {
        boolean carousel = delivery.format().equals(InstagramCapabilities.CAROUSEL);
        if (carousel && at.children().size() == delivery.media().size()) {
            return api.carousel(Containers.carousel(delivery, at.children()), session)
                    .map(whole -> next(new At.Processing(at.out(), at.children(), whole, false, 0, at.round())))
                    .orElseGet(() -> anew(at.out(), List.of(), at.round(), ITEM_EXPIRED));
        }
        int which = current(at.out(), at.children(), delivery);
        boolean bytes = Containers.byBytes(delivery.media().get(which), session);
        var id = api.container(
                carousel
                        ? Containers.child(delivery, which, bytes, session.files())
                        : Containers.single(delivery, which, bytes, session.files()),
                session);
        return next(
                bytes
                        ? new At.Upload(at.out(), at.children(), id, at.round())
                        : new At.Processing(at.out(), at.children(), id, carousel, 0, at.round()));
    }

    /** Containers live for a day; who rested in between makes all of them anew, but not for ever. */
    private static Outcome<At> anew(List<String> out, List<String> children, int round, String why) {
        if (round >= MOST_ROUNDS) {
            throw new NetworkException(InstagramFaults.failedForGood(why));
        }
        return new Later<>(new At.Make(out, children, round + 1), AGAIN, why);
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        var media = delivery.media().get(current(at.out(), at.children(), delivery));
        var arrived = api.arrived(at.container(), session);
        switch (arrived.code()) {
            case IN_PROGRESS, FINISHED, PUBLISHED, ERROR -> {
                if (arrived.bytes() < media.bytes()) {
                    api.upload(at.container(), media, arrived.bytes(), session);
                }
            }
            // it waited for more than a day: what has arrived is lost
            case EXPIRED, GONE -> {
                return anew(at.out(), List.of(), at.round(), CONTAINER_EXPIRED);
            }
        }
        boolean child = delivery.format().equals(InstagramCapabilities.CAROUSEL);
        return next(new At.Processing(at.out(), at.children(), at.container(), child, 0, at.round()));
    }

    private Outcome<At> processing(At.Processing at, Session session) {
        var state = api.state(at.container(), session);
        return switch (state.code()) {
            case IN_PROGRESS ->
                new Later<>(
                        new At.Processing(
                                at.out(), at.children(), at.container(), at.child(), at.polls() + 1, at.round()),
                        ContainerStatus.pause(at.polls()),
                        "Instagram is processing the media");
            case FINISHED ->
                next(
                        at.child()
                                ? new At.Make(at.out(), Lists.plus(at.children(), at.container()), at.round())
                                : new At.Publish(at.out(), at.container()));
            // only a publish call of ours can have done that
            case PUBLISHED -> next(new At.Find(at.out(), at.container(), 0));
            case EXPIRED, GONE -> anew(at.out(), List.of(), at.round(), CONTAINER_EXPIRED);
            case ERROR -> failed(at, state.words());
        };
    }

    private static Outcome<At> failed(At.Processing at, String words) {
        var fault = InstagramFaults.ofContainer(words);
        if (fault instanceof Fault.Rejected) {
            throw new NetworkException(fault);
        }
        return anew(at.out(), at.child() ? at.children() : List.of(), at.round(), words);
    }

    private Outcome<At> publish(At.Publish at, Delivery delivery, Session session) {
        return switch (api.publish(at.container(), session)) {
            case InstagramApi.Answer.Out(var media) -> after(Lists.plus(at.out(), media), delivery);
            case InstagramApi.Answer.Blocked(var fault) -> {
                if (api.state(at.container(), session).code() != ContainerStatus.PUBLISHED) {
                    throw new NetworkException(fault);
                }
                yield next(new At.Find(at.out(), at.container(), 0));
            }
        };
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Publish at ->
                switch (api.state(at.container(), session).code()) {
                    case PUBLISHED -> next(new At.Find(at.out(), at.container(), 0));
                    case FINISHED -> next(at);
                    case IN_PROGRESS -> new Later<>(at, ContainerStatus.pause(0), "Instagram is processing the media");
                    case ERROR, EXPIRED -> next(new At.Make(at.out(), List.of(), 0));
                    // forgotten by Instagram: only the post itself could still tell
                    case GONE ->
                        recognised(at.out(), delivery, session)
                                .map(media -> after(Lists.plus(at.out(), media), delivery))
                                .orElseGet(() -> new Outcome.Unknown<>("Instagram no longer knows the container"));
                };
            case At.Comment(var out) ->
                extra(
                        () -> switch (api.commented(out.getFirst(), comment(delivery), session)) {
                            case YES -> new At.Link(out, "");
                            case NO -> new At.Comment(out);
                            case TOO_MANY -> new At.Link(out, "whether the first comment is there was not told");
                        },
                        out,
                        "whether the first comment is there was not told: ");
            case At.Quota at -> next(at);
            case At.Make at -> next(at);
            case At.Upload at -> next(at);
            case At.Processing at -> next(at);
            case At.Find at -> next(at);
            case At.CommentsOff at -> next(at);
            case At.Link at -> next(at);
        };
    }

    private Outcome<At> find(At.Find at, Delivery delivery, Session session) {
        var media = Looks.at(() -> seen(at.before(), delivery, session));
        if (media.isPresent()) {
            return after(Lists.plus(at.before(), media.get()), delivery);
        }
        if (at.looks() < MOST_LOOKS) {
            return new Later<>(
                    new At.Find(at.before(), at.container(), at.looks() + 1),
                    Duration.ofSeconds(20),
                    "it is out; looking for its address");
        }
        var out = at.out();
        return nextAfter(out, delivery) instanceof At.Make further
                ? next(further)
                : new Published<>(new RemotePost(
                        out.getFirst(),
                        profile(session),
                        out.subList(1, out.size()),
                        "published; Instagram did not tell the post's address"));
    }

    private Optional<String> seen(List<String> out, Delivery delivery, Session session) {
        return delivery.format().equals(InstagramCapabilities.STORY)
                ? onlyStory(out, delivery, session)
                : newest(out, delivery, session);
    }

    /** The newest since the post was due with the same caption. */
    private Optional<String> newest(List<String> out, Delivery delivery, Session session) {
        return api.newest(session).stream()
                .filter(seen -> since(seen, delivery) && !out.contains(seen.id()))
                .filter(seen -> Objects.requireNonNullElse(seen.caption(), "").equals(delivery.text()))
                .map(InstagramApi.Seen::id)
                .findFirst();
    }

    /**
     * A story has no words to know it by: it is the only new one there is, or nobody can tell. One before it that is
     * known by its container alone may be the one that is seen.
     */
    private Optional<String> onlyStory(List<String> out, Delivery delivery, Session session) {
        var seen = api.stories(session).stream()
                .filter(story -> since(story, delivery))
                .map(InstagramApi.Seen::id)
                .toList();
        var others = seen.stream().filter(id -> !out.contains(id)).toList();
        return seen.containsAll(out) && others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    private static boolean since(InstagramApi.Seen seen, Delivery delivery) {
        return !seen.at().isBefore(delivery.scheduledAt().minusSeconds(60));
    }

    /** Not even the only new story is certainly ours where Instagram does not say that ours is out. */
    private Optional<String> recognised(List<String> out, Delivery delivery, Session session) {
        return delivery.format().equals(InstagramCapabilities.STORY)
                ? Optional.empty()
                : newest(out, delivery, session);
    }

    private static At nextAfter(List<String> out, Delivery delivery) {
        var options = (InstagramOptions) delivery.options();
        if (delivery.format().equals(InstagramCapabilities.STORY)) {
            return out.size() < delivery.media().size() ? new At.Make(out, List.of(), 0) : new At.Link(out, "");
        }
        return Boolean.FALSE.equals(options.comments()) ? new At.CommentsOff(out) : commentOrLink(out, delivery);
    }

    private static At commentOrLink(List<String> out, Delivery delivery) {
        return comment(delivery).isEmpty() ? new At.Link(out, "") : new At.Comment(out);
    }

    private static Outcome<At> after(List<String> out, Delivery delivery) {
        return next(nextAfter(out, delivery));
    }

    private Outcome<At> commentsOff(List<String> out, Delivery delivery, Session session) {
        return extra(
                () -> {
                    api.commentsOff(out.getFirst(), session);
                    return commentOrLink(out, delivery);
                },
                out,
                "comments could not be switched off: ");
    }

    private Outcome<At> comment(List<String> out, Delivery delivery, Session session) {
        return extra(
                () -> {
                    api.comment(out.getFirst(), comment(delivery), session);
                    return new At.Link(out, "");
                },
                out,
                "the first comment was refused: ");
    }

    private static Outcome<At> extra(Supplier<At> call, List<String> out, String failed) {
        return Extras.tried(() -> next(call.get()), words -> new At.Link(out, failed + words));
    }

    private Outcome<At> link(List<String> out, String note, Session session) {
        var more = out.subList(1, out.size());
        try {
            var link = api.permalink(out.getFirst(), session).orElseGet(() -> profile(session));
            return new Published<>(new RemotePost(out.getFirst(), link, more, note));
        } catch (NetworkException e) {
            return new Published<>(new RemotePost(out.getFirst(), profile(session), more, note));
        }
    }

    private static URI profile(Session session) {
        return URI.create("https://www.instagram.com/" + session.account().handle() + "/");
    }

    private static String comment(Delivery delivery) {
        return ((InstagramOptions) delivery.options()).firstCommentOrEmpty();
    }

    private static int current(List<String> out, List<String> children, Delivery delivery) {
        return delivery.format().equals(InstagramCapabilities.STORY) ? out.size() : children.size();
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
