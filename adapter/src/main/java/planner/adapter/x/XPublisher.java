package planner.adapter.x;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Lists;
import planner.network.Credential;
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
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    private static final Duration REFUSED = Duration.ofMinutes(1);
    private static final int MOST_REFUSALS = 3;

    private final XApi api;
    private final XUploads uploads;

    XPublisher(XApi api, XUploads uploads) {
        this.api = api;
        this.uploads = uploads;
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

        record Subtitle(List<String> posted, List<String> media, String id) implements At {}

        /** @param track id of the uploaded subtitles of the video {@code id} */
        record Caption(List<String> posted, List<String> media, String id, String track) implements At {}

        /** The people in the photos are looked up, all media are there. */
        record Tag(List<String> posted, List<String> media) implements At {}

        /**
         * @param looks how often it was looked for since it was cut short
         * @param doubted an earlier try was cut short and not found
         * @param refusals how often it was refused as a duplicate since
         * @param tagged ids of people in the photos; {@code null} = nobody
         */
        record Post(
                List<String> posted,
                List<String> media,
                int looks,
                boolean doubted,
                int refusals,
                @Nullable List<String> tagged)
                implements At {
            @Override
            public boolean repeatable() {
                return false;
            }

            Post looked(int looks) {
                return new Post(posted, media, looks, doubted, refusals, tagged);
            }

            Post doubtful(int refusals) {
                return new Post(posted, media, 0, true, refusals, tagged);
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

    /** The largest film takes its time. */
    @Override
    public Duration patience() {
        return Duration.ofHours(1);
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
        var credential = session.credential();
        return switch (at) {
            case At.Attach attach -> attach(attach, delivery, session);
            case At.Append append -> append(append, delivery, session);
            case At.Finish(var posted, var media, var id) ->
                uploads.finish(id, credential).isEmpty()
                        ? next(new At.Describe(posted, media, id))
                        : next(new At.Processing(posted, media, id));
            case At.Processing processing -> processing(processing, credential);
            case At.Describe describe -> describe(describe, delivery, credential);
            case At.Subtitle subtitle -> subtitle(subtitle, delivery, session);
            case At.Caption caption -> caption(caption, delivery, credential);
            case At.Tag tag -> tag(tag, delivery, credential);
            case At.Post post -> post(post, delivery, session);
        };
    }

    private Outcome<At> attach(At.Attach at, Delivery delivery, Session session) {
        var file = file(at, at.media().size(), delivery);
        if (file.kind() == MediaKind.IMAGE) {
            var id = uploads.image(file, session.files(), session.credential());
            return next(new At.Describe(at.posted(), at.media(), id));
        }
        return next(new At.Append(at.posted(), at.media(), uploads.initialize(file, session.credential()), 0));
    }

    private Outcome<At> append(At.Append at, Delivery delivery, Session session) {
        var file = file(at, at.media().size(), delivery);
        long piece = piece(file.bytes());
        long offset = at.segment() * piece;
        long length = Math.min(piece, file.bytes() - offset);
        uploads.append(at.id(), at.segment(), file, offset, length, session.files(), session.credential());
        return offset + length >= file.bytes()
                ? next(new At.Finish(at.posted(), at.media(), at.id()))
                : next(new At.Append(at.posted(), at.media(), at.id(), at.segment() + 1));
    }

    /** How long the pieces of such a file are: only the largest need longer ones than usual. */
    static long piece(long bytes) {
        return Math.max(XCapabilities.PIECE, Math.ceilDiv(bytes, XCapabilities.PIECES));
    }

    private Outcome<At> processing(At.Processing at, Credential credential) {
        var info = uploads.status(at.id(), credential);
        if (info.isEmpty() || info.get().state().equals("succeeded")) {
            return next(new At.Describe(at.posted(), at.media(), at.id()));
        }
        if (info.get().state().equals("failed")) {
            throw new NetworkException(XFaults.ofProcessing(info.get().error()));
        }
        var seconds = info.get().seconds();
        return new Later<>(
                at, Duration.ofSeconds(seconds == null ? 5 : Math.clamp(seconds, 1, 60)), "X is processing the file");
    }

    private Outcome<At> describe(At.Describe at, Delivery delivery, Credential credential) {
        var file = file(at, at.media().size(), delivery);
        XBody.metadata(file, (XOptions) delivery.options())
                .ifPresent(about -> uploads.describe(at.id(), about, credential));
        return XBody.subtitles(at.posted().size(), file, delivery).isPresent()
                ? next(new At.Subtitle(at.posted(), at.media(), at.id()))
                : next(attachOrPost(at.posted(), Lists.plus(at.media(), at.id()), delivery));
    }

    private Outcome<At> subtitle(At.Subtitle at, Delivery delivery, Session session) {
        var subtitles = Objects.requireNonNull(((XOptions) delivery.options()).subtitles());
        var track = uploads.subtitles(subtitles, session.files(), session.credential());
        return next(new At.Caption(at.posted(), at.media(), at.id(), track));
    }

    private Outcome<At> caption(At.Caption at, Delivery delivery, Credential credential) {
        var language = ((XOptions) delivery.options()).languageOfSubtitles();
        uploads.caption(
                at.id(),
                at.track(),
                language,
                Locale.of(language.toLowerCase(Locale.ROOT)).getDisplayLanguage(Locale.ENGLISH),
                credential);
        return next(attachOrPost(at.posted(), Lists.plus(at.media(), at.id()), delivery));
    }

    private Outcome<At> tag(At.Tag at, Delivery delivery, Credential credential) {
        var names = ((XOptions) delivery.options()).names();
        var known = api.people(names, credential);
        var ids = new ArrayList<String>();
        for (var name : names) {
            var id = known.get(name.toLowerCase(Locale.ROOT));
            if (id == null) {
                throw new NetworkException(new Fault.Rejected("unknown-person", "there is no account @" + name));
            }
            ids.add(id);
        }
        return next(new At.Post(at.posted(), at.media(), 0, false, 0, List.copyOf(ids)));
    }

    private Outcome<At> post(At.Post at, Delivery delivery, Session session) {
        try {
            var tagged = at.tagged() == null ? List.<String>of() : at.tagged();
            var body = XBody.post(at.posted().size(), delivery, at.media(), parent(at), tagged);
            return out(at, api.post(body, session.credential()), delivery, session);
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
        return new Later<>(
                at.doubtful(at.refusals() + 1), REFUSED, "X says that this text was posted already; looking for it");
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
        if (at.looks() == 0) {
            return new Later<>(at.looked(1), LOOK_AGAIN, "looking whether X has the post");
        }
        return mayBeUnlisted(delivery)
                ? new Unknown<>("X does not say whether it lists posts of communities and for subscribers")
                : next(at.doubtful(at.refusals()));
    }

    /** What is not found among what everybody sees may still be there. */
    private static boolean mayBeUnlisted(Delivery delivery) {
        var options = (XOptions) delivery.options();
        return options.communityId().isPresent() || Boolean.TRUE.equals(options.subscribersOnly());
    }

    /** Own posts since this one was due that say the same, in reply to the same. */
    private List<String> find(At.Post at, Delivery delivery, Session session) {
        var wanted = XText.plain(XBody.text(at.posted().size(), delivery));
        var parent = parent(at);
        return api.since(session.account().id(), delivery.scheduledAt().minusSeconds(60), session.credential()).stream()
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

    private static Optional<String> parent(At at) {
        return at.posted().isEmpty()
                ? Optional.empty()
                : Optional.of(at.posted().getLast());
    }

    private static Media file(At at, int index, Delivery delivery) {
        return delivery.parts().get(at.posted().size()).media().get(index);
    }

    private static At attachOrPost(List<String> posted, List<String> media, Delivery delivery) {
        var files = delivery.parts().get(posted.size()).media();
        if (media.size() < files.size()) {
            return new At.Attach(posted, media);
        }
        boolean people = posted.isEmpty()
                && !files.isEmpty()
                && !((XOptions) delivery.options()).names().isEmpty();
        return people ? new At.Tag(posted, media) : new At.Post(posted, media, 0, false, 0, null);
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
