package planner.adapter.threads;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import planner.adapter.kit.Lists;
import planner.adapter.kit.Looks;
import planner.adapter.meta.ContainerStatus;
import planner.adapter.meta.Extras;
import planner.adapter.meta.GraphFaults;
import planner.adapter.threads.ThreadsApi.Answer;
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

/**
 * For each post of the thread a container for every medium, one over them where there are several, a wait, and one call
 * that makes it visible; each further post, and the first comment, answers what is out.
 */
final class ThreadsPublisher implements Publisher<At> {
    private static final int MOST_ROUNDS = 2;
    private static final int MOST_FAILURES = 1;
    private static final int MOST_TRIES = 3;
    private static final int MOST_LOOKS = 6;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);

    /** A file that was not fetched, and an answered post that Threads does not show yet: both may pass. */
    private static final Map<String, Duration> PASSING = Map.of(ThreadsFaults.FETCH, AGAIN, ThreadsFaults.GONE, SOON);

    private final ThreadsApi api;

    ThreadsPublisher(ThreadsApi api) {
        this.api = api;
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

    /** Each post of a chain waits for its files and, as an answer, ten seconds more. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Quota(List.of());
    }

    /** What was prepared has expired after a day; what is out is looked for anew. */
    @Override
    public At again(At step, Delivery delivery) {
        if (step instanceof At.Find at) {
            return new At.Find(at.before(), at.container(), 0);
        }
        return step.complete() ? step : new At.Make(step.out(), List.of(), 0, false);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Quota(var out) -> quota(out, delivery, session);
            case At.Make make -> whole(at, "the first comment was refused", () -> make(make, delivery, session));
            case At.Processing processing ->
                whole(at, "the first comment was refused", () -> processing(processing, delivery, session));
            case At.Publish publish ->
                whole(at, "the first comment was refused", () -> publish(publish, delivery, session));
            case At.Find find -> find(find, delivery, session);
            case At.Link(var out, var note) -> link(out, note, session);
        };
    }

    /** A first comment never fails its post. */
    private static Outcome<At> whole(At at, String what, Supplier<Outcome<At>> call) {
        return at.complete() ? Extras.tried(call, words -> new At.Link(at.out(), what + ": " + words)) : call.get();
    }

    private Outcome<At> quota(List<String> out, Delivery delivery, Session session) {
        Scopes.demand(delivery, session.credential());
        var quotas = api.quotas(session);
        demand(1, quotas.posts(), "posts of today that are used: ");
        demand(delivery.parts().size() - 1, quotas.replies(), "replies of today that are used: ");
        return next(new At.Make(out, List.of(), 0, false));
    }

    private static void demand(int wanted, ThreadsApi.Quota quota, String what) {
        if (wanted > quota.left()) {
            throw new NetworkException(
                    new Fault.Busy(GraphFaults.HOUR, Scope.CHANNEL, what + quota.used() + "/" + quota.total()));
        }
    }

    private Outcome<At> make(At.Make at, Delivery delivery, Session session) {
        try {
            var container = api.container(Containers.fields(at, delivery, session.files()), session);
            var next = new At.Processing(at.out(), at.children(), container, 0, at.round(), at.comment());
            boolean child = Containers.child(at.out(), at.children(), at.comment(), delivery);
            return at.out().isEmpty() || child ? next(next) : new Later<>(next, SOON, "Threads prepares the reply");
        } catch (NetworkException e) {
            if (at.round() < MOST_ROUNDS
                    && e.fault() instanceof Fault.Rejected(var code, var words)
                    && PASSING.containsKey(code)) {
                var again = new At.Make(at.out(), at.children(), at.round() + 1, at.comment());
                return new Later<>(again, PASSING.getOrDefault(code, AGAIN), words);
            }
            throw e;
        }
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var state = api.state(at.container(), session);
        return switch (state.status()) {
            case IN_PROGRESS -> lookAgain(at, "Threads is processing the post");
            case FINISHED -> next(finished(at, delivery));
            // only a publish call of ours can have done that
            case PUBLISHED -> next(published(at.out(), at.container(), at.comment()));
            case GONE ->
                at.looks() < MOST_TRIES
                        ? lookAgain(at, "Threads does not show the prepared post yet")
                        : next(new At.Make(at.out(), List.of(), at.round(), at.comment()));
            case EXPIRED -> next(new At.Make(at.out(), List.of(), at.round(), at.comment()));
            case ERROR -> failed(at, state.word());
        };
    }

    private static Outcome<At> lookAgain(At.Processing at, String why) {
        var again =
                new At.Processing(at.out(), at.children(), at.container(), at.looks() + 1, at.round(), at.comment());
        return new Later<>(again, ContainerStatus.pause(at.looks()), why);
    }

    private static At finished(At.Processing at, Delivery delivery) {
        return Containers.child(at.out(), at.children(), at.comment(), delivery)
                ? new At.Make(at.out(), Lists.plus(at.children(), at.container()), 0, at.comment())
                : new At.Publish(at.out(), at.container(), 0, at.comment());
    }

    private static Outcome<At> failed(At.Processing at, String word) {
        if (at.round() >= MOST_FAILURES || !ThreadsFaults.passing(word)) {
            throw new NetworkException(ThreadsFaults.ofContainer(word));
        }
        var again = new At.Make(at.out(), at.children(), at.round() + 1, at.comment());
        return new Later<>(again, AGAIN, "Threads could not process the post");
    }

    private Outcome<At> publish(At.Publish at, Delivery delivery, Session session) {
        return switch (api.publish(at.container(), session)) {
            case Answer.Out(var media) ->
                next(at.comment() ? new At.Link(at.out(), "") : after(Lists.plus(at.out(), media), delivery));
            case Answer.NotFound(var words) -> notFound(at, words, session);
            case Answer.Blocked(var fault) -> {
                if (status(at, session) != ContainerStatus.PUBLISHED) {
                    throw new NetworkException(fault);
                }
                yield next(published(at.out(), at.container(), at.comment()));
            }
        };
    }

    private ContainerStatus status(At.Publish at, Session session) {
        return Looks.at(() -> api.state(at.container(), session)).status();
    }

    private Outcome<At> notFound(At.Publish at, String words, Session session) {
        return switch (status(at, session)) {
            case PUBLISHED -> next(published(at.out(), at.container(), at.comment()));
            case ERROR, EXPIRED -> next(new At.Make(at.out(), List.of(), 0, at.comment()));
            case FINISHED, IN_PROGRESS -> {
                if (at.tries() >= MOST_TRIES) {
                    throw new NetworkException(new Fault.Rejected(ThreadsFaults.UNKNOWN_CONTAINER, words));
                }
                var again = new At.Publish(at.out(), at.container(), at.tries() + 1, at.comment());
                yield new Later<>(again, SOON, "Threads does not know the prepared post yet");
            }
            // neither the call nor the look tells: reconcile looks for the post itself
            case GONE -> throw new NetworkException(new Fault.Unavailable(true, words));
        };
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return step instanceof At.Publish at
                ? whole(at, "whether the first comment is there was not told", () -> lookFor(at, delivery, session))
                : next(step);
    }

    private Outcome<At> lookFor(At.Publish at, Delivery delivery, Session session) {
        return switch (status(at, session)) {
            case PUBLISHED -> next(published(at.out(), at.container(), at.comment()));
            case FINISHED -> next(at);
            case IN_PROGRESS -> new Later<>(at, ContainerStatus.pause(0), "Threads is processing the post");
            case ERROR, EXPIRED -> next(new At.Make(at.out(), List.of(), 0, at.comment()));
            // forgotten by Threads: only the post itself could still tell
            case GONE -> {
                if (at.comment()) {
                    yield next(new At.Link(at.out(), "whether the first comment is there was not told"));
                }
                var seen = seen(at.out(), delivery, session);
                yield seen.size() == 1
                        ? next(after(Lists.plus(at.out(), seen.getFirst()), delivery))
                        : new Outcome.Unknown<>(
                                "Threads no longer knows the prepared post; posts that look like it: " + seen.size());
            }
        };
    }

    private static At published(List<String> out, String container, boolean comment) {
        return comment ? new At.Link(out, "") : new At.Find(out, container, 0);
    }

    private Outcome<At> find(At.Find at, Delivery delivery, Session session) {
        var seen = seen(at.before(), delivery, session);
        if (seen.size() == 1) {
            return next(after(Lists.plus(at.before(), seen.getFirst()), delivery));
        }
        if (at.looks() < MOST_LOOKS) {
            return new Later<>(
                    new At.Find(at.before(), at.container(), at.looks() + 1),
                    LOOK_AGAIN,
                    "it is out; looking for its address");
        }
        var what =
                seen.isEmpty() ? "Threads did not tell the post's address" : "posts that look like it: " + seen.size();
        if (at.out().size() < delivery.parts().size()) {
            throw new NetworkException(new Fault.Rejected("unfound", what));
        }
        var out = at.out();
        return new Published<>(new RemotePost(
                out.getFirst(), profile(session), out.subList(1, out.size()), RemotePost.joined("published", what)));
    }

    /** Since the post was due, with the same text, in reply to the same. */
    private List<String> seen(List<String> out, Delivery delivery, Session session) {
        var since = delivery.scheduledAt().minusSeconds(60);
        var text = delivery.parts().get(out.size()).text().strip();
        return Looks.at(() -> out.isEmpty() ? api.posts(since, session) : api.replies(since, session)).stream()
                .filter(seen -> !seen.at().isBefore(since) && !out.contains(seen.id()))
                .filter(seen -> seen.textOrEmpty().equals(text))
                .filter(seen -> out.isEmpty() || answers(seen, out.getLast()))
                .map(ThreadsApi.Seen::id)
                .toList();
    }

    private static boolean answers(ThreadsApi.Seen seen, String parent) {
        var told = seen.repliedTo();
        return told == null || told.id() == null || told.id().equals(parent);
    }

    private static At after(List<String> out, Delivery delivery) {
        if (out.size() < delivery.parts().size()) {
            return new At.Make(out, List.of(), 0, false);
        }
        return ThreadsOptions.of(delivery).commentOrEmpty().isEmpty()
                ? new At.Link(out, "")
                : new At.Make(out, List.of(), 0, true);
    }

    private Outcome<At> link(List<String> out, String note, Session session) {
        URI link;
        try {
            link = api.permalink(out.getFirst(), session).orElseGet(() -> profile(session));
        } catch (NetworkException e) {
            link = profile(session);
        }
        return new Published<>(new RemotePost(out.getFirst(), link, out.subList(1, out.size()), note));
    }

    private static URI profile(Session session) {
        return URI.create("https://www.threads.net/@" + session.account().handle());
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
