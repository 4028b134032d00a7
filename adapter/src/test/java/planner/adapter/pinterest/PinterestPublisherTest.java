package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static planner.adapter.pinterest.PinterestSamples.BOARD;
import static planner.adapter.pinterest.PinterestSamples.board;
import static planner.adapter.pinterest.PinterestSamples.fetched;
import static planner.adapter.pinterest.PinterestSamples.fresh;
import static planner.adapter.pinterest.PinterestSamples.in;
import static planner.adapter.pinterest.PinterestSamples.on;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.adapter.pinterest.PinterestOptions.Privacy;
import planner.network.ChoiceReader.Choice;
import planner.network.Fault;
import planner.network.Finding.Severity;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.simulator.pinterest.Level;

/** What the tables of the contract do not ask: boards, cuts at each of them, addresses, processing, and trial access. */
class PinterestPublisherTest extends PinterestStand {
    private static final String MAKE = "POST /pins";
    private static final String SECRET = "549755885177";
    private static final String ADS_ONLY = "549755885178";
    private static final String OF_ADA = "549755885190";
    private static final String WHO = "zielonykat";

    /** Calls of this method whose path ends so are answered by the test, as long as there are turns left. */
    private Transport answering(String method, String end, Reply reply, int times) {
        var turns = new AtomicInteger(times);
        return call -> call.method().equals(method) && call.uri().getPath().endsWith(end) && turns.getAndDecrement() > 0
                ? reply
                : stage.transport().send(call);
    }

    private Transport lying(Reply instead) {
        var turns = new AtomicInteger(1);
        return call -> {
            var truth = stage.transport().send(call);
            boolean made = call.method().equals("POST") && call.uri().getPath().endsWith("/pins");
            return made && turns.getAndDecrement() > 0 ? instead : truth;
        };
    }

    private static Reply unreachable() {
        return reply(400, PinterestErrors.body(1, "Unable to reach the URL."));
    }

    private List<Choice> choices(String list, Map<String, String> context) {
        return network().choices().orElseThrow().choices(list, context, session());
    }

    @Test
    void aPinHasAnAddress() {
        var post = post(taken(image(board())));

        assertThat(post.permalink()).asString().endsWith("/www/pin/" + post.id() + "/");
        assertThat(post.note()).isEmpty();
    }

    @Test
    void theBoardsAreThoseOfTheAccount() {
        assertThat(choices("boards", Map.of()))
                .extracting(Choice::value, Choice::label, Choice::enabled)
                .containsExactly(
                        tuple(BOARD, "Balkon i zieleń", true),
                        tuple("549755885176", "Przepisy", true),
                        tuple(SECRET, "Pomysły na wiosnę (secret)", true),
                        tuple(ADS_ONLY, "Ad-only Pins (protected)", false));
        assertThat(choices("sections", Map.of("board", BOARD)))
                .extracting(Choice::label)
                .containsExactly("Mchy", "Paprocie");
        assertThat(choices("sections", Map.of())).isEmpty();
        assertThat(choices("unheard-of", Map.of())).isEmpty();
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void everyPageOfALongListIsRead() {
        var token = session().credential().access();
        var api = new PinterestApi(PinterestApp.from(stage.settings()), new Http(stage.transport()));
        for (int i = 0; i < 251; i++) {
            api.makeBoard("Board " + i, "PUBLIC", token);
            stage.passes(Duration.ofSeconds(2));
        }

        assertThat(choices("boards", Map.of())).hasSize(255);
    }

    @Test
    void boardsThatAreNotOpenAreAPersonsAffair() {
        refused(image(on(OF_ADA)), "not-permitted");
        refused(image(on(ADS_ONLY)), "not-authorized");
        refused(image(on("1234")), "board-gone");
        stage.site().deleteBoard(BOARD);
        refused(image(board()), "board-gone");
        assertThat(post(walked(image(on(SECRET)))).id()).isNotBlank();
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aNewBoardIsMadeOnceForAllPinsThatNameIt() {
        var first = taken(image(fresh("Szkło i woda")));
        var second = taken(image(fresh(" szkło i WODA ")));

        assertThat(first.count("POST /boards")).isOne();
        assertThat(second.count("POST /boards")).isZero();
        assertThat(stage.site().boards(WHO)).hasSize(5).contains("Szkło i woda");
        assertThat(stage.visible()).hasSize(2);
    }

    /** A pin is seen by those who see its board. */
    @Test
    void aBoardThatOthersSeeIsNotTakenForASecretOne() {
        refused(image(fresh("przepisy", Privacy.SECRET)), "board-privacy");
        refused(image(fresh("Pomysły na wiosnę", Privacy.PUBLIC)), "board-privacy");

        var made = taken(image(fresh("Szkło", Privacy.SECRET)));
        var again = taken(image(fresh("Szkło", Privacy.SECRET)));

        assertThat(made.count("POST /boards")).isOne();
        assertThat(again.count("POST /boards")).isZero();
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void noSecretPinGoesToAPublicBoardThatAppearedAfterACut() {
        var token = session().credential().access();
        var made = new PinterestApi(PinterestApp.from(stage.settings()), new Http(stage.transport()))
                .makeBoard("Szkło", "PUBLIC", token);
        var publisher = publisher(stage.transport());

        assertThat(made).isNotEmpty();
        assertThatThrownBy(() ->
                        publisher.reconcile(new At.MakeBoard(0, 0), image(fresh("Szkło", Privacy.SECRET)), session()))
                .isInstanceOfSatisfying(
                        NetworkException.class,
                        e -> assertThat(e.fault().toString()).contains("board-privacy"));
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aBoardWhoseMakingWasCutIsThereOnceAndThePinOnIt(Cut cut) {
        for (int request = 0; request < 5; request++) {
            int pins = stage.visible().size();
            var name = "Szkło " + request;

            post(walked(image(fresh(name)), stage.transport(), Map.of(request, cut)));

            assertThat(stage.site().boards(WHO)).filteredOn(name::equals).hasSize(1);
            assertThat(stage.visible()).hasSize(pins + 1);
        }
    }

    @Test
    void aBoardThatTheListShowsLateIsFoundAfterACut() {
        stage.site().lag(Duration.ofSeconds(90));

        var walked = walked(image(fresh("Szkło")), stage.transport(), Map.of(1, Cut.ANSWER_LOST));

        post(walked);
        assertThat(walked.count("POST /boards")).isOne();
        assertThat(stage.site().boards(WHO)).contains("Szkło");
    }

    /** The list does not show it, and Pinterest says that it is there: a little later both agree. */
    @Test
    void aBoardThatExistsAlreadyIsLookedForAgain() {
        taken(image(fresh("Szkło")));
        var empty = reply(200, "{\"items\":[],\"bookmark\":null}");

        var walked = walked(image(fresh("Szkło")), answering("GET", "/boards", empty, 1), Map.of());

        post(walked);
        assertThat(walked.count("POST /boards")).isOne();
        assertThat(stage.site().boards(WHO)).hasSize(5);
        var never = walked(image(fresh("Szkło")), answering("GET", "/boards", empty, 99), Map.of());
        assertThat(never.end())
                .isInstanceOfSatisfying(
                        End.Failed.class,
                        failed -> assertThat(failed.fault())
                                .isInstanceOfSatisfying(
                                        Fault.Rejected.class,
                                        it -> assertThat(it.code()).isEqualTo("board-exists")));
    }

    @Test
    void aCutPinIsLookedForTwiceBeforeItIsMadeAgain() {
        var before = walked(image(board()), stage.transport(), Map.of(2, Cut.ERROR_BEFORE));
        post(before);

        assertThat(before.calls())
                .containsExactly(
                        "GET /boards/" + BOARD + "/pins",
                        "GET /pins",
                        "GET /boards/" + BOARD + "/pins",
                        "GET /pins",
                        "GET /boards/" + BOARD + "/pins",
                        "GET /pins",
                        MAKE);
        var after = walked(image(board()), stage.transport(), Map.of(2, Cut.ERROR_AFTER));
        post(after);
        assertThat(after.count(MAKE)).isOne();
        assertThat(stage.visible()).hasSize(2);
    }

    @Test
    void aPinThatTheListShowsLateIsFound() {
        stage.site().lag(Duration.ofSeconds(90));

        var walked = walked(image(board()), stage.transport(), Map.of(2, Cut.ANSWER_LOST));

        post(walked);
        assertThat(walked.count(MAKE)).isOne();
        assertThat(stage.visible()).hasSize(1);
    }

    /** Two posts of the same words: the one that was there before proves nothing about the other. */
    @Test
    void anEqualPinOfAnEarlierPostIsNotTakenForThisOne() {
        var first = post(taken(image(board())));

        var lost = walked(image(board()), stage.transport(), Map.of(2, Cut.ANSWER_LOST));
        var none = walked(image(board()), stage.transport(), Map.of(2, Cut.ERROR_BEFORE));

        assertThat(post(lost).id()).isNotEqualTo(first.id());
        assertThat(post(none).id()).isNotIn(first.id(), post(lost).id());
        assertThat(stage.visible()).hasSize(3);
    }

    @Test
    void twoPinsThatCouldBeItAreAPersonsAffair() {
        var delivery = image(board());
        var session = session();
        var publisher = publisher(stage.transport());
        var parts = new At.Parts(BOARD, null, false);
        publisher.perform(new At.Pin(parts, List.of(), 0, 0), delivery, session);
        publisher.perform(new At.Pin(parts, List.of(), 0, 0), delivery, session);

        assertThat(publisher.reconcile(new At.Pin(parts, List.of(), 0, 0), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void aPinOnAnotherBoardOrOfAnotherKindIsNoEvidence() {
        taken(image(on("549755885176")));
        taken(delivery("carousel", "Moss", "On a stone", List.of(files.png(300, 450), files.png(300, 450)), board()));

        var walked = walked(image(board()), stage.transport(), Map.of(2, Cut.ERROR_BEFORE));

        post(walked);
        assertThat(walked.count(MAKE)).isOne();
        assertThat(stage.visible()).hasSize(3);
    }

    /** A board whose owner has sorted it by hand shows the newest pin anywhere: the account's own list still has it. */
    @Test
    void aPinThatTheBoardDoesNotShowIsFoundAmongTheOwn() {
        var none = reply(200, "{\"items\":[],\"bookmark\":null}");
        var hidden = answering("GET", "/boards/" + BOARD + "/pins", none, 99);

        var walked = walked(image(board()), hidden, Map.of(2, Cut.ANSWER_LOST));

        post(walked);
        assertThat(walked.count(MAKE)).isOne();
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void anAddressThatPinterestCannotReachIsTriedTwiceMoreThenThePictureGoesUp() {
        var blind = answering("POST", "/pins", unreachable(), 3);
        var start = stage.now();

        var walked = walked(image(fetched()), blind, Map.of());

        post(walked);
        assertThat(walked.count(MAKE)).isEqualTo(4);
        assertThat(walked.wire().sent().getLast().text()).contains("image_base64");
        assertThat(Duration.between(start, stage.now())).isEqualTo(Duration.ofSeconds(60 + 300 + 20));
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void anUnreachableAddressThatWasReachedAllTheSameMakesNoSecondPin() {
        var walked = walked(image(fetched()), lying(unreachable()), Map.of());

        post(walked);
        assertThat(walked.count(MAKE)).isOne();
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void imagesTooHeavyForOneBodyAreNotUploadedInstead() {
        var heavy = List.of(files.jpeg(400, 600, 11_000_000), files.jpeg(400, 600, 11_000_000));
        var delivery = delivery("carousel", "", "Moss", heavy, fetched());

        assertThat(walked(delivery, answering("POST", "/pins", unreachable(), 99), Map.of())
                        .end())
                .isEqualTo(new End.Failed(
                        new Fault.Rejected("unreachable", "Pinterest could not reach the address of a picture")));
    }

    @Test
    void aVideoIsPinnedWhenItIsProcessed() {
        var walked = taken(video(board()));

        assertThat(walked.calls())
                .startsWith("POST /media", "POST /upload/")
                .endsWith("GET /boards/" + BOARD + "/pins", "GET /pins", MAKE);
        assertThat(walked.calls())
                .filteredOn(call -> call.startsWith("GET /media/"))
                .hasSize(3);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aVideoThatFailedOnceIsUploadedAgain() {
        var failed = reply(200, "{\"media_id\":\"1\",\"media_type\":\"video\",\"status\":\"failed\"}");
        var turns = new AtomicInteger(1);
        Transport flaky = call -> call.uri().getPath().contains("/media/") && turns.getAndDecrement() > 0
                ? failed
                : stage.transport().send(call);

        var walked = walked(video(board()), flaky, Map.of());

        post(walked);
        assertThat(walked.count("POST /media")).isEqualTo(2);
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void anUploadAddressThatEndedIsReplaced() {
        var publisher = publisher(stage.transport());
        var delivery = video(board());
        var session = session();
        var registered = (Outcome.Next<At>) publisher.perform(publisher.first(delivery), delivery, session);
        stage.passes(Duration.ofMinutes(61));

        assertThat(publisher.perform(registered.step(), delivery, session))
                .isEqualTo(new Outcome.Next<>(new At.Register(BOARD, 1)));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void aStoreThatNeverTakesTheFormIsGivenUp() {
        var denied = reply(403, "<Error><Code>AccessDenied</Code></Error>");

        var walked = walked(video(board()), answering("POST", "/upload/", denied, 99), Map.of());

        assertThat(walked.end()).isEqualTo(new End.Failed(new Fault.Rejected("upload", "the upload answered: 403")));
        assertThat(walked.count("POST /media")).isEqualTo(3);
    }

    /** What trial access makes looks like any other pin to its maker, and is seen by nobody else. */
    @Test
    void trialAccessIsSaidBeforeAndAfter() {
        assertThat(rules(Severity.WARNING, image(board()))).isEmpty();
        stage.site().trust(Level.TRIAL);

        assertThat(rules(Severity.WARNING, image(board()))).containsExactly("pinterest.trial");
        assertThat(errors(image(board()))).isEmpty();
        var post = post(walked(image(board())));

        assertThat(post.note()).contains("visible only to you");
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aTrialDayThatIsUsedUpRestsUntilTheNext() {
        stage.site().trust(Level.TRIAL);
        var session = session();
        var api = new PinterestApi(PinterestApp.from(stage.settings()), new Http(stage.transport()));
        for (int i = 0; i < 998; i++) {
            api.account(session.credential().access());
            stage.passes(Duration.ofMillis(100));
        }
        var before = stage.now();

        post(walked(image(board())));

        assertThat(Duration.between(before, stage.now())).isGreaterThan(Duration.ofHours(10));
    }

    @Test
    void aMinuteThatIsUsedUpIsWaitedFor() {
        var busy = new Reply(
                429,
                Map.of("x-ratelimit-reset", "42"),
                PinterestErrors.body(8, "Slow down").getBytes(StandardCharsets.UTF_8));
        var before = stage.now();

        post(walked(image(board()), answering("POST", "/pins", busy, 1), Map.of()));

        assertThat(Duration.between(before, stage.now())).isEqualTo(Duration.ofMinutes(1));
        assertThat(stage.visible()).hasSize(1);
    }

    @Test
    void aPinStandsInItsSection() {
        var walked = taken(image(in(BOARD, "5234567890002")));

        assertThat(walked.wire().sent().getLast().text()).contains("\"board_section_id\":\"5234567890002\"");
    }
}
