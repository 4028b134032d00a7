package planner.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import planner.RoomTest;
import planner.channel.NetworkDirectory;
import planner.publish.PublicationId;
import planner.publish.PublicationState;
import planner.publish.PublicationView;
import planner.publish.Publications;
import planner.workspace.Problem;

/** What people do to posts that were held, have failed, or that others change at the same moment. */
class PostDeedsTest extends RoomTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");
    private static final Locale LANGUAGE = Locale.ENGLISH;

    private Posts posts;
    private Publications publications;
    private UUID channel;

    @BeforeEach
    void connectAChannel() {
        posts = bean(Posts.class);
        publications = bean(Publications.class);
        var network = bean(NetworkDirectory.class).all().stream()
                .filter(it -> it.capabilities().formats().getFirst().textAlone())
                .findFirst()
                .orElseThrow();
        channel = connected(owner, network, "1", "Ada");
    }

    private PostInput text(String text) {
        return new PostInput(text, null, List.of(channel), null, null, null, null);
    }

    private Posts.When in(@Nullable Duration time) {
        return new Posts.When(time == null ? null : START.plus(time), ZONE);
    }

    private PostId scheduled(Duration in) {
        var id = posts.create(owner, text("Hello"), null).id();
        posts.schedule(owner, id, in(in), null);
        return id;
    }

    private List<PublicationView> of(PostId post) {
        return publications.ofPost(owner.workspace(), post.value(), LANGUAGE);
    }

    private PublicationId only(PostId post) {
        return new PublicationId(of(post).getFirst().id());
    }

    @Test
    void aPersonsHoldOutlivesAChangeOfThePost() {
        var post = scheduled(Duration.ofHours(2));
        publications.hold(owner.workspace(), only(post), LANGUAGE);

        var changed = posts.change(owner, post, text("Hello, mended"), null);
        var moved = posts.schedule(owner, post, in(Duration.ofHours(3)), null);

        assertThat(changed.state()).isEqualTo(PostState.HELD);
        assertThat(moved.state()).isEqualTo(PostState.HELD);
        assertThat(of(post)).extracting(PublicationView::state).containsExactly(PublicationState.HELD);
        assertThat(of(post).getFirst().line()).isEqualTo("Hello, mended");
    }

    @Test
    void publishNowReleasesIt() {
        var post = scheduled(Duration.ofHours(2));
        publications.hold(owner.workspace(), only(post), LANGUAGE);

        assertThat(posts.schedule(owner, post, in(null), null).state()).isEqualTo(PostState.SCHEDULED);
    }

    @Test
    void aPostHeldForBeingLateGoesOutAtItsNewTime() {
        var post = scheduled(Duration.ofHours(2));
        late(post, START.minusSeconds(7200).toString());

        posts.change(owner, post, text("Still late"), null);
        assertThat(of(post)).extracting(PublicationView::state).containsExactly(PublicationState.HELD);
        posts.schedule(owner, post, in(Duration.ofHours(3)), null);

        assertThat(of(post)).extracting(PublicationView::state).containsExactly(PublicationState.SCHEDULED);
    }

    private void late(PostId post, String due) {
        sql.sql("""
                update publication set state = 'HELD', held_for = 'LATE', problem_code = 'late', problem_message = 'late'
                where post_id = :post
                """).param("post", post.value()).update();
        sql.sql("update post set due_at = :due::timestamptz where id = :post")
                .param("due", due)
                .param("post", post.value())
                .update();
    }

    @Test
    void nothingOfADeletedPostCanBeTriedAgain() {
        for (var state : List.of("FAILED", "HELD")) {
            var post = scheduled(Duration.ofHours(2));
            var publication = only(post);
            sql.sql("update publication set state = :state, attempts = 1 where id = :id")
                    .param("state", state)
                    .param("id", publication.value())
                    .update();

            posts.remove(owner, post, null);

            assertThat(publications.ofPost(owner.workspace(), post.value(), LANGUAGE))
                    .as(state)
                    .extracting(PublicationView::state)
                    .containsExactly(PublicationState.CANCELLED);
            assertThatThrownBy(() -> publications.retry(owner.workspace(), publication, LANGUAGE))
                    .as(state)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void aPostThatMayBeOutIsDeletedOnlyAfterAPersonHasSaidWhetherItIs() {
        var post = scheduled(Duration.ofHours(2));
        var publication = only(post);
        sql.sql("update publication set state = 'UNCONFIRMED', attempts = 1 where id = :id")
                .param("id", publication.value())
                .update();

        assertThatThrownBy(() -> posts.remove(owner, post, null))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        assertThat(publications.ofPost(owner.workspace(), post.value(), LANGUAGE))
                .extracting(PublicationView::state)
                .containsExactly(PublicationState.UNCONFIRMED);

        publications.verdict(owner.workspace(), publication, Publications.Verdict.ABSENT, null, LANGUAGE);
        posts.remove(owner, post, null);
    }

    /** Each change waits for the one before it; none is a victim of the database. */
    @Test
    void manyWhoScheduleAtOnceWaitForEachOther() {
        for (int round = 0; round < 5; round++) {
            var post = posts.create(owner, text("Hello"), null).id();

            var answers = IntStream.range(0, 10)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> posts.schedule(owner, post, in(Duration.ofHours(2 + n)), null)))
                    .toList();

            answers.forEach(answer -> assertThat(answer.join().state()).isEqualTo(PostState.SCHEDULED));
            assertThat(of(post)).hasSize(1);
        }
    }
}
