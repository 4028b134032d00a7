package planner.adapter.x;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Json;
import planner.adapter.kit.Lists;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.Outcome.Unknown;
import planner.network.Publisher;
import planner.network.RemotePost;
import planner.network.Session;
import planner.network.Step;

/**
 * For each post of the thread: its media, invisibly, then the post itself as a reply to the one before. There is no
 * idempotency key: a cut post is looked for among the account's own.
 */
final class XPublisher implements Publisher<XPublisher.At> {
    static final int CHUNK = 4 * 1024 * 1024;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration REFUSED = Duration.ofMinutes(1);
    private static final int MOST_REFUSALS = 3;

    private final XApi api;

    XPublisher(XApi api) {
        this.api = api;
    }

    /** @see #posted in every step: the ids of the thread's posts that are out */
    sealed interface At extends Step {
        List<String> posted();

        @Override
        default List<String> out() {
            return posted();
        }

        /** @param media ids of this part's files so far; the next file is the one after them */
        record Attach(List<String> posted, List<String> media) implements At {}

        record Append(List<String> posted, List<String> media, String id, int segment) implements At {}

        record Finish(List<String> posted, List<String> media, String id) implements At {}

        record Processing(List<String> posted, List<String> media, String id) implements At {}

        record Describe(List<String> posted, List<String> media, String id) implements At {}

        /**
         * @param looks how often it was looked for since it was cut short
         * @param doubted an earlier try was cut short and not found
         * @param refusals how often it was refused as a duplicate since
         */
        record Post(List<String> posted, List<String> media, int looks, boolean doubted, int refusals) implements At {
            @Override
            public boolean repeatable() {
                return false;
            }
        }
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public Duration settlesWithin() {
        return LOOK_AGAIN;
    }

    @Override
    public At first(Delivery delivery) {
        return attachOrPost(List.of(), List.of(), delivery);
    }

    /** Uploaded files are kept for a day only. */
    @Override
    public At again(At at, Delivery delivery) {
        return attachOrPost(at.posted(), List.of(), delivery);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        var token = session.credential().access();
        return switch (at) {
            case At.Attach attach -> attach(attach, delivery, session);
            case At.Append append -> append(append, delivery, session);
            case At.Finish(var posted, var media, var id) ->
                api.finish(id, token).isEmpty()
                        ? next(new At.Describe(posted, media, id))
                        : next(new At.Processing(posted, media, id));
            case At.Processing(var posted, var media, var id) -> processing(at, posted, media, id, token);
            case At.Describe describe -> describe(describe, delivery, token);
            case At.Post post -> post(post, delivery, session);
        };
    }

    private Outcome<At> attach(At.Attach at, Delivery delivery, Session session) {
        var file = file(at, at.media().size(), delivery);
        var token = session.credential().access();
        return file.kind() == MediaKind.IMAGE
                ? next(new At.Describe(at.posted(), at.media(), api.upload(file, session.files(), token)))
                : next(new At.Append(at.posted(), at.media(), api.initialize(file, token), 0));
    }

    private Outcome<At> append(At.Append at, Delivery delivery, Session session) {
        var file = file(at, at.media().size(), delivery);
        long offset = (long) at.segment() * CHUNK;
        long length = Math.min(CHUNK, file.bytes() - offset);
        api.append(
                at.id(),
                at.segment(),
                file,
                offset,
                length,
                session.files(),
                session.credential().access());
        return offset + length >= file.bytes()
                ? next(new At.Finish(at.posted(), at.media(), at.id()))
                : next(new At.Append(at.posted(), at.media(), at.id(), at.segment() + 1));
    }

    private Outcome<At> processing(At at, List<String> posted, List<String> media, String id, String token) {
        var info = api.status(id, token);
        if (info.isEmpty() || info.get().state().equals("succeeded")) {
            return next(new At.Describe(posted, media, id));
        }
        if (info.get().state().equals("failed")) {
            var error = info.get().error();
            throw new NetworkException(new Fault.Rejected("media-failed", error == null ? "" : Json.text(error)));
        }
        var seconds = info.get().seconds();
        return new Later<>(
                at, Duration.ofSeconds(seconds == null ? 5 : Math.clamp(seconds, 1, 60)), "X is processing the file");
    }

    private Outcome<At> describe(At.Describe at, Delivery delivery, String token) {
        var file = file(at, at.media().size(), delivery);
        if (!file.alt().isBlank() && file.kind() != MediaKind.VIDEO) {
            api.describe(at.id(), file.alt(), token);
        }
        return next(attachOrPost(at.posted(), Lists.plus(at.media(), at.id()), delivery));
    }

    private Outcome<At> post(At.Post at, Delivery delivery, Session session) {
        try {
            return out(at, api.post(body(at, delivery), session.credential().access()), delivery, session);
        } catch (NetworkException e) {
            if (at.doubted()
                    && e.fault() instanceof Fault.Rejected(var code, var words)
                    && code.equals(XFaults.DUPLICATE)) {
                return refusedAsDuplicate(at, delivery, session, words);
            }
            throw e;
        }
    }

    /** After a doubtful try "duplicate" speaks for its success: look once more before believing anything else. */
    private Outcome<At> refusedAsDuplicate(At.Post at, Delivery delivery, Session session, String words) {
        var found = find(at, delivery, session);
        if (found.size() == 1) {
            return out(at, found.getFirst(), delivery, session);
        }
        if (at.refusals() >= MOST_REFUSALS) {
            return new Unknown<>("X says that this text was posted already, but does not show the post: " + words);
        }
        var again = new At.Post(at.posted(), at.media(), 0, true, at.refusals() + 1);
        return new Later<>(again, REFUSED, "X says that this text was posted already; looking for it");
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        if (!(step instanceof At.Post at)) {
            return next(step);
        }
        var found = find(at, delivery, session);
        if (found.size() == 1) {
            return out(at, found.getFirst(), delivery, session);
        }
        if (found.size() > 1) {
            return new Unknown<>("more than one post of this account looks like it");
        }
        return at.looks() == 0
                ? new Later<>(
                        new At.Post(at.posted(), at.media(), 1, at.doubted(), at.refusals()),
                        LOOK_AGAIN,
                        "looking whether X has the post")
                : next(new At.Post(at.posted(), at.media(), 0, true, at.refusals()));
    }

    /** Own posts since this one was due that say the same, in reply to the same. */
    private List<String> find(At.Post at, Delivery delivery, Session session) {
        var wanted = XText.plain(text(at, delivery));
        var parent = parent(at);
        return api
                .since(
                        session.account().id(),
                        delivery.scheduledAt().minusSeconds(60),
                        session.credential().access())
                .stream()
                .filter(seen -> !at.posted().contains(seen.id()))
                .filter(seen -> XText.asWritten(seen).equals(wanted))
                .filter(seen -> XText.repliesTo(seen).equals(parent))
                .map(XApi.Seen::id)
                .toList();
    }

    private Outcome<At> out(At.Post at, String id, Delivery delivery, Session session) {
        var posted = Lists.plus(at.posted(), id);
        if (posted.size() < delivery.parts().size()) {
            return next(attachOrPost(posted, List.of(), delivery));
        }
        var first = posted.getFirst();
        return new Published<>(new RemotePost(
                first, api.permalink(session.account().handle(), first), posted.subList(1, posted.size()), ""));
    }

    private static XApi.NewPost body(At.Post at, Delivery delivery) {
        var options = (XOptions) delivery.options();
        var text = text(at, delivery);
        boolean first = at.posted().isEmpty();
        var poll = first ? options.poll() : null;
        return new XApi.NewPost(
                text.isBlank() ? null : text,
                at.media().isEmpty() ? null : new XApi.MediaIds(at.media()),
                poll == null || poll.options().isEmpty() ? null : new XApi.Poll(poll.options(), poll.minutesOrDay()),
                parent(at).map(XApi.Reply1::new).orElse(null),
                first ? replies(options.replies()) : null,
                Boolean.TRUE.equals(options.madeWithAi()) ? true : null,
                Boolean.TRUE.equals(options.paidPartnership()) ? true : null);
    }

    private static @Nullable String replies(XOptions.@Nullable Replies replies) {
        if (replies == null) {
            return null;
        }
        return switch (replies) {
            case EVERYONE -> null;
            case MENTIONED_USERS -> "mentionedUsers";
            case FOLLOWING, SUBSCRIBERS, VERIFIED -> replies.name().toLowerCase(Locale.ROOT);
        };
    }

    private static Optional<String> parent(At at) {
        return at.posted().isEmpty()
                ? Optional.empty()
                : Optional.of(at.posted().getLast());
    }

    private static String text(At at, Delivery delivery) {
        return part(at, delivery).text();
    }

    private static Delivery.Part part(At at, Delivery delivery) {
        return delivery.parts().get(at.posted().size());
    }

    private static Media file(At at, int index, Delivery delivery) {
        return part(at, delivery).media().get(index);
    }

    private static At attachOrPost(List<String> posted, List<String> media, Delivery delivery) {
        boolean more =
                media.size() < delivery.parts().get(posted.size()).media().size();
        return more ? new At.Attach(posted, media) : new At.Post(posted, media, 0, false, 0);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
