package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.jobs.Next;
import planner.network.Fault;
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

    private static Outcome<At> next(At step) {
        return new Outcome.Next<>(step);
    }

    private static Outcome<At> published() {
        return new Outcome.Published<>(RemotePost.of("post-1", URI.create("https://scripted.example/post-1")));
    }

    private static java.util.function.Supplier<Outcome<At>> fault(Fault fault) {
        return () -> {
            throw new NetworkException(fault);
        };
    }
}
