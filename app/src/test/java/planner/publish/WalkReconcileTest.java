package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static planner.publish.ScriptedNetwork.fault;
import static planner.publish.ScriptedNetwork.next;
import static planner.publish.ScriptedNetwork.published;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.channel.NetworkDirectory;
import planner.jobs.Next;
import planner.network.Fault;
import planner.network.Outcome;
import planner.network.RemotePost;
import planner.publish.ScriptedNetwork.At;

/** What became of a step that was cut short. */
class WalkReconcileTest {
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(30);

    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Stage stage = new Stage(network);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aCutPublishIsNotRepeatedButAskedAboutOnceTheAnswerCanBeTrusted() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();
        assertThat(rest).isEqualTo(new Next.Again(Stage.START.plus(ScriptedNetwork.SETTLES)));
        assertThat(stage.run()).isEqualTo(rest);
        stage.runAt(rest);

        assertThat(network.asked).containsExactly("perform Prepare", "perform Send", "reconcile Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void whatDidNotHappenIsPerformedAgain() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(next(new At.Send("a")))
                .answers(published());
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(network.asked).containsExactly("perform Prepare", "perform Send", "reconcile Send", "perform Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void refusedWhileAskingIsNoAnswer() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(fault(new Fault.Rejected("no-access", "may not read")));
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void whatNobodyCanTellIsUnconfirmed() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(new Outcome.Unknown<>("this network cannot tell"));
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
        assertThat(stage.get(id).standing().problem())
                .isEqualTo(new Journey.Problem("unknown", "this network cannot tell"));
    }

    @Test
    void laterFromReconcileLooksAgainAndDoesNotPerform() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(new Outcome.Later<>(new At.Send("a"), Duration.ofSeconds(30), "not listed yet"))
                .answers(next(new At.Send("a")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.runAt(stage.run());
        assertThat(stage.get(id).begun()).isTrue();
        stage.runAt(rest);

        assertThat(network.asked)
                .containsExactly("perform Prepare", "perform Send", "reconcile Send", "reconcile Send", "perform Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void laterFromReconcileWithAnotherCountOfLooksIsStillOnlyALook() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(new Outcome.Later<>(new At.Send("a, looked once"), Duration.ofSeconds(30), "not listed yet"))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.runAt(stage.run());
        assertThat(stage.get(id).begun()).isTrue();
        stage.runAt(rest);

        assertThat(network.asked)
                .containsExactly("perform Prepare", "perform Send", "reconcile Send", "reconcile Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void anAwayNetworkWhileAskingLeavesItBegun() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.runAt(stage.run());
        assertThat(stage.get(id).begun()).isTrue();
        stage.runAt(rest);

        assertThat(network.asked).endsWith("reconcile Send", "reconcile Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void anotherPublicationsPostIsNotTakenForThisOne() {
        network.answers(published())
                .answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(published());
        var twin = stage.ordered();
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(stage.state(twin)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void norIsItWhenItIsLookedForAgainAndAgain() {
        network.answers(published())
                .answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(new Outcome.Later<>(new At.Prepare(List.of("looking")), Duration.ofSeconds(30), "looking"))
                .answers(published());
        var twin = stage.ordered();
        var id = stage.ordered();

        stage.runAt(stage.runAt(stage.run()));

        assertThat(stage.state(twin)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void whatWasHandedOverForAnotherIsNotTakenForThisOne() {
        network.answers(new Outcome.HandedOver<>(
                        new At.Watch("post-1", 0), Stage.START.plus(Duration.ofDays(9)), "handed over"))
                .answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(next(new At.Watch("post-1", 0)));
        var twin = stage.ordered();
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(stage.state(twin)).isEqualTo(PublicationState.PUBLISHING);
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void nothingElseGoesOutOnAChannelWhileItIsOpenWhatBecameOfACutPost() {
        network.answers(next(new At.Send("a"))).answers(fault(new Fault.Unavailable(true, "the answer was lost")));
        stage.ordered();
        stage.ordered();

        assertThat(stage.run()).isEqualTo(new Next.Again(Stage.START.plus(ScriptedNetwork.SETTLES)));
        assertThat(network.asked).containsExactly("perform Prepare", "perform Send");
    }

    @Test
    void aDeadProcessLeavesBegunAndItsCallIsOverBeforeAnyoneAsks() {
        network.answers(next(new At.Send("a"))).answers(() -> {
            throw new AssertionError("the process dies");
        });
        network.answers(published());
        var id = stage.ordered();
        var dying = new Mortal(stage.sql, new NetworkDirectory(List.of(network)), stage.moves);
        network.beforeAnswer = step -> dying.dead = step instanceof At.Send && !dying.dead;

        assertThatThrownBy(() -> stage.lane(dying.ledger(stage.transactions, stage.clock), stage.store)
                        .run(stage.channel.value().toString()))
                .isInstanceOf(Mortal.Died.class);

        assertThat(stage.get(id).begun()).isTrue();
        var rest = stage.run();
        var settled = Stage.START
                .plus(LEAVES_WITHIN)
                .plus(ScriptedNetwork.LONGEST_CALL)
                .plus(ScriptedNetwork.SETTLES);
        assertThat(rest).isEqualTo(new Next.Again(settled));
        network.beforeAnswer = step -> {};
        stage.runAt(rest);
        assertThat(network.asked).containsExactly("perform Prepare", "perform Send", "reconcile Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aPartOfAThreadThatIsAnotherPublicationsPostIsNotTakenForThisOne() {
        network.answers(new Outcome.Published<>(new RemotePost("post-1", null, List.of("post-2"), "")))
                .answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(next(new At.Part(List.of("post-2"), "")));
        var twin = stage.ordered();
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(network.asked).endsWith("reconcile Send");
        assertThat(stage.state(twin)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void whatStandsForThePostIsNotExchangedForAnotherPublicationsPost() {
        network.answers(new Outcome.Published<>(RemotePost.of("post-1", null)))
                .answers(next(new At.Part(List.of("container-2"), "")))
                .answers(next(new At.Part(List.of("post-1"), "")));
        stage.ordered();
        var id = stage.ordered();

        stage.run();

        assertThat(network.exhausted()).isTrue();
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void aPartOfAThreadThatEndedHalfWayIsNotTakenForAnothersPost() {
        network.answers(next(new At.Part(List.of("post-1"), "")))
                .answers(fault(new Fault.Rejected("no", "the second part is refused")))
                .answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(true, "the answer was lost")))
                .answers(next(new At.Part(List.of("post-1"), "")));
        var half = stage.ordered();
        var id = stage.ordered();

        stage.runAt(stage.run());

        assertThat(stage.state(half)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }
}
