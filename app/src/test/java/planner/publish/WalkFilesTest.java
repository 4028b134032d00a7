package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static planner.publish.ScriptedNetwork.published;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.jobs.Next;
import planner.media.Renditions.Outlook;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Outcome;
import planner.publish.ScriptedNetwork.At;

/** A post whose files must be made before it can go. */
class WalkFilesTest {
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final Stage stage = new Stage(network);

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aPostWaitsForItsFilesAndSaysOnceThatItDoes() {
        stage.access.outlook = new Outlook.Making(0.4);
        var id = stage.ordered();

        var first = stage.run();
        var second = stage.runAt(first);

        assertThat(second).isInstanceOf(Next.Again.class);
        assertThat(network.asked).isEmpty();
        assertThat(stage.state(id)).isEqualTo(PublicationState.SCHEDULED);
        assertThat(stage.get(id).standing().attempts()).isZero();
        assertThat(stage.get(id).standing().why()).isEqualTo("files:40");
        assertThat(stage.story(id)).containsExactly("files");
    }

    @Test
    void whoWaitsForFilesDoesNotKeepTheNextOneWaiting() {
        network.answers(published());
        stage.access.outlook = new Outlook.Making(0);
        var waiting = stage.ordered();
        stage.run();

        stage.access.outlook = null;
        var other = stage.ordered();
        stage.run();

        assertThat(stage.state(waiting)).isEqualTo(PublicationState.SCHEDULED);
        assertThat(stage.state(other)).isEqualTo(PublicationState.PUBLISHED);
    }

    @Test
    void whatWasMadeGoesOutInThePlaceOfWhatWasForeseen() {
        network.answers(published());
        var id = stage.ordered();
        var made = new Media(
                UUID.randomUUID(), MediaKind.IMAGE, "image/jpeg", 1_234, 10, 10, 0, 0, 0, null, "made.jpg", "");
        var ordered = stage.get(id).delivery();
        stage.access.outlook = new Outlook.Ready(new Delivery(
                ordered.id(),
                ordered.scheduledAt(),
                ordered.format(),
                "",
                List.of(new Delivery.Part("Hello", List.of(made))),
                ordered.options()));

        stage.run();

        assertThat(network.delivered)
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.media()).containsExactly(made));
    }

    @Test
    void aFileThatCannotBeMadeFailsThePostBeforeAnythingIsSent() {
        stage.access.outlook = new Outlook.Failed("holiday.mov", "too-large");
        var id = stage.ordered();

        assertThat(stage.run()).isEqualTo(new Next.Done());

        assertThat(network.asked).isEmpty();
        assertThat(stage.state(id)).isEqualTo(PublicationState.FAILED);
        assertThat(stage.get(id).standing().attempts()).isZero();
        assertThat(stage.told(id))
                .singleElement()
                .satisfies(told -> assertThat(told.decision()).isEqualTo("rejected"));
    }

    @Test
    void whatHasBegunGoesOnWhateverBecomesOfItsFiles() {
        network.answers(new Outcome.Later<>(new At.Prepare(List.of("a")), Duration.ofMinutes(1), "Processing."))
                .answers(published());
        var id = stage.ordered();
        var rest = stage.run();

        stage.access.outlook = new Outlook.Failed("holiday.mov", "failed");
        stage.runAt(rest);

        assertThat(stage.state(id)).isEqualTo(PublicationState.PUBLISHED);
    }
}
