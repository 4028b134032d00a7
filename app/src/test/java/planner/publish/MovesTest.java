package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final int MANY = 300;

    @Test
    void manyMovesAtOnceAreWrittenWithTheirLinesExceptThoseOvertaken() {
        var stage = new Stage(new ScriptedNetwork());
        try (var pool = stage.pool;
                var walks = Executors.newVirtualThreadPerTaskExecutor()) {
            var journeys = IntStream.range(0, MANY)
                    .mapToObj(i -> stage.get(stage.ordered()))
                    .toList();
            var overtaken = journeys.subList(100, 110);
            overtaken.forEach(each -> assertThat(stage.moves.write(claim(stage, each, "by another")))
                    .isTrue());

            var written = journeys.stream()
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> stage.moves.write(claim(stage, each, "by this one")), walks))
                    .toList();

            for (int i = 0; i < MANY; i++) {
                assertThat(written.get(i).join()).isEqualTo(!overtaken.contains(journeys.get(i)));
            }
            assertThat(stories(stage, "by this one")).isEqualTo(MANY - overtaken.size());
            assertThat(journeys).allSatisfy(before -> {
                var after = stage.get(before.id());
                assertThat(after.version()).isEqualTo(before.version() + 1);
                assertThat(after.standing().state()).isEqualTo(PublicationState.PUBLISHING);
            });
        }
    }

    private static Moves.Move claim(Stage stage, Journey journey, String detail) {
        var change = journey.standing().change();
        change.state = PublicationState.PUBLISHING;
        var now = stage.clock.instant();
        return new Moves.Move(journey, change.done(), Entry.of(now, "Step", "next", detail), now);
    }

    private static int stories(Stage stage, String detail) {
        return stage.sql
                .sql("select count(*) from attempt where detail = :detail")
                .param("detail", detail)
                .query(Integer.class)
                .single();
    }
}
