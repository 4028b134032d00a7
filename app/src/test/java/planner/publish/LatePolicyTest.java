package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.jobs.Next;
import planner.network.Outcome;
import planner.network.RemotePost;
import planner.workspace.Workspace.Late;

class LatePolicyTest {
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Stage stage = new Stage(network);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void overduePublicationsGoOutWithADistance() {
        var ids = overdue(Late.Action.SPACE, 3);
        stage.clock.advance(Duration.ofHours(5));
        var back = stage.clock.instant();

        var rest = stage.run();

        assertThat(states(ids))
                .containsExactly(PublicationState.PUBLISHED, PublicationState.SCHEDULED, PublicationState.SCHEDULED);
        assertThat(rest).isEqualTo(new Next.Again(back.plus(Duration.ofMinutes(2))));
        rest = stage.runAt(rest);
        assertThat(rest).isEqualTo(new Next.Again(back.plus(Duration.ofMinutes(4))));
        stage.runAt(rest);
        assertThat(states(ids)).containsOnly(PublicationState.PUBLISHED);
    }

    @Test
    void aSecondOutageSpacesWhatIsLeftAnew() {
        var ids = overdue(Late.Action.SPACE, 3);
        stage.clock.advance(Duration.ofHours(5));
        stage.run();
        stage.clock.advance(Duration.ofHours(5));

        stage.run();

        assertThat(states(ids))
                .containsExactly(PublicationState.PUBLISHED, PublicationState.PUBLISHED, PublicationState.SCHEDULED);
    }

    @Test
    void onTimeGoesOutOnTimeWhileTheOverdueOnesWait() {
        overdue(Late.Action.SPACE, 2);
        stage.clock.advance(Duration.ofHours(5));
        var onTime = stage.ordered(stage.clock.instant().plusSeconds(60), Stage.SPACE, "on time");
        network.answers(out(99));

        var rest = stage.run();
        stage.runAt(rest);

        assertThat(stage.state(onTime)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aWorkspaceMayHoldWhatIsOverdue() {
        var ids = overdue(Late.Action.HOLD, 2);
        stage.clock.advance(Duration.ofHours(5));

        assertThat(stage.run()).isEqualTo(new Next.Done());

        assertThat(states(ids)).containsOnly(PublicationState.HELD);
        assertThat(network.asked).isEmpty();
        assertThat(stage.story(ids.getFirst())).containsExactly("held");
    }

    @Test
    void aWorkspaceMaySkipWhatIsOverdue() {
        var ids = overdue(Late.Action.SKIP, 2);
        stage.clock.advance(Duration.ofHours(5));

        stage.run();

        assertThat(states(ids)).containsOnly(PublicationState.CANCELLED);
        assertThat(stage.story(ids.getFirst())).containsExactly("skipped");
    }

    @Test
    void aTimeAtTheEndOfAllTimeStopsNobodyElse() {
        var far = overdue(Late.Action.HOLD, 1).getFirst();
        stage.sql
                .sql("update publication set next_at = '294276-12-31 23:30:00+00' where id = :id")
                .param("id", far.value())
                .update();
        var onTime = stage.ordered(Stage.START, Stage.SPACE, "on time");

        stage.run();

        assertThat(stage.state(onTime)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void aLittleLateIsNotLate() {
        var ids = overdue(Late.Action.HOLD, 2);
        stage.clock.advance(Duration.ofMinutes(59));

        stage.run();

        assertThat(states(ids)).containsOnly(PublicationState.PUBLISHED);
    }

    private List<PublicationId> overdue(Late.Action action, int count) {
        var ids = new ArrayList<PublicationId>();
        for (int i = 0; i < count; i++) {
            var policy = new Late(Duration.ofHours(1), action, Duration.ofMinutes(2));
            ids.add(stage.ordered(Stage.START.plusSeconds(i), policy, "post " + i));
            network.answers(out(i));
        }
        return ids;
    }

    private static Outcome<ScriptedNetwork.At> out(int number) {
        return new Outcome.Published<>(RemotePost.of("post-" + number, null));
    }

    private List<PublicationState> states(List<PublicationId> ids) {
        return ids.stream().map(stage::state).toList();
    }
}
