package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.publish.ScriptedNetwork.fault;
import static planner.publish.ScriptedNetwork.next;
import static planner.publish.ScriptedNetwork.published;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.channel.Channel;
import planner.channel.ChannelChanged;
import planner.jobs.Next;
import planner.network.Budget;
import planner.network.Credential;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.network.RemotePost;
import planner.network.Session;
import planner.publish.ScriptedNetwork.At;

/** What is out stays known, extras never fail a post, and trouble of ours stops nobody else. */
class WalkTroubleTest {
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Stage stage = new Stage(network);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void whatIsOutIsKnownWhenTheRestIsRejected() {
        network.answers(next(new At.Part(List.of("post-1"), "b"))).answers(fault(new Fault.Rejected("odd", "no")));
        var id = stage.ordered();

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.get(id).mayBeOut()).isTrue();
        assertThat(stage.views
                        .get(stage.workspace, id, java.util.Locale.ENGLISH)
                        .out())
                .isEqualTo(1);
    }

    @Test
    void aNewTryGoesOnAfterWhatIsOut() {
        network.answers(next(new At.Part(List.of("post-1"), "b"))).answers(fault(new Fault.Rejected("odd", "no")));
        var id = stage.ordered();
        stage.run();
        var steps = new StoredSteps(new planner.channel.NetworkDirectory(List.of(network)));

        assertThat(steps.again(stage.get(id))).isEqualTo(Steps.write(new At.Part(List.of("post-1"), "")));
    }

    @Test
    void aNewTryBeginsAtTheFirstStepWhenNothingIsOut() {
        network.answers(next(new At.Part(List.of(), "b"))).answers(fault(new Fault.Rejected("odd", "no")));
        var id = stage.ordered();
        stage.run();
        var steps = new StoredSteps(new planner.channel.NetworkDirectory(List.of(network)));

        assertThat(steps.again(stage.get(id))).isNull();
    }

    @Test
    void aRefusedExtraIsANoteOnAPublishedPost() {
        for (var fault : List.of(
                new Fault.Rejected("comment", "comments are off"), new Fault.Revoked("no permission to comment"))) {
            network.answers(next(new At.Extra(List.of("post-1", "post-2")))).answers(fault(fault));
            var id = stage.ordered();

            stage.run();

            assertThat(stage.state(id)).as("%s", fault).isEqualTo(PublicationState.PUBLISHED);
            var remote = Objects.requireNonNull(stage.get(id).standing().remote());
            assertThat(remote.id()).isEqualTo("post-1");
            assertThat(remote.more()).contains("post-2");
            assertThat(remote.note()).containsAnyOf("comments are off", "no permission");
            assertThat(stage.access.broken).isNull();
        }
    }

    @Test
    void anExtraThatIsNeverAnsweredEndsAsPublished() {
        network.answers(next(new At.Extra(List.of("post-1"))))
                .answers(fault(new Fault.Unavailable(true, "HTTP 500")))
                .answers(fault(new Fault.Unavailable(true, "HTTP 500")));
        var id = stage.ordered();

        stage.run();
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHING);
        stage.clock.advance(ScriptedNetwork.PATIENCE);
        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(network.asked).doesNotContain("reconcile Extra");
    }

    @Test
    void whatIsHandedOverIsLookedAtAfterItsTimeHoweverFarThatIs() {
        var release = Stage.START.plus(Duration.ofDays(20));
        var look = release.plusSeconds(60);
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.HandedOver<>(new At.Watch("v", 0), look, "handed over"))
                .answers(fault(new Fault.Unavailable(false, "HTTP 503")))
                .answers(new Outcome.Published<>(new RemotePost("v", null, List.of(), "", release)));
        var id = stage.ordered();

        var rest = stage.run();
        assertThat(rest).isEqualTo(new Next.Again(look));
        var waiting = stage.get(id).standing();
        assertThat(waiting.state()).isEqualTo(PublicationState.PUBLISHING);
        assertThat(waiting.why()).isEqualTo("handed-over:handed over");
        assertThat(waiting.deadline()).isNull();
        // another process, days later: what it knows stands in the row
        rest = stage.runAt(rest);
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHING);
        stage.runAt(rest);

        var standing = stage.get(id).standing();
        assertThat(standing.state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(standing.remote()).extracting(Journey.Remote::publishedAt).isEqualTo(release);
        assertThat(network.exhausted()).isTrue();
    }

    @Test
    void whatIsHandedOverAndNeverSeenIsForAPerson() {
        var look = Stage.START.plus(Duration.ofDays(20));
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.HandedOver<>(new At.Watch("v", 0), look, "handed over"))
                .answers(new Outcome.Later<>(new At.Watch("v", 1), ScriptedNetwork.PATIENCE, "not yet"))
                .answers(new Outcome.Later<>(new At.Watch("v", 2), Duration.ofMinutes(1), "not yet"));
        var id = stage.ordered();

        stage.runAt(stage.runAt(stage.run()));

        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
    }

    @Test
    void whoseHouseWasDownOverTheReleaseLooksWithAllPatience() {
        var look = Stage.START.plus(Duration.ofDays(20));
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.HandedOver<>(new At.Watch("v", 0), look, "handed over"))
                .answers(fault(new Fault.Unavailable(false, "could not connect")))
                .answers(published());
        var id = stage.ordered();
        stage.run();

        stage.clock.set(look.plus(ScriptedNetwork.PATIENCE).plusSeconds(1));
        var rest = stage.run();
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHING);
        stage.runAt(rest);

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aLookAtWhatTheNetworkHasTakesNoShareOfABudget() {
        network.grants(Budget.rolling("posts", "acc-1", 1, Duration.ofDays(60)));
        var look = Stage.START.plus(Duration.ofDays(20));
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.HandedOver<>(new At.Watch("v", 0), look, "handed over"))
                .answers(fault(new Fault.Unavailable(false, "HTTP 503")))
                .answers(published());
        var id = stage.ordered();

        stage.runAt(stage.runAt(stage.run()));

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void whatWasShownBeforeItsTimeIsNotPublishedInTheFuture() {
        var release = Stage.START.plus(Duration.ofDays(20));
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.Published<>(new RemotePost("v", null, List.of(), "", release)));
        var id = stage.ordered();

        stage.run();

        assertThat(stage.get(id).standing().remote())
                .extracting(Journey.Remote::publishedAt)
                .isEqualTo(Stage.START);
    }

    @Test
    void aDisconnectedChannelsPostThatTheNetworkWillShowIsForAPerson() {
        network.answers(next(new At.Send("a")))
                .answers(new Outcome.HandedOver<>(
                        new At.Watch("v", 0), Stage.START.plus(Duration.ofDays(20)), "handed over"));
        var id = stage.ordered();
        stage.run();
        var planned = stage.ordered(Stage.START.plus(Duration.ofDays(30)), Stage.SPACE, "later");

        stage.holds.on(new ChannelChanged(stage.get(id).workspace(), stage.channel, Channel.State.REMOVED));

        assertThat(stage.state(id)).isEqualTo(PublicationState.UNCONFIRMED);
        assertThat(stage.state(planned)).isEqualTo(PublicationState.HELD);
    }

    @Test
    void whatTheDatabaseCannotTakeIsTroubleOfThisOneAlone() {
        network.answers(
                new Outcome.Later<>(new At.Prepare(List.of()), Duration.ofDays(4_000_000), "in ten thousand years"));
        network.answers(published());
        var odd = stage.ordered(Stage.START.minusSeconds(1), Stage.SPACE, "odd");
        var sound = stage.ordered(Stage.START, Stage.SPACE, "sound");

        stage.run();

        assertThat(stage.get(sound).standing().state()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.get(odd).standing().state()).isEqualTo(PublicationState.PUBLISHING);
        assertThat(stage.get(odd).standing().failures()).isEqualTo(1);
    }

    @Test
    void aChannelConnectedAgainMeanwhileIsNotHeld() {
        network.answers(() -> {
                    stage.access.session = new Session(
                            stage.access.session.account(),
                            new Credential("token-of-the-new-consent", null, null, Set.of(), Map.of()),
                            NoFiles.INSTANCE);
                    throw new NetworkException(new Fault.Revoked("the old token"));
                })
                .answers(published());
        var id = stage.ordered();

        stage.run();

        assertThat(stage.access.broken).isNull();
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(network.sessions.getLast().credential().access()).isEqualTo("token-of-the-new-consent");
    }

    @Test
    void troubleOfOursIsToldAndStopsNoOther() {
        var id = stage.ordered();
        var other = stage.ordered();
        network.answers(published());
        stage.access.signIn = new IllegalStateException("sealed with secret-key");
        network.beforeAnswer = step -> {};

        var rest = stage.run();
        assertThat(stage.told(id).getLast().detail())
                .contains("IllegalStateException")
                .doesNotContain("secret-key");
        assertThat(stage.get(id).standing().failures()).isEqualTo(1);
        stage.access.signIn = null;
        network.answers(published());
        stage.runAt(rest);
        stage.clock.advance(Duration.ofMinutes(5));
        stage.run();

        assertThat(stage.state(other)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void troubleThatOutlivesThePatienceFails() {
        var id = stage.ordered();
        stage.access.signIn = new IllegalStateException("no key");

        stage.run();
        stage.clock.advance(ScriptedNetwork.PATIENCE);
        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
    }

    @Test
    void optionsThatNobodyCanReadFailAloneAndTheLineGoesOn() {
        var id = stage.ordered();
        var other = stage.ordered();
        stage.sql
                .sql("update publication set delivery = jsonb_set(delivery, '{options}', '[7]') where id = :id")
                .param("id", id.value())
                .update();
        network.answers(published());

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.state(other)).isEqualTo(PublicationState.PUBLISHED);
    }

    /** Held after the release, it would wait for ever. */
    @Test
    void aChannelThatIsMendedWhileItsLaneLooksIsNotHeld() {
        var id = stage.ordered();
        network.answers(published());
        stage.access.broken = "password changed";
        stage.access.mendedMeanwhile = true;

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void whatWaitsOnABrokenChannelIsHeldBeforeItIsDue() {
        var id = stage.ordered(Stage.START.plus(Duration.ofHours(5)), Stage.SPACE, "Later");
        stage.access.broken = "password changed";

        stage.run();

        assertThat(stage.state(id)).isEqualTo(PublicationState.HELD);
    }

    @Test
    void nothingIsBegunWhileTheCredentialIsRenewed() {
        stage.access.renewal = new NetworkException(new Fault.Unavailable(true, "the answer was lost"));
        network.answers(next(new At.Send("a"))).answers(fault(new Fault.Expired("token expired")));
        var id = stage.ordered();
        network.beforeAnswer = step -> {};

        stage.run();

        assertThat(stage.get(id).begun()).isFalse();
        assertThat(stage.get(id).mayBeOut()).isFalse();
    }
}
