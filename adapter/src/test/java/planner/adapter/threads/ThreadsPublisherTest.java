package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Transport;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.Session;

/** What Threads does seldom: lies, forgets, is late, fails for a while. */
class ThreadsPublisherTest extends ThreadsStand {
    private static final String STATE = "fields=id%2Cstatus";
    private static final String PUBLISH = "/threads_publish";

    private Fault refusal(ThreadsPublisher publisher, At at, Delivery delivery, Session session) {
        return catchThrowableOfType(NetworkException.class, () -> publisher.perform(at, delivery, session))
                .fault();
    }

    /** A container of this delivery that is ready. */
    private String made(Delivery delivery, Session session) {
        var step = publisher(stage.transport()).perform(new At.Make(List.of(), List.of(), 0, false), delivery, session);
        stage.passes(Duration.ofSeconds(10));
        return ((At.Processing) ((Outcome.Next<At>) step).step()).container();
    }

    private static At.Publish publish(String container, int tries) {
        return new At.Publish(List.of(), container, tries, false);
    }

    @Test
    void blockedButOutIsPublished() {
        var delivery = delivery("text");
        Transport liar = call -> {
            var truth = stage.transport().send(call);
            return call.uri().getPath().endsWith(PUBLISH) ? error(4, 2207051) : truth;
        };

        assertThat(walked(liar, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void blockedAndNotOutRestsTheChannelForADay() {
        var delivery = delivery("text");
        var session = session();
        var blocked = publisher(answering("POST", PUBLISH, error(4, 2207051)));

        assertThat(refusal(blocked, publish(made(delivery, session), 0), delivery, session))
                .isEqualTo(ThreadsFaults.GRAPH.spamLike());
    }

    @Test
    void aContainerThatIsNotVisibleYetIsPublishedALittleLater() {
        var delivery = delivery("text");
        var late = new AtomicInteger(2);
        Transport slow = call -> call.uri().getPath().endsWith(PUBLISH) && late.getAndDecrement() > 0
                ? error(24, 4279009)
                : stage.transport().send(call);

        assertThat(walked(slow, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void aContainerThatStaysUnknownIsAPersonsAffair() {
        var delivery = delivery("text");

        assertThat(walked(answering("POST", PUBLISH, error(24, 4279009)), delivery))
                .isEqualTo(new End.Failed(new Fault.Rejected("4279009", "Threads says no")));
        assertThat(visible(delivery)).isZero();
    }

    @Test
    void aContainerThatWasPublishedAlreadyIsNotPublishedAgain() {
        var delivery = delivery("text");
        var session = session();
        var made = made(delivery, session);
        var publisher = publisher(stage.transport());
        publisher.perform(publish(made, 0), delivery, session);

        assertThat(publisher.perform(publish(made, 0), delivery, session))
                .isEqualTo(new Outcome.Next<At>(new At.Find(List.of(), made, 0)));
        assertThat(visible(delivery)).isOne();
    }

    @Test
    void aContainerThatThreadsForgotIsNoPromise() {
        var delivery = delivery("text");
        var forgetful = publisher(answering("GET", STATE, error(100, 33)));
        var session = session();

        assertThat(forgetful.reconcile(publish("17990000000000001", 0), delivery, session))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(walked(stage.transport(), delivery)).isInstanceOf(End.Published.class);
        assertThat(forgetful.reconcile(publish("17990000000000001", 0), delivery, session))
                .isInstanceOfSatisfying(
                        Outcome.Next.class, next -> assertThat(next.step()).isInstanceOf(At.Link.class));
    }

    @Test
    void aContainerOlderThanADayIsMadeAnew() {
        var delivery = delivery("text");
        var session = session();
        var made = made(delivery, session);
        stage.passes(Duration.ofHours(24));

        assertThat(publisher(stage.transport()).reconcile(publish(made, 0), delivery, session))
                .isEqualTo(new Outcome.Next<At>(new At.Make(List.of(), List.of(), 0, false)));
    }

    private Transport failing(int times, String word) {
        var failures = new AtomicInteger(times);
        var failed = reply(200, "{\"status\":\"ERROR\",\"error_message\":\"" + word + "\",\"id\":\"1\"}");
        return call -> call.uri().toString().contains(STATE) && failures.getAndDecrement() > 0
                ? failed
                : stage.transport().send(call);
    }

    @Test
    void aDownloadThatFailedOnceIsTriedAgainAndNoMore() {
        var delivery = delivery("video");

        assertThat(walked(failing(1, "FAILED_DOWNLOADING_VIDEO"), delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isOne();
        assertThat(walked(failing(2, "FAILED_DOWNLOADING_VIDEO"), delivery("video")))
                .isEqualTo(new End.Failed(new Fault.Rejected("FAILED_DOWNLOADING_VIDEO", "FAILED_DOWNLOADING_VIDEO")));
    }

    @Test
    void aVideoThatCannotBeTakenIsNotTriedAgain() {
        assertThat(walked(failing(1, "INVALID_BIT_RATE"), delivery("video")))
                .isEqualTo(new End.Failed(new Fault.Rejected("INVALID_BIT_RATE", "INVALID_BIT_RATE")));
    }

    @Test
    void aPictureThatWasNotFetchedIsTriedTwiceMore() {
        var delivery = delivery("image");
        var misses = new AtomicInteger();
        Transport deaf = call -> {
            boolean made = call.method().equals("POST") && call.uri().getPath().endsWith("/threads");
            return made && misses.incrementAndGet() < 3
                    ? reply(400, ThreadsErrors.error(100, 0, "The media could not be fetched", false))
                    : stage.transport().send(call);
        };

        assertThat(walked(deaf, delivery)).isInstanceOf(End.Published.class);
        misses.set(-10);
        assertThat(walked(deaf, delivery("image")))
                .isEqualTo(new End.Failed(new Fault.Rejected("fetch", "The media could not be fetched")));
        assertThat(misses).hasValue(-7);
    }

    @Test
    void anAnswerToAPostThatIsNotShownYetIsTriedAgain() {
        var delivery = delivery("thread");
        var late = new AtomicInteger();
        Transport slow = call ->
                call.method().equals("POST") && call.uri().getPath().endsWith("/threads") && late.incrementAndGet() == 2
                        ? error(100, 33)
                        : stage.transport().send(call);

        assertThat(walked(slow, delivery)).isInstanceOf(End.Published.class);
        assertThat(visible(delivery)).isEqualTo(3);
    }

    @Test
    void aFullDayRestsTheChannelBeforeAnythingIsMade() {
        var full = reply(200, "{\"data\":[{\"quota_usage\":250,\"config\":{\"quota_total\":250}}]}");
        var publisher = publisher(answering("GET", "threads_publishing_limit", full));

        assertThat(refusal(publisher, new At.Quota(List.of()), delivery("text"), session()))
                .isInstanceOf(Fault.Busy.class);
    }

    @Test
    void aChainNeedsPlaceForAllItsAnswers() {
        var nearlyFull = reply(
                200,
                "{\"data\":[{\"quota_usage\":0,\"config\":{\"quota_total\":250},\"reply_quota_usage\":999,"
                        + "\"reply_config\":{\"quota_total\":1000}}]}");
        var publisher = publisher(answering("GET", "threads_publishing_limit", nearlyFull));
        var session = session();

        assertThat(refusal(publisher, new At.Quota(List.of()), delivery("thread"), session))
                .isInstanceOf(Fault.Busy.class);
        assertThat(publisher.perform(new At.Quota(List.of()), delivery("text"), session))
                .isInstanceOf(Outcome.Next.class);
    }

    @Test
    void withoutThePermissionToReplyNoThreadIsBegun() {
        var whole = session();
        var narrow = new Credential(
                whole.credential().access(),
                null,
                null,
                Set.of("threads_basic", "threads_content_publish"),
                whole.credential().extra());
        var session = new Session(whole.account(), narrow, TestFiles.FILES);
        var publisher = publisher(stage.transport());

        assertThat(refusal(publisher, new At.Quota(List.of()), delivery("thread"), session))
                .isEqualTo(new Fault.Rejected("missing_scope", "threads_manage_replies"));
        assertThat(refusal(publisher, new At.Quota(List.of()), delivery("text-extras"), session))
                .isEqualTo(new Fault.Rejected("missing_scope", "threads_location_tagging, threads_manage_replies"));
    }

    @Test
    void aFirstCommentThatIsRefusedDoesNotFailThePost() {
        var made = new AtomicInteger();
        Transport grudging = call ->
                call.method().equals("POST") && call.uri().getPath().endsWith("/threads") && made.incrementAndGet() == 2
                        ? error(10, 0)
                        : stage.transport().send(call);
        var delivery = delivery("Bread ~", List.of(), ThreadsSamples.commented("And tea"));

        assertThat(walked(grudging, delivery))
                .isInstanceOfSatisfying(
                        End.Published.class,
                        end -> assertThat(end.post().note()).startsWith("the first comment was refused: A permission"));
    }

    @Test
    void aPostThatIsNotShownEndsAThreadHonestly() {
        var delivery = delivery("thread");
        var session = session();
        var blind = publisher(answering("GET", "/threads?", reply(200, "{\"data\":[]}")));
        var out = new At.Find(List.of(), "17990000000000001", 6);

        assertThat(refusal(blind, out, delivery, session)).isInstanceOf(Fault.Rejected.class);
        assertThat(out.out()).containsExactly("17990000000000001");
        assertThat(blind.again(out, delivery)).isEqualTo(new At.Find(List.of(), "17990000000000001", 0));
    }

    @Test
    void aSinglePostThatIsNotShownIsPublishedAllTheSame() {
        var blind = publisher(answering("GET", "/threads?", reply(200, "{\"data\":[]}")));
        var found = blind.perform(new At.Find(List.of(), "17990000000000001", 6), delivery("text"), session());

        assertThat(found)
                .isInstanceOfSatisfying(
                        Outcome.Published.class,
                        end -> assertThat(end.post().note()).contains("did not tell the post's address"));
    }

    /** Two posts of the same words at the same time: which is which nobody can tell. */
    @Test
    void twoPostsThatLookAlikeAreNotGuessedAt() {
        var one = delivery("Same words", List.of(), ThreadsSamples.plain());
        assertThat(walked(stage.transport(), one)).isInstanceOf(End.Published.class);
        assertThat(walked(stage.transport(), one)).isInstanceOf(End.Published.class);
        var forgetful = publisher(answering("GET", STATE, error(100, 33)));

        assertThat(forgetful.reconcile(publish("17990000000000001", 0), one, session()))
                .isInstanceOf(Outcome.Unknown.class);
    }
}
