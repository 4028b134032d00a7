package planner.adapter.youtube;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Media;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Outcome.Later;
import planner.network.Outcome.Next;
import planner.network.Outcome.Published;
import planner.network.RemotePost;
import planner.network.Session;

/**
 * What is done to a video beside the upload: thumbnail, playlists, captions, first comment. None of it ever fails the post.
 */
final class YouTubeExtras {
    private static final Duration NOT_YET = Duration.ofMinutes(1);
    private static final Set<String> DONE = Set.of(YouTubeFaults.IN_PLAYLIST, YouTubeFaults.CAPTION_EXISTS);

    private final YouTubeApi api;

    YouTubeExtras(YouTubeApi api) {
        this.api = api;
    }

    /** The first of the extras, or the end where there are none. */
    Outcome<At> first(At.Made made, Delivery delivery) {
        return YouTubeOptions.of(delivery).thumbnail() == null
                ? playlistOrLater(made, 0, delivery)
                : next(new At.Thumbnail(made, false));
    }

    private Outcome<At> playlistOrLater(At.Made made, int index, Delivery delivery) {
        var options = YouTubeOptions.of(delivery);
        if (index < options.playlistsOrNone().size()) {
            return next(new At.Playlist(made, index, false));
        }
        return options.captions() == null ? commentOrEnd(made, delivery) : next(new At.Subtitles(made, false));
    }

    /** Nothing can be said below a video that nobody sees. */
    Outcome<At> commentOrEnd(At.Made made, Delivery delivery) {
        if (made.hidden()) {
            return next(new At.Release(made));
        }
        return YouTubeOptions.of(delivery).firstCommentOrEmpty().isEmpty()
                ? end(made, delivery)
                : next(new At.Comment(made, false));
    }

    private Outcome<At> end(At.Made made, Delivery delivery) {
        boolean brief = delivery.format().equals(YouTubeCapabilities.SHORT);
        var release = YouTubeRules.instant(YouTubeOptions.of(delivery).publishAtOrEmpty())
                .orElse(null);
        return new Published<>(
                new RemotePost(made.video(), api.watch(made.video(), brief), List.of(), made.note(), release));
    }

    /** Setting it again changes nothing. */
    Outcome<At> thumbnail(At.Thumbnail at, Delivery delivery, Session session) {
        var picture = given(YouTubeOptions.of(delivery).thumbnail());
        return extra(
                () -> api.thumbnail(at.made().video(), picture, session.files(), token(session)),
                at.again() ? null : new At.Thumbnail(at.made(), true),
                at.made(),
                made -> playlistOrLater(made, 0, delivery),
                "the thumbnail was refused: ");
    }

    Outcome<At> playlist(At.Playlist at, Delivery delivery, Session session) {
        var playlist = playlistOf(at, delivery);
        return extra(
                () -> api.add(playlist, at.made().video(), token(session)),
                at.again() ? null : new At.Playlist(at.made(), at.index(), true),
                at.made(),
                made -> playlistOrLater(made, at.index() + 1, delivery),
                "it could not be added to a playlist: " + playlist + ": ");
    }

    Outcome<At> inPlaylist(At.Playlist at, Delivery delivery, Session session) {
        return looked(
                () -> api.contains(playlistOf(at, delivery), at.made().video(), token(session)),
                at,
                () -> playlistOrLater(at.made(), at.index() + 1, delivery));
    }

    Outcome<At> subtitles(At.Subtitles at, Delivery delivery, Session session) {
        var options = YouTubeOptions.of(delivery);
        var seed = delivery.id().toString().replace("-", "");
        return extra(
                () -> api.captions(
                        Captions.of(at.made().video(), options),
                        given(options.captions()),
                        session.files(),
                        seed,
                        token(session)),
                at.again() ? null : new At.Subtitles(at.made(), true),
                at.made(),
                made -> commentOrEnd(made, delivery),
                "the captions were refused: ");
    }

    Outcome<At> subtitled(At.Subtitles at, Delivery delivery, Session session) {
        var options = YouTubeOptions.of(delivery);
        return looked(
                () -> api.tracks(at.made().video(), token(session)).stream()
                        .anyMatch(track -> Captions.language(options).equals(track.language())
                                && Captions.name(options).equals(Objects.requireNonNullElse(track.name(), ""))),
                at,
                () -> commentOrEnd(at.made(), delivery));
    }

    Outcome<At> comment(At.Comment at, Delivery delivery, Session session) {
        var text = YouTubeOptions.of(delivery).firstCommentOrEmpty();
        return extra(
                () -> api.comment(session.account().id(), at.made().video(), text, token(session)),
                at.again() ? null : new At.Comment(at.made(), true),
                at.made(),
                made -> end(made, delivery),
                "the first comment was refused: ");
    }

    Outcome<At> commented(At.Comment at, Delivery delivery, Session session) {
        var text = YouTubeOptions.of(delivery).firstCommentOrEmpty();
        return looked(
                () -> api.commented(session.account().id(), at.made().video(), text, token(session)),
                at,
                () -> end(at.made(), delivery));
    }

    /** @param again the same step for one more try, where YouTube may not know the video yet; {@code null} = no more */
    private static Outcome<At> extra(
            Runnable call, @Nullable At again, At.Made made, Function<At.Made, Outcome<At>> then, String failed) {
        try {
            call.run();
        } catch (NetworkException e) {
            return switch (e.fault()) {
                case Fault.Rejected(var code, var words) -> {
                    if (DONE.contains(code)) {
                        yield then.apply(made);
                    }
                    yield again != null && notYet(code)
                            ? new Later<>(again, NOT_YET, "YouTube does not know the video yet")
                            : then.apply(made.and(failed + words));
                }
                case Fault.Revoked(var words) -> then.apply(made.and(failed + words));
                case Fault.Busy busy -> throw e;
                case Fault.Unavailable unavailable -> throw e;
                case Fault.Expired expired -> throw e;
            };
        }
        return then.apply(made);
    }

    private static boolean notYet(String code) {
        return code.equals(YouTubeFaults.NO_VIDEO) || code.equals(YouTubeFaults.NO_PLAYLIST);
    }

    /** Where even looking is refused, trying again says it in YouTube's own words. */
    private static Outcome<At> looked(Looking question, At step, Supplier<Outcome<At>> done) {
        try {
            return question.there() ? done.get() : next(step);
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
