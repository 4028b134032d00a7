package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import planner.RoomTest;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.media.Renditions.Outlook;
import planner.media.Renditions.Wish;
import planner.network.Delivery;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;

/** A file made from another one: once, ahead of its time, only while somebody needs it. */
class RenditionsTest extends RoomTest {
    private final List<Recipe> asked = new ArrayList<>();
    private Maker.@Nullable Progress progress;
    private @Nullable IOException trouble;
    private Runnable meanwhile = () -> {};
    private Renditions renditions;
    private RenditionStore store;
    private RenderJob job;
    private Asset asset;
    private final UUID post = UUID.randomUUID();

    @BeforeEach
    void upload() throws IOException {
        // the house's own workers keep their hands off
        bean(Jobs.class).pause(RenderJob.LIGHT, START.plus(Duration.ofDays(300)));
        renditions = bean(Renditions.class);
        store = bean(RenditionStore.class);
        job = new RenderJob(
                RenderJob.LIGHT,
                1,
                store,
                List.of(new Scripted()),
                bean(MediaFolder.class),
                bean(Probe.class),
                bean(Shelf.class),
                bean(Jobs.class),
                house,
                bean(TransactionTemplate.class),
                clock);
        var picture = Samples.still("png", 90 + UUID.randomUUID().hashCode() % 40, 70);
        asset = bean(Uploads.class).take(owner, "holiday.png", new ByteArrayInputStream(picture));
    }

    @AfterEach
    void goOn() {
        bean(Jobs.class).pause(RenderJob.LIGHT, START);
    }

    @Test
    void itIsMadeOnceForAllWhoNeedIt() {
        var wish = wish(40);
        want(post, wish);
        want(UUID.randomUUID(), wish);

        assertThat(run(wish)).isEqualTo(new Next.Done());
        assertThat(run(wish)).isEqualTo(new Next.Done());

        assertThat(asked).containsExactly(wish.recipe());
        assertThat(outlook(wish)).isInstanceOfSatisfying(Outlook.Ready.class, ready -> {
            var media = ready.delivery().media().getFirst();
            assertThat(media.id()).isEqualTo(wish.id());
            assertThat(media.width()).isEqualTo(40);
            assertThat(media.alt()).isEqualTo("A beach");
            assertThat(media.name()).isEqualTo("holiday.png");
        });
    }

    @Test
    void untilThenItIsToldHowFarItIs() {
        var wish = wish(40);
        want(post, wish);
        meanwhile = () -> {
            clock.advance(Duration.ofSeconds(2));
            try {
                Objects.requireNonNull(progress).at(0.5);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            assertThat(outlook(wish)).isEqualTo(new Outlook.Making(0.5));
        };

        assertThat(outlook(wish)).isEqualTo(new Outlook.Making(0));
        run(wish);

        assertThat(outlook(wish)).isInstanceOf(Outlook.Ready.class);
    }

    @Test
    void whatNobodyNeedsAnyMoreIsNotMade() {
        var wish = wish(40);
        want(post, wish);
        renditions.want(owner.workspace(), post, List.of(), false);

        run(wish);

        assertThat(asked).isEmpty();
    }

    @Test
    void whatIsBeingMadeStopsWhenNobodyNeedsItAnyMore() {
        var wish = wish(40);
        want(post, wish);
        meanwhile = () -> {
            renditions.want(owner.workspace(), post, List.of(), false);
            clock.advance(Duration.ofSeconds(2));
            assertThatThrownBy(() -> Objects.requireNonNull(progress).at(0.5)).isInstanceOf(Maker.Stopped.class);
        };
        trouble = new Maker.Stopped();

        assertThat(run(wish)).isEqualTo(new Next.Done());

        assertThat(store.find(wish.id())).isEmpty();
    }

    @Test
    void oneThatCannotBeMadeSaysWhyAndIsTriedAgainWhenItIsWantedAgain() {
        var wish = wish(40);
        want(post, wish);
        trouble = new Maker.Unmakable("too-large");

        assertThat(run(wish)).isEqualTo(new Next.Done());
        assertThat(outlook(wish)).isEqualTo(new Outlook.Failed("holiday.png", "too-large"));

        trouble = null;
        want(post, wish);
        run(wish);
        assertThat(outlook(wish)).isInstanceOf(Outlook.Ready.class);
    }

    @Test
    void aPersonWhoTriesAPostAgainTriesItsFilesAgain() {
        var wish = wish(40);
        want(post, wish);
        trouble = new Maker.Unmakable("takes-too-long");
        run(wish);

        renditions.again(newOwner().workspace(), post);
        renditions.again(owner.workspace(), UUID.randomUUID());
        assertThat(outlook(wish)).isInstanceOf(Outlook.Failed.class);
        renditions.again(owner.workspace(), post);

        trouble = null;
        run(wish);
        assertThat(outlook(wish)).isInstanceOf(Outlook.Ready.class);
    }

    @Test
    void whatBreaksIsTriedThreeTimesAndNotForEver() {
        var wish = wish(40);
        want(post, wish);
        trouble = new IOException("the disk is full");

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> run(wish)).isInstanceOf(IllegalStateException.class);
            assertThat(outlook(wish)).isInstanceOf(Outlook.Making.class);
        }
        assertThat(run(wish)).isEqualTo(new Next.Done());

        assertThat(outlook(wish)).isEqualTo(new Outlook.Failed("holiday.png", "failed"));
        assertThat(asked).hasSize(3);
    }

    @Test
    void anotherWorkspaceSeesNothingOfIt() {
        var wish = wish(40);
        want(post, wish);
        run(wish);
        var stranger = newOwner().workspace();

        assertThat(renditions.find(stranger, wish.id())).isEmpty();
        assertThat(renditions.of(stranger, asset.id())).isEmpty();
        assertThat(renditions.made(stranger, List.of(wish.id()))).isEmpty();
        assertThat(bean(FileStore.class).find(stranger, wish.id())).isEmpty();
        assertThat(bean(FileStore.class).find(owner.workspace(), wish.id())).isPresent();
    }

    @Test
    void aPublicLinkOpensItLikeAnyFile() throws IOException {
        var wish = wish(40);
        want(post, wish);
        run(wish);
        var media = renditions.made(owner.workspace(), List.of(wish.id())).get(wish.id());

        var url =
                bean(Assets.class).files(owner.workspace(), UUID.randomUUID()).publicUrl(Objects.requireNonNull(media));

        var answer = http.get().uri(base() + url.getPath()).retrieve().toEntity(byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(String.valueOf(answer.getHeaders().getContentType())).isEqualTo("image/png");
        assertThat(answer.getBody()).hasSize((int) media.bytes());
    }

    @Test
    void itGoesWithItsOriginal() {
        // a size of its own: the same bytes are kept once for all
        var wish = wish(47);
        want(post, wish);
        run(wish);
        var file = bean(MediaFolder.class)
                .file(String.valueOf(store.find(wish.id()).orElseThrow().sha256()));
        assertThat(file).exists();

        bean(Uploads.class).delete(owner, asset.id());

        assertThat(store.find(wish.id())).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatSomebodyIsAboutToNeedIsNotThrownAway() throws Exception {
        var wish = wish(40);
        want(post, wish);
        sql.sql("delete from rendition_use where rendition_id = :id")
                .param("id", wish.id())
                .update();
        var needs = new CountDownLatch(1);
        var swept = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            var other = pool.submit(() -> bean(TransactionTemplate.class).executeWithoutResult(status -> {
                want(UUID.randomUUID(), wish);
                needs.countDown();
                awaited(swept);
            }));
            awaited(needs);
            renditions.tidy();
            swept.countDown();
            other.get();
        }

        renditions.tidy();
        assertThat(store.find(wish.id())).isPresent();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileThatIsNoMoreIsToldBeforeAnythingIsSent() {
        assertThat(outlook(wish(40))).isEqualTo(new Outlook.Failed("holiday.png", "original-gone"));
    }

    @Test
    void itGoesWhenNobodyHasNeededItForAWeek() {
        var wish = wish(40);
        want(post, wish);
        run(wish);
        renditions.tidy();
        renditions.want(owner.workspace(), post, List.of(), false);
        clock.advance(Duration.ofDays(6));
        renditions.tidy();
        assertThat(store.find(wish.id())).isPresent();

        clock.advance(Duration.ofDays(2));
        renditions.tidy();

        assertThat(store.find(wish.id())).isEmpty();
    }

    @Test
    void theSameRecipeForTheSameBytesIsTheSameFileAndOthersAreNot() {
        assertThat(wish(40).id()).isEqualTo(wish(40).id()).isNotEqualTo(wish(41).id());
    }

    private Wish wish(int width) {
        var target = new Recipe.Target(MediaKind.IMAGE, "image/png", false, width, 30, 1_000_000, null);
        return Wish.of(asset, new Recipe(Edit.NONE, target));
    }

    private void want(UUID user, Wish wish) {
        renditions.want(owner.workspace(), user, List.of(wish), false);
    }

    private Next run(Wish wish) {
        return job.run(wish.id().toString());
    }

    private Outlook outlook(Wish wish) {
        var media = asset.frozen("A beach").as(wish.id());
        return renditions.outlook(
                owner.workspace(),
                new Delivery(
                        UUID.randomUUID(),
                        Instant.EPOCH,
                        "post",
                        "",
                        List.of(new Delivery.Part("", List.of(media))),
                        new Delivery.Options() {}));
    }

    private final class Scripted implements Maker {
        @Override
        public boolean makes(Media original, Recipe.Target target) {
            return true;
        }

        @Override
        public void make(Path original, Media of, Recipe recipe, Path to, Progress told) throws IOException {
            asked.add(recipe);
            progress = told;
            meanwhile.run();
            if (trouble != null) {
                throw trouble;
            }
            var target = recipe.target();
            Files.write(to, Samples.still("png", target.width(), target.height()));
        }

        @Override
        public void preview(Path original, Media of, Edit edit, int side, Path to) {
            throw new AssertionError("not asked for here");
        }
    }
}
