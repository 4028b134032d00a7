package planner.adapter.youtube;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import planner.adapter.google.GoogleFaults;
import planner.adapter.kit.Looks;
import planner.adapter.kit.Releases;
import planner.adapter.kit.Reply;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Publisher;
import planner.network.Session;

/**
 * A resumable upload, saved before its first byte. The video appears with the last byte, and the upload tells whether it
 * did. Then YouTube's own verdict about the file is waited for, and the extras follow.
 */
final class YouTubePublisher implements Publisher<At> {
    private static final int RESUME = 308;
    private static final int GONE = 410;
    private static final int MOST_ROUNDS = 2;
    private static final int MOST_LOOKS = 2;

    /** 15, 30 and 60 seconds, then every five minutes for a day. */
    private static final int MOST_POLLS = 290;

    private static final Duration SETTLING = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String SLOW = "YouTube has not taken the bytes yet";

    private final YouTubeApi api;
    private final Clock clock;
    private final YouTubeExtras extras;

    YouTubePublisher(YouTubeApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
        this.extras = new YouTubeExtras(api);
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    /** A day's quota may be used up, and processing may take a day. */
    @Override
    public Duration patience() {
        return Duration.ofHours(72);
    }

    @Override
    public Duration longestCall(At at, Delivery delivery) {
        boolean carries = at instanceof At.Upload || at instanceof At.Thumbnail || at instanceof At.Subtitles;
        return carries ? YouTubeApi.TRANSFER : Publisher.super.longestCall(at, delivery);
    }

    @Override
    public Duration settlesWithin() {
        return SETTLING;
    }

    @Override
    public At first(Delivery delivery) {
        return new At.Open(0);
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.Open(var round) -> open(round, delivery, session);
            case At.Upload upload -> upload(upload, delivery, session);
            case At.Ask ask -> ask(ask.address(), ask.round(), delivery, session);
            case At.Find find -> find(find, delivery, session);
            case At.Thumbnail thumbnail -> extras.thumbnail(thumbnail, delivery, session);
            case At.Playlist playlist -> extras.playlist(playlist, delivery, session);
            case At.Subtitles subtitles -> extras.subtitles(subtitles, delivery, session);
            case At.Comment comment -> extras.comment(comment, delivery, session);
            case At.Release release -> release(release, delivery, session);
            case At.Processing processing -> processing(processing, delivery, session);
        };
    }

    private Outcome<At> open(int round, Delivery delivery, Session session) {
        var media = file(delivery);
        var address = api.open(
                VideoResource.of(delivery),
                YouTubeOptions.notOff(YouTubeOptions.of(delivery).notifySubscribers()),
                media,
                Pieces.fileName(delivery),
                session.credential().access());
        return next(new At.Upload(address, 0, Pieces.end(0, media.bytes()), media.bytes(), round));
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        if (!at.repeatable()) {
            return sent(at, at.from(), at.to(), delivery, session);
        }
        var reply = api.ask(at.address(), file(delivery), session.credential().access());
        long missing = Pieces.missing(reply);
        long end = Pieces.end(missing, at.size());
        return reply.status() == RESUME && end < at.size()
                ? sent(at, missing, end, delivery, session)
                : told(at.address(), at.round(), reply, delivery);
    }

    private Outcome<At> sent(At.Upload at, long from, long to, Delivery delivery, Session session) {
        var token = session.credential().access();
        var reply = api.put(at.address(), file(delivery), from, to, session.files(), token);
        var asking = new At.Ask(at.address(), at.size(), at.round());
        return switch (reply.status()) {
            case RESUME -> onward(at.address(), from, reply, at.round(), delivery);
            case 200, 201 -> next(new At.Processing(YouTubeApi.made(reply), 0));
            // the upload outlives the token: with a new one it tells where to go on
            case 401 -> next(asking);
            case 404, GONE -> next(new At.Find(0, at.round()));
            case 429 -> new Later<>(asking, GoogleFaults.pause(reply, PAUSE), "YouTube asks for a pause");
            default -> throw new NetworkException(api.fault(reply));
        };
    }

    private Outcome<At> ask(String address, int round, Delivery delivery, Session session) {
        return told(
                address,
                round,
                api.ask(address, file(delivery), session.credential().access()),
                delivery);
    }

    /** What an upload says of itself. */
    private Outcome<At> told(String address, int round, Reply reply, Delivery delivery) {
        return switch (reply.status()) {
            case RESUME -> onward(address, -1, reply, round, delivery);
            case 200, 201 -> next(new At.Processing(YouTubeApi.made(reply), 0));
            case 404, GONE -> next(new At.Find(0, round));
            default -> throw new NetworkException(api.fault(reply));
        };
    }

    /** Goes on at the first byte that YouTube lacks, which can be one that was sent already. */
    private static Outcome<At> onward(String address, long sentFrom, Reply reply, int round, Delivery delivery) {
        long size = file(delivery).bytes();
        long missing = Pieces.missing(reply);
        return missing >= size || missing <= sentFrom
                ? new Later<>(new At.Ask(address, size, round), PAUSE, SLOW)
                : next(new At.Upload(address, missing, Pieces.end(missing, size), size, round));
    }

    /** Whether the bytes that went into a forgotten upload became a video. The list may lag: it is read twice. */
    private Outcome<At> find(At.Find at, Delivery delivery, Session session) {
        var found = mine(delivery, session);
        if (found.isPresent()) {
            return next(new At.Processing(found.get(), 0));
        }
        if (at.looks() + 1 < MOST_LOOKS) {
            return new Later<>(
                    new At.Find(at.looks() + 1, at.round()), SETTLING, "the upload ended; looking for the video");
        }
        if (at.round() >= MOST_ROUNDS) {
            throw new NetworkException(new Fault.Rejected("upload", "the upload ended before the last byte"));
        }
        return next(new At.Open(at.round() + 1));
    }

    private Optional<String> mine(Delivery delivery, Session session) {
        var token = session.credential().access();
        var uploads = session.account().details().getOrDefault(YouTubeConnector.UPLOADS, "");
        var newest = uploads.isEmpty() ? List.<String>of() : api.newest(uploads, token);
        return newest.isEmpty()
                ? Optional.empty()
                : api.videos("snippet,fileDetails,status", newest, token).stream()
                        .filter(video -> Pieces.sameFile(video, delivery))
                        .map(YouTubeApi.Video::id)
                        .reduce((newer, older) -> older);
    }

    private Outcome<At> processing(At.Processing at, Delivery delivery, Session session) {
        var found = seen(at.video(), session);
        var privacy = found.map(YouTubeApi.Status::privacyStatus).orElse("");
        boolean hidden = !privacy.equals("public")
                && !YouTubeOptions.of(delivery).publishAtOrEmpty().isEmpty();
        var made = new At.Made(at.video(), "", hidden);
        if (found.isEmpty()) {
            return at.polls() < Pieces.FIRST_POLLS
                    ? later(at)
                    : extras.first(made.and("YouTube no longer shows the video"), delivery);
        }
        return switch (word(found.get())) {
            case "processed" -> extras.first(hidden ? made : told(made, privacy, delivery), delivery);
            case "deleted" -> extras.first(made.and("the video was deleted on YouTube"), delivery);
            default ->
                at.polls() < MOST_POLLS
                        ? later(at)
                        : extras.first(made.and("YouTube is still processing the video"), delivery);
        };
    }

    /** Where YouTube stands with the file; what it did not keep fails. */
    private static String word(YouTubeApi.Status status) {
        return switch (Objects.requireNonNullElse(status.uploadStatus(), "")) {
            case "failed" -> throw new NetworkException(YouTubeFaults.ofVerdict(status.failureReason()));
            case "rejected" -> throw new NetworkException(YouTubeFaults.ofVerdict(status.rejectionReason()));
            case String word -> word;
        };
    }

    private Outcome<At> release(At.Release at, Delivery delivery, Session session) {
        var given = YouTubeOptions.of(delivery).publishAtOrEmpty();
        var release = YouTubeRules.instant(given).orElse(delivery.scheduledAt());
        var found =
                seen(at.made().video(), session).filter(status -> !word(status).equals("deleted"));
        var privacy = found.map(YouTubeApi.Status::privacyStatus).orElse("");
        if (privacy.equals("public")) {
            return extras.commentOrEnd(at.made().released(), delivery);
        }
        // where YouTube does not tell, nobody knows
        boolean told = found.isEmpty() || !privacy.isEmpty();
        if (told && Releases.missed(release, clock.instant())) {
            throw new NetworkException(found.isEmpty() ? YouTubeFaults.GONE : YouTubeFaults.NOT_RELEASED);
        }
        return Releases.notYet(
                at,
                release,
                clock.instant(),
                "handed over; YouTube makes it public at: " + given,
                "YouTube has not made the video public yet");
    }

    private Optional<YouTubeApi.Status> seen(String video, Session session) {
        return Looks.at(
                () -> api.videos("status", List.of(video), session.credential().access()).stream()
                        .flatMap(it -> Optional.ofNullable(it.status()).stream())
                        .findFirst());
    }

    private static Outcome<At> later(At.Processing at) {
        return new Later<>(
                new At.Processing(at.video(), at.polls() + 1),
                Pieces.pause(at.polls()),
                "YouTube is processing the video");
    }

    /** What YouTube made of the visibility that was asked for. */
    private static At.Made told(At.Made made, String privacy, Delivery delivery) {
        return !privacy.equals("private")
                        || YouTubeOptions.of(delivery).privacyOrDefault() == YouTubeOptions.Privacy.PRIVATE
                ? made
                : made.and(
                        "YouTube locked it to private: the operator's Google project has not passed YouTube's audit");
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.Upload at -> ask(at.address(), at.round(), delivery, session);
            case At.Playlist at -> extras.inPlaylist(at, delivery, session);
            case At.Subtitles at -> extras.subtitled(at, delivery, session);
            case At.Comment at -> extras.commented(at, delivery, session);
            case At.Open at -> next(at);
            case At.Ask at -> next(at);
            case At.Find at -> next(at);
            case At.Thumbnail at -> next(at);
            case At.Processing at -> next(at);
            case At.Release at -> next(at);
        };
    }

    private static Media file(Delivery delivery) {
        return delivery.onlyMedium();
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
