package planner.adapter.youtube;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Session;

/** What is done to a video that is out: thumbnail, playlists, captions, first comment. None of it ever fails the post. */
final class YouTubeExtras {
    private static final Duration NOT_YET = Duration.ofMinutes(1);
    private static final Set<String> DONE = Set.of(YouTubeFaults.IN_PLAYLIST, YouTubeFaults.CAPTION_EXISTS);

    private final YouTubeApi api;

    YouTubeExtras(YouTubeApi api) {
        this.api = api;
    }

    At first(String video, Delivery delivery) {
        var out = new At.Out(video, "");
        return YouTubeOptions.of(delivery).thumbnail() == null
                ? playlistOrLater(out, 0, delivery)
                : new At.Thumbnail(out, false);
    }

    private static At playlistOrLater(At.Out out, int index, Delivery delivery) {
        var options = YouTubeOptions.of(delivery);
        if (index < options.playlistsOrNone().size()) {
            return new At.Playlist(out, index, false);
        }
        return options.captions() == null ? commentOrLater(out, delivery) : new At.Subtitles(out, false);
    }

    private static At commentOrLater(At.Out out, Delivery delivery) {
        return YouTubeOptions.of(delivery).firstCommentOrEmpty().isEmpty()
                ? new At.Processing(out, 0)
                : new At.Comment(out, false);
    }

    /** Setting it again changes nothing. */
    Outcome<At> thumbnail(At.Thumbnail at, Delivery delivery, Session session) {
        var picture = given(YouTubeOptions.of(delivery).thumbnail());
        return extra(
                () -> api.thumbnail(at.out().video(), picture, session.files(), token(session)),
                at.again() ? null : new At.Thumbnail(at.out(), true),
                at.out(),
                out -> playlistOrLater(out, 0, delivery),
                "the thumbnail was refused: ");
    }

    Outcome<At> playlist(At.Playlist at, Delivery delivery, Session session) {
        var playlist = playlistOf(at, delivery);
        return extra(
                () -> api.add(playlist, at.out().video(), token(session)),
                at.again() ? null : new At.Playlist(at.out(), at.index(), true),
                at.out(),
                out -> playlistOrLater(out, at.index() + 1, delivery),
                "it could not be added to playlist " + playlist + ": ");
    }

    Outcome<At> inPlaylist(At.Playlist at, Delivery delivery, Session session) {
        return looked(
                () -> api.contains(playlistOf(at, delivery), at.out().video(), token(session)),
                at,
                playlistOrLater(at.out(), at.index() + 1, delivery));
    }

    Outcome<At> subtitles(At.Subtitles at, Delivery delivery, Session session) {
        var options = YouTubeOptions.of(delivery);
        var seed = delivery.id().toString().replace("-", "");
        return extra(
                () -> api.captions(
                        Captions.of(at.out().video(), options),
                        given(options.captions()),
                        session.files(),
                        seed,
                        token(session)),
                at.again() ? null : new At.Subtitles(at.out(), true),
                at.out(),
                out -> commentOrLater(out, delivery),
                "the captions were refused: ");
    }

    Outcome<At> subtitled(At.Subtitles at, Delivery delivery, Session session) {
        var options = YouTubeOptions.of(delivery);
        return looked(
                () -> api.tracks(at.out().video(), token(session)).stream()
                        .anyMatch(track -> Captions.language(options).equals(track.language())
                                && Captions.name(options).equals(Objects.requireNonNullElse(track.name(), ""))),
                at,
                commentOrLater(at.out(), delivery));
    }

    Outcome<At> comment(At.Comment at, Delivery delivery, Session session) {
        var text = YouTubeOptions.of(delivery).firstCommentOrEmpty();
        return extra(
                () -> api.comment(session.account().id(), at.out().video(), text, token(session)),
                at.again() ? null : new At.Comment(at.out(), true),
                at.out(),
                out -> new At.Processing(out, 0),
                "the first comment was refused: ");
    }

    Outcome<At> commented(At.Comment at, Delivery delivery, Session session) {
        var text = YouTubeOptions.of(delivery).firstCommentOrEmpty();
        return looked(
                () -> api.commented(session.account().id(), at.out().video(), text, token(session)),
                at,
                new At.Processing(at.out(), 0));
    }

    /** @param again the same step for one more try, where YouTube may not know the video yet; {@code null} = no more */
    private static Outcome<At> extra(
            Runnable call, @Nullable At again, At.Out out, Function<At.Out, At> then, String failed) {
        try {
            call.run();
            return next(then.apply(out));
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected(var code, var words) -> {
                    if (DONE.contains(code)) {
                        yield next(then.apply(out));
                    }
                    yield again != null && notYet(code)
                            ? new Later<>(again, NOT_YET, "YouTube does not know the video yet")
                            : next(then.apply(out.and(failed + words)));
                }
                case Fault.Revoked(var words) -> next(then.apply(out.and(failed + words)));
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
            };
        }
    }

    private static boolean notYet(String code) {
        return code.equals(YouTubeFaults.NO_VIDEO) || code.equals(YouTubeFaults.NO_PLAYLIST);
    }

    /** Where even looking is refused, trying again says it in YouTube's own words. */
    private static Outcome<At> looked(Looking question, At step, At done) {
        try {
            return next(question.there() ? done : step);
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected rejected -> next(step);
                case Fault.Revoked revoked -> next(step);
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
            };
        }
    }

    private interface Looking {
        boolean there();
    }

    private static String playlistOf(At.Playlist at, Delivery delivery) {
        return YouTubeOptions.of(delivery).playlistsOrNone().get(at.index());
    }

    private static Media given(@Nullable Media media) {
        return Objects.requireNonNull(media, "the step is only reached with a file");
    }

    private static String token(Session session) {
        return session.credential().access();
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
