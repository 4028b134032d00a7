package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.vips.Answer;
import planner.vips.Request;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/** Workers come and go, and what brings one down is tried once more. */
class PictureWorkersTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int SIDE = 3_000;

    @TempDir
    Path folder;

    private PictureWorkers workers;
    private Path large;

    @BeforeEach
    void start() throws IOException {
        workers = new PictureWorkers(
                new Installation(Mode.DEMO, URI.create("http://127.0.0.1"), folder, new MasterKey(new byte[32])));
        large = noise();
    }

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void aPictureWhoseWorkerBreaksDownOnceIsMadeByAnother() throws Exception {
        assertThat(workers.ready()).isTrue();
        var worker = ProcessHandle.of(workers.pids().getFirst()).orElseThrow();
        var to = folder.resolve("made");
        try (var pool = Executors.newSingleThreadExecutor()) {
            var asked = pool.submit(() -> workers.ask(make(large, to), LONG));
            await().until(() -> Files.exists(Format.PNG.part(to)));
            worker.destroyForcibly();

            assertThat(asked.get()).isEqualTo(new Answer.Made(SIDE, SIDE));
        }
        assertThat(workers.pids()).hasSize(1).doesNotContain(worker.pid());
    }

    @Test
    void aPictureThatBringsEveryWorkerDownIsDamaged() throws Exception {
        var to = folder.resolve("made");
        var killed = new HashSet<Long>();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var asked = pool.submit(() -> workers.ask(make(large, to), LONG));
            for (int times = 1; times <= 2; times++) {
                await().until(() -> {
                    var writing = ours().stream()
                            .filter(it -> !killed.contains(it.pid()))
                            .findFirst();
                    boolean found = writing.isPresent() && Files.exists(Format.PNG.part(to));
                    if (found) {
                        killed.add(writing.get().pid());
                        writing.get().destroyForcibly();
                    }
                    return found;
                });
            }

            assertThatThrownBy(asked::get)
                    .cause()
                    .isInstanceOf(Maker.Unmakable.class)
                    .hasMessage("damaged");
        }
        assertThat(to).doesNotExist();
        assertThat(workers.ask(look(small()), LONG)).isInstanceOf(Answer.Seen.class);
    }

    @Test
    void whatTakesTooLongIsNotTriedTwice() {
        assertThatThrownBy(() -> workers.ask(make(large, folder.resolve("made")), Duration.ofMillis(200)))
                .isInstanceOf(Maker.Unmakable.class)
                .hasMessage("takes-too-long");
        assertThat(workers.pids()).isEmpty();
    }

    /** Two animations want all there is: a look goes between them. */
    @Test
    void animationsLeaveAPlaceForWhatIsWaitedFor() throws Exception {
        try (var pool = Executors.newFixedThreadPool(3)) {
            var first = folder.resolve("first");
            var second = folder.resolve("second");
            var animations = List.of(
                    pool.submit(() -> workers.ask(animation(first), LONG)),
                    pool.submit(() -> workers.ask(animation(second), LONG)));

            assertThat(workers.ask(look(small()), LONG)).isInstanceOf(Answer.Seen.class);

            assertThat(animations.stream().filter(it -> it.isDone()).count()).isLessThan(2);
            for (var animation : animations) {
                assertThat(animation.get()).isInstanceOf(Answer.Made.class);
            }
        }
    }

    @Test
    void aWorkerHasLittleToWasteAndDoesNotOutliveItsHouse() throws IOException {
        assertThat(workers.ready()).isTrue();
        var worker = ProcessHandle.of(workers.pids().getFirst()).orElseThrow();
        var limits = Files.readString(Path.of("/proc/" + worker.pid() + "/limits"));
        assertThat(limits).containsPattern("Max address space +" + (3L << 30)).containsPattern("Max core file size +0");

        workers.close();

        await().until(() -> !worker.isAlive());
    }

    /** The workers of this test, by the library that they loaded. */
    private List<ProcessHandle> ours() {
        return ProcessHandle.current()
                .children()
                .filter(it -> it.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    private Request.Look look(Path file) {
        return new Request.Look(file, folder.resolve("look.jpg"), 64, 30_000, 80_000_000, "");
    }

    private static Request make(Path file, Path to) {
        return new Request.Make(file, to, Format.PNG, SIDE, SIDE, 1L << 30, 0, 0, 1, 1, Frame.NONE, false, "");
    }

    private Request animation(Path to) {
        return new Request.Make(large, to, Format.GIF, 1_000, 1_000, 1L << 30, 0, 0, 1, 1, Frame.NONE, true, "");
    }

    private Path small() throws IOException {
        return Files.write(folder.resolve("small.png"), Samples.still("png", 40, 30));
    }

    private Path noise() throws IOException {
        var random = new Random(1);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var row = new int[SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                row[x] = random.nextInt(0x1000000);
            }
            picture.setRGB(0, y, SIDE, 1, row, 0, SIDE);
        }
        var file = folder.resolve("large.png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
