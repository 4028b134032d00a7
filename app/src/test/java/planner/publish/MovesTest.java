package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import planner.TestPosts;

class MovesTest {
    private static final int MANY = 300;
    private static final String NUL = Character.toString(0);

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
            assertThat(commits(stage, "by this one")).isLessThan(MANY / 3);
            assertThat(journeys).allSatisfy(before -> {
                var after = stage.get(before.id());
                assertThat(after.version()).isEqualTo(before.version() + 1);
                assertThat(after.standing().state()).isEqualTo(PublicationState.PUBLISHING);
            });
        }
    }

    /** A walk that stood still and the one that took its place: only one of them may believe that it has the row. */
    @Test
    void ofManyWhoKnowTheSameVersionOnlyOneIsTold() {
        try (var stage = new Stage(new ScriptedNetwork());
                var walks = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = IntStream.range(0, 4).mapToObj(i -> stage.ordered()).toList();
            int rounds = 20;
            int told = 0;
            for (int round = 0; round < rounds; round++) {
                var journeys = ids.stream().map(stage::get).toList();
                told += (int) IntStream.range(0, 40)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> stage.moves.write(claim(stage, journeys.get(i % ids.size()), "race")), walks))
                        .toList()
                        .stream()
                        .filter(CompletableFuture::join)
                        .count();
            }
            assertThat(told).isEqualTo(rounds * ids.size());
            assertThat(stories(stage, "race")).isEqualTo(told);
            assertThat(ids).allSatisfy(id -> assertThat(stage.get(id).version()).isEqualTo(rounds));
        }
    }

    /** As after an order to all channels: at once, many lanes move publications of the same few posts. */
    @Test
    void lanesThatMoveTheSamePostsDoNotLockEachOtherOut() {
        try (var stage = new Stage(new ScriptedNetwork());
                var walks = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 15)
                    .mapToObj(i -> TestPosts.insert(stage.sql, stage.workspace))
                    .toList();
            var lanes = IntStream.range(0, 40)
                    .mapToObj(
                            lane -> posts.stream().map(post -> of(post, stage)).toList())
                    .toList();
            long before = deadlocks(stage);
            // as two processes have
            var moves = List.of(stage.moves, new Moves(stage.sql));

            var moved = lanes.stream()
                    .map(lane -> CompletableFuture.runAsync(
                            () -> lane.forEach(id -> {
                                var own = moves.get(lanes.indexOf(lane) % 2);
                                assertThat(own.write(to(PublicationState.PUBLISHING, id, stage, null)))
                                        .isTrue();
                                var entry = Entry.of(stage.clock.instant(), "Step", "published", "");
                                assertThat(own.write(to(PublicationState.PUBLISHED, id, stage, entry)))
                                        .isTrue();
                            }),
                            walks))
                    .toList();

            moved.forEach(CompletableFuture::join);
            assertThat(deadlocks(stage)).isEqualTo(before);
            assertThat(stage.sql
                            .sql("select distinct state from post")
                            .query(String.class)
                            .list())
                    .containsExactly("PUBLISHED");
        }
    }

    /** Networks answer what they like; all but what PostgreSQL cannot hold is kept as it was said. */
    @Test
    void oddCharactersOfNetworksAreNoTrouble() {
        try (var stage = new Stage(new ScriptedNetwork())) {
            var id = stage.ordered();
            var odd = "a" + NUL + "b \\u0000 \\\\ \"quoted\" \ud83d\ude00 \n\t\u2028 {}'; --";
            var kept = odd.replace(NUL, "");
            var journey = stage.get(id);
            var change = journey.standing().change();
            change.step = "{\"is\":\"Made\",\"id\":\"x\\u0000y\"}";
            change.why = odd;
            change.problem = new Journey.Problem("odd", odd);
            change.remote = new Journey.Remote("id" + NUL, null, "[\"m\\u0000\"]", odd, Stage.START);
            var entry = Entry.of(Stage.START, "Step", "next", odd);

            assertThat(stage.moves.write(new Moves.Move(journey, change.done(), entry, Stage.START)))
                    .isTrue();

            var after = stage.get(id).standing();
            assertThat(after.step()).isEqualTo("{\"id\": \"xy\", \"is\": \"Made\"}");
            assertThat(after.why()).isEqualTo(kept);
            assertThat(after.problem()).isEqualTo(new Journey.Problem("odd", kept));
            assertThat(after.remote()).isEqualTo(new Journey.Remote("id", null, "[\"m\"]", kept, Stage.START));
            assertThat(stories(stage, kept)).isEqualTo(1);
        }
    }

    private static Moves.Move to(PublicationState state, PublicationId id, Stage stage, @Nullable Entry entry) {
        var journey = stage.get(id);
        var change = journey.standing().change();
        change.state = state;
        return new Moves.Move(journey, change.done(), entry, stage.clock.instant());
    }

    private static PublicationId of(UUID post, Stage stage) {
        var id = stage.ordered();
        stage.sql
                .sql("update publication set post_id = :post where id = :id")
                .param("post", post)
                .param("id", id.value())
                .update();
        return id;
    }

    private static long deadlocks(Stage stage) {
        return stage.sql
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static Moves.Move claim(Stage stage, Journey journey, String detail) {
        var change = journey.standing().change();
        change.state = PublicationState.PUBLISHING;
        var now = stage.clock.instant();
        return new Moves.Move(journey, change.done(), Entry.of(now, "Step", "next", detail), now);
    }

    private static int commits(Stage stage, String detail) {
        return stage.sql
                .sql("select count(distinct xmin::text) from attempt where detail = :detail")
                .param("detail", detail)
                .query(Integer.class)
                .single();
    }

    private static int stories(Stage stage, String detail) {
        return stage.sql
                .sql("select count(*) from attempt where detail = :detail")
                .param("detail", detail)
                .query(Integer.class)
                .single();
    }
}
