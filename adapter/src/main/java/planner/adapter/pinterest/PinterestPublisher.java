package planner.adapter.pinterest;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
 * The board where one is to be made, the video invisibly, a look at what is there, then one call that makes the pin. There
 * is no idempotency key: a cut pin is looked for among the newest ones, and what was there before is left out.
 */
final class PinterestPublisher implements Publisher<At> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(20);
    private static final Duration NOT_READY = Duration.ofSeconds(15);
    private static final int MOST_ROUNDS = 2;
    private static final String NO_ONE_ELSE =
            "visible only to you: this planner's app has only trial access to Pinterest";

    private final PinterestApi api;
    private final Lookout lookout;
    private final boolean trial;

    PinterestPublisher(PinterestApi api, boolean trial) {
        this.api = api;
        this.lookout = new Lookout(api);
        this.trial = trial;
    }

    @Override
    public Class<At> stepType() {
        return At.class;
    }

    @Override
    public Duration settlesWithin() {
        return LOOK_AGAIN;
    }

    /** An app with trial access may have used up its day. */
    @Override
    public Duration patience() {
        return Duration.ofHours(48);
    }

    @Override
    public At first(Delivery delivery) {
        var options = options(delivery);
        return options.newBoardOrEmpty().isEmpty() ? onBoard(options.boardOrEmpty(), delivery) : new At.FindBoard(0);
    }

    private static At onBoard(String board, Delivery delivery) {
        return delivery.format().equals(PinterestCapabilities.VIDEO)
                ? new At.Register(board, 0)
                : new At.Look(new At.Parts(board, null, false));
    }

    @Override
    public Outcome<At> perform(At at, Delivery delivery, Session session) {
        return switch (at) {
            case At.FindBoard(var round) ->
                next(board(delivery, session)
                        .map(board -> onBoard(board, delivery))
                        .orElseGet(() -> new At.MakeBoard(round, 0)));
            case At.MakeBoard make -> makeBoard(make, delivery, session);
            case At.Register(var board, var round) -> register(board, round, session);
            case At.Upload upload -> upload(upload, delivery, session);
            case At.Processing processing -> processing(processing, session);
            case At.Look(var parts) -> next(new At.Pin(parts, lookout.alike(parts.board(), delivery, session), 0, 0));
            case At.Pin pin -> pin(pin, delivery, session);
            case At.Unreached unreached -> unreached(unreached, delivery, session);
        };
    }

    /** The account's own board of that name: a board that an earlier post made is found again. */
    private Optional<String> board(Delivery delivery, Session session) {
        var options = options(delivery);
        var board = api.boards(session.credential().access()).stream()
                .filter(it -> it.name().strip().equalsIgnoreCase(options.newBoardOrEmpty()))
                .filter(it -> ownedBy(session.account().handle(), it))
                .findFirst();
        if (board.isPresent() && seenByOthers(board.get(), options.privacyOfNewBoard())) {
            throw new NetworkException(new Fault.Rejected(
                    "board-privacy", "the board \"" + board.get().name() + "\" is not " + options.privacyOfNewBoard()));
        }
        return board.map(PinterestApi.Board::id);
    }

    /** A pin has no visibility of its own: it is seen by those who see its board. */
    private static boolean seenByOthers(PinterestApi.Board board, PinterestOptions.Privacy wanted) {
        return !wanted.name().equals(Objects.requireNonNullElse(board.privacy(), "PUBLIC"));
    }

    private static boolean ownedBy(String handle, PinterestApi.Board board) {
        var owner = board.owner() == null ? null : board.owner().username();
        return owner == null || owner.equalsIgnoreCase(handle);
    }

    private Outcome<At> makeBoard(At.MakeBoard at, Delivery delivery, Session session) {
        var options = options(delivery);
        try {
            var board = api.makeBoard(
                    options.newBoardOrEmpty(),
                    options.privacyOfNewBoard().name(),
                    session.credential().access());
            return next(onBoard(board, delivery));
        } catch (NetworkException e) {
            // there since the moment before, or not yet in the list
            if (rejected(e, PinterestFaults.BOARD_EXISTS) && at.round() < MOST_ROUNDS) {
                return new Later<>(
                        new At.FindBoard(at.round() + 1), LOOK_AGAIN, "Pinterest says that the board exists already");
            }
            throw e;
        }
    }

    private Outcome<At> register(String board, int round, Session session) {
        var upload = api.register(session.credential().access());
        return next(new At.Upload(board, upload.media(), upload.url(), upload.fields(), round));
    }

    private Outcome<At> upload(At.Upload at, Delivery delivery, Session session) {
        var reply = api.upload(at.url(), at.fields(), delivery.onlyMedium(), session.files());
        if (reply.ok()) {
            return next(new At.Processing(at.board(), at.media(), 0, at.round()));
        }
        if (PinterestFaults.ofUpload(reply).isPresent() || at.round() >= MOST_ROUNDS) {
            throw new NetworkException(PinterestFaults.ofLastUpload(reply));
        }
        // the address has ended
        return next(new At.Register(at.board(), at.round() + 1));
    }

    private Outcome<At> processing(At.Processing at, Session session) {
        return switch (api.status(at.media(), session.credential().access())) {
            case "succeeded" -> next(new At.Look(new At.Parts(at.board(), at.media(), false)));
            case "failed" -> {
                if (at.round() > 0) {
                    throw new NetworkException(PinterestFaults.MEDIA);
                }
                yield next(new At.Register(at.board(), at.round() + 1));
            }
            default ->
                new Later<>(
                        new At.Processing(at.board(), at.media(), at.polls() + 1, at.round()),
                        pause(at.polls()),
                        "Pinterest is processing the video");
        };
    }

    /** Every 5 seconds for two minutes, then every 15; after a quarter of an hour every minute. */
    private static Duration pause(int polls) {
        if (polls < 24) {
            return Duration.ofSeconds(5);
        }
        return polls < 76 ? NOT_READY : Duration.ofMinutes(1);
    }

    private Outcome<At> pin(At.Pin at, Delivery delivery, Session session) {
        var body = PinBody.of(at.parts(), delivery, session.files());
        try {
            return published(api.pin(body, session.credential().access()));
        } catch (NetworkException e) {
            if (rejected(e, PinterestFaults.UNREACHABLE)) {
                return unreachable(at, e);
            }
            throw e;
        }
    }

    /** Pinterest could not fetch a picture. That passes mostly; if not, the picture goes up from here. */
    private static Outcome<At> unreachable(At.Pin at, NetworkException refused) {
        if (at.parts().bytes()) {
            throw refused;
        }
        var pause = switch (at.unreached()) {
            case 0 -> Duration.ofMinutes(1);
            case 1 -> Duration.ofMinutes(5);
            default -> LOOK_AGAIN;
        };
        return new Later<>(
                new At.Unreached(at.parts(), at.before(), at.unreached() + 1),
                pause,
                "Pinterest could not reach the address of a picture");
    }

    private Outcome<At> unreached(At.Unreached at, Delivery delivery, Session session) {
        var found = lookout.alike(at.parts().board(), at.before(), delivery, session);
        if (!found.isEmpty()) {
            return published(found.getFirst());
        }
        boolean bytes = at.unreached() > MOST_ROUNDS;
        if (bytes && PinterestRules.tooMuchForOneBody(delivery)) {
            throw new NetworkException(new Fault.Rejected(
                    PinterestFaults.UNREACHABLE, "Pinterest could not reach the address of a picture"));
        }
        var parts = new At.Parts(at.parts().board(), at.parts().media(), bytes);
        return next(new At.Pin(parts, at.before(), 0, at.unreached()));
    }

    @Override
    public Outcome<At> reconcile(At step, Delivery delivery, Session session) {
        return switch (step) {
            case At.MakeBoard at -> boardAfterCut(at, delivery, session);
            case At.Pin at -> pinAfterCut(at, delivery, session);
            case At.FindBoard at -> next(at);
            case At.Register at -> next(at);
            case At.Upload at -> next(at);
            case At.Processing at -> next(at);
            case At.Look at -> next(at);
            case At.Unreached at -> next(at);
        };
    }

    private Outcome<At> boardAfterCut(At.MakeBoard at, Delivery delivery, Session session) {
        var board = board(delivery, session);
        if (board.isPresent()) {
            return next(onBoard(board.get(), delivery));
        }
        return at.looks() == 0
                ? new Later<>(
                        new At.MakeBoard(at.round(), 1), LOOK_AGAIN, "looking whether Pinterest has made the board")
                : next(new At.MakeBoard(at.round(), 0));
    }

    private Outcome<At> pinAfterCut(At.Pin at, Delivery delivery, Session session) {
        var found = lookout.alike(at.parts().board(), at.before(), delivery, session);
        if (found.size() == 1) {
            return published(found.getFirst());
        }
        if (found.size() > 1) {
            return new Unknown<>("more than one pin on this board looks like it");
        }
        return at.looks() == 0
                ? new Later<>(
                        new At.Pin(at.parts(), at.before(), 1, at.unreached()),
                        LOOK_AGAIN,
                        "looking whether Pinterest has the pin")
                : next(new At.Pin(at.parts(), at.before(), 0, at.unreached()));
    }

    private Outcome<At> published(String pin) {
        return new Published<>(new RemotePost(pin, api.permalink(pin), List.of(), trial ? NO_ONE_ELSE : ""));
    }

    private static boolean rejected(NetworkException e, String wanted) {
        return e.fault() instanceof Fault.Rejected(var code, var words) && code.equals(wanted);
    }

    private static PinterestOptions options(Delivery delivery) {
        return (PinterestOptions) delivery.options();
    }

    private static Outcome<At> next(At at) {
        return new Next<>(at);
    }
}
