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
import planner.jobs.Next;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.RemotePost;
import planner.publish.ScriptedNetwork.At;

class WalkTest {
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Stage stage = new Stage(network);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void goesFromStepToStepToThePublishedPost() {
        network.answers(next(new At.Prepare(List.of("a"))))
                .answers(next(new At.Send("a")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();

        assertThat(rest).isEqualTo(new Next.Done());
        assertThat(network.asked).containsExactly("perform Prepare", "perform Prepare", "perform Send");
        var standing = stage.get(id).standing();
        assertThat(standing.state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(standing.begun()).isFalse();
        assertThat(standing.inAct()).isFalse();
        assertThat(standing.attempts()).isEqualTo(1);
        assertThat(standing.remote()).isNotNull();
        assertThat(stage.story(id)).containsExactly("Prepare next", "Prepare next", "Send published");
        assertThat(stage.events)
                .extracting(PublicationChanged::state)
                .containsExactly(PublicationState.PUBLISHING, PublicationState.PUBLISHED);
    }

    @Test
    void whatMustChangeByNowIsNotEvenBegun() {
        stage.access.objection = Finding.error("text.too-long.graphemes", "text", "300", "301");
        var id = stage.ordered();

        assertThat(stage.run()).isEqualTo(new Next.Done());

        assertThat(network.asked).isEmpty();
        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.get(id).standing().attempts()).isZero();
        assertThat(stage.told(id)).singleElement().satisfies(told -> {
            assertThat(told.decision()).isEqualTo("rejected");
            assertThat(told.detail()).contains("300").contains("301").doesNotContain("finding");
        });
    }

    @Test
    void whatHasBegunGoesOnWhateverPreflightSaysByNow() {
        network.answers(next(new At.Prepare(List.of("a"))))
                .answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(published());
        var id = stage.ordered();
        var rest = stage.run();

        stage.access.objection = Finding.error("text.too-long.graphemes", "text", "300", "301");
        stage.runAt(rest);

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void begunIsSavedBeforeTheVisibleCallLeaves() {
        var id = new PublicationId[1];
        network.answers(next(new At.Send("a"))).answers(() -> {
            assertThat(stage.get(id[0]).begun()).isTrue();
            return published();
        });
        id[0] = stage.ordered();

        stage.run();

        assertThat(stage.state(id[0])).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void whatNeverLeftIsTriedAgainWithoutAsking() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();

        assertThat(stage.get(id).begun()).isFalse();
        stage.runAt(rest);
        assertThat(network.asked).containsExactly("perform Prepare", "perform Send", "perform Send");
        assertThat(stage.get(id).standing().attempts()).isEqualTo(2);
    }

    @Test
    void aNetworkThatIsAwayIsTriedWithGrowingPauses() {
        for (int i = 0; i < 4; i++) {
            network.answers(fault(new Fault.Unavailable(true, "HTTP 503")));
        }
        var id = stage.ordered();

        Next rest = stage.run();
        for (int i = 0; i < 4; i++) {
            var pause = Duration.between(stage.clock.instant(), ((Next.Again) rest).at());
            assertThat(pause).isBetween(Duration.ofSeconds(48L << i), Duration.ofSeconds(72L << i));
            assertThat(stage.get(id).standing().attempts()).isEqualTo(i + 1);
            assertThat(stage.get(id).standing().why()).isEqualTo("HTTP 503");
            if (i < 3) {
                rest = stage.runAt(rest);
            }
        }
    }

    @Test
    void patienceEndsInFailureWhenNothingCanBeOut() {
        network.answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(fault(new Fault.Unavailable(false, "could not connect")));
        var id = stage.ordered();

        stage.run();
        stage.clock.advance(ScriptedNetwork.PATIENCE);
        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
    }

    @Test
    void patienceEndsUnconfirmedWhenTheLastAnswerWasLostAndTheNetworkCannotTell() {
        network.answers(fault(new Fault.Unavailable(true, "HTTP 500")))
                .answers(fault(new Fault.Unavailable(true, "HTTP 500")))
                .answers(new Outcome.Unknown<>("cannot tell"));
        var id = stage.ordered();

        stage.run();
        stage.clock.advance(ScriptedNetwork.PATIENCE);
        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    /** The answers were lost, the post was written: what the last look finds is not "it did not happen". */
    @Test
    void aPartThatTheLastLookFindsIsNotCalledAbsent() {
        assertThat(lastLookFinds(new At.Part(List.of("post-1"), "b"))).isEqualTo(PublicationState.UNCONFIRMED);
        assertThat(lastLookFinds(new At.Extra(List.of("post-2")))).isEqualTo(PublicationState.PUBLISHED);
        assertThat(lastLookFinds(new At.Prepare(List.of()))).isEqualTo(PublicationState.FAILED);
    }

    private PublicationState lastLookFinds(At step) {
        network.answers(fault(new Fault.Unavailable(true, "HTTP 500")))
                .answers(fault(new Fault.Unavailable(true, "HTTP 500")))
                .answers(next(step));
        var id = stage.ordered();
        stage.run();
        stage.clock.advance(ScriptedNetwork.PATIENCE);
        stage.run();
        assertThat(stage.get(id).mayBeOut())
                .as("%s", step)
                .isEqualTo(!step.out().isEmpty());
        return stage.state(id);
    }

    @Test
    void afterAnOutageOfOursThereIsAlwaysOneMoreTry() {
        network.answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(published());
        var id = stage.ordered();

        stage.run();
        stage.clock.advance(Duration.ofDays(1));
        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aBusyAccountRestsAndBurnsNoAttempt() {
        network.answers(fault(new Fault.Busy(Duration.ofMinutes(7), Fault.Scope.CHANNEL, "too many posts")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();

        assertThat(rest).isEqualTo(new Next.Again(Stage.START.plus(Duration.ofMinutes(7))));
        assertThat(stage.access.restsUntil).isEqualTo(Stage.START.plus(Duration.ofMinutes(7)));
        stage.runAt(rest);
        assertThat(stage.get(id).standing().attempts()).isEqualTo(1);
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aRestingChannelSendsNothing() {
        stage.access.restsUntil = Stage.START.plusSeconds(90);
        stage.ordered();

        assertThat(stage.run()).isEqualTo(new Next.Again(Stage.START.plusSeconds(90)));
        assertThat(network.asked).isEmpty();
    }

    @Test
    void aBusyNetworkRestsAsAWhole() {
        network.answers(fault(new Fault.Busy(Duration.ofMinutes(7), Fault.Scope.NETWORK, "slow down")));
        stage.ordered();
        stage.ordered();

        stage.run();

        assertThat(stage.access.networkRestsUntil).isEqualTo(Stage.START.plus(Duration.ofMinutes(7)));
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void anExpiredCredentialIsRenewedOnceAndTheStepGoesAgain() {
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Expired("token expired")))
                .answers(published());
        var id = stage.ordered();

        stage.run();

        assertThat(stage.access.renewals).isEqualTo(1);
        assertThat(network.sessions.getLast().credential().access()).isEqualTo("token-2");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void expiredAgainMeansRevoked() {
        network.answers(fault(new Fault.Expired("token expired"))).answers(fault(new Fault.Expired("token expired")));
        var id = stage.ordered();

        stage.run();

        assertThat(stage.access.renewals).isEqualTo(1);
        assertThat(stage.state(id)).isEqualTo(PublicationState.HELD);
        assertThat(stage.access.broken).isEqualTo("token expired");
    }

    @Test
    void aLostRefreshIsTriedAgainLater() {
        stage.access.renewal = new NetworkException(new Fault.Unavailable(true, "the answer was lost"));
        network.answers(next(new At.Send("a")))
                .answers(fault(new Fault.Expired("token expired")))
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();

        assertThat(stage.get(id).begun()).isFalse();
        stage.access.renewal = null;
        stage.runAt(rest);
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(network.asked).doesNotContain("reconcile Send");
    }

    @Test
    void revokedAccessHoldsThePublicationAndTellsTheChannel() {
        network.answers(fault(new Fault.Revoked("the user removed the app")));
        var id = stage.ordered();
        var other = stage.ordered();

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.HELD);
        assertThat(stage.access.broken).isEqualTo("the user removed the app");
        assertThat(stage.state(other)).isEqualTo(PublicationState.HELD);
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void aRevokedSignInHoldsBeforeAnythingIsSent() {
        stage.access.signIn = new NetworkException(new Fault.Revoked("password changed"));
        var id = stage.ordered();

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.HELD);
        assertThat(network.asked).isEmpty();
    }

    @Test
    void aRejectedPostFailsAtOnceWithTheNetworksReason() {
        network.answers(fault(new Fault.Rejected("too-long", "Text is too long")));
        var id = stage.ordered();

        assertThat(stage.run()).isEqualTo(new Next.Done());

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.get(id).standing().problem()).isEqualTo(new Journey.Problem("too-long", "Text is too long"));
        assertThat(network.asked).hasSize(1);
    }

    @Test
    void whatANetworkSaysIsKeptEvenIfNoDatabaseWouldTakeIt() {
        network.answers(fault(new Fault.Rejected("odd", "half\0way")));
        var id = stage.ordered();

        stage.run();

        assertThat(stage.get(id).standing().problem()).isEqualTo(new Journey.Problem("odd", "halfway"));
    }

    @Test
    void anAdapterThatBreaksLosesNothing() {
        network.answers(next(new At.Send("a")))
                .answers(() -> {
                    throw new IllegalStateException("secret-token");
                })
                .answers(published());
        var id = stage.ordered();

        var rest = stage.run();

        assertThat(stage.get(id).begun()).isTrue();
        assertThat(stage.told(id).getLast().detail())
                .contains("IllegalStateException")
                .doesNotContain("secret-token");
        stage.runAt(rest);
        assertThat(network.asked).endsWith("reconcile Send");
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void waitingForTheNetworkFreesTheLineForOthers() {
        network.answers(new Outcome.Later<>(new At.Watch("v", 1), Duration.ofSeconds(30), "processing"))
                .answers(published())
                .answers(new Outcome.Published<>(RemotePost.of("post-2", null)));
        var slow = stage.ordered();
        var quick = stage.ordered();

        var rest = stage.run();

        assertThat(stage.state(quick)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(rest).isEqualTo(new Next.Again(Stage.START.plusSeconds(30)));
        stage.runAt(rest);
        assertThat(stage.state(slow)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.get(slow).standing().attempts()).isEqualTo(1);
    }

    @Test
    void aProcessThatLostItsHoldCanWriteNothingAndSendsNothing() {
        var id = stage.ordered();
        var stale = stage.get(id);
        network.answers(published());
        stage.run();

        assertThatThrownBy(() -> stage.walk(stage.ledger).advance(network.publisher(), stale))
                .isInstanceOf(LostHold.class);

        assertThat(network.asked).hasSize(1);
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aClosingHouseStopsBetweenTwoSteps() {
        network.answers(() -> {
                    stage.access.closing = true;
                    return next(new At.Send("a"));
                })
                .answers(published());
        var id = stage.ordered();

        stage.run();

        assertThat(network.asked).containsExactly("perform Prepare");
        assertThat(stage.get(id).begun()).isFalse();
        stage.access.closing = false;
        stage.run();
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aStepOfAnotherVersionIsNotGuessed() {
        var id = stage.ordered();
        stage.sql.sql("update publication set step = '{\"is\":\"Gone\"}'").update();

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(network.asked).isEmpty();
    }
}
