package planner.bench;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import planner.media.MediaWork;

/**
 * {@code ./planner bench media}: photos of twelve megapixels to 1080 pixels beside npm's sharp, and a film beside the
 * command line of ffmpeg. In turns, each several times, on the same files.
 */
class MediaBench {
    private static final int FILES = 6;
    private static final int TIMES = Integer.getInteger("bench.count", 4);
    private static final int ROUNDS = 3;
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int SECONDS = 20;
    /** Where the script put sharp; empty = there is none. */
    private static final Path SHARP = Path.of(System.getProperty("bench.sharp", "../.planner/bench/sharp"));

    private final StringBuilder report = new StringBuilder();

    @Test
    void media() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "bench-media");
        try (var work = new MediaWork(folder)) {
            photos(work, folder);
            film(work, folder);
        }
        Figures.tell("media", report.toString());
    }

    private void photos(MediaWork work, Path folder) throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 0; i < FILES; i++) {
            files.add(photo(folder.resolve("photo" + i + ".jpg"), i));
        }
        report.append("%d photos of %d × %d (%.1f MB each), %d times, to 1080 wide%n"
                .formatted(FILES, WIDTH, HEIGHT, Files.size(files.getFirst()) / 1e6, TIMES));
        // both begin warm
        ours(work, files, 2, 1);
        for (int threads = 1; threads <= 2; threads++) {
            var here = new ArrayList<Double>();
            var there = new ArrayList<Double>();
            long theirPeak = 0;
            for (int round = 0; round < ROUNDS; round++) {
                here.add(FILES * TIMES / ours(work, files, threads, TIMES));
                var other = sharp(files, threads);
                if (other.isPresent()) {
                    there.add(FILES * TIMES * 1_000.0 / other.get()[0]);
                    theirPeak = Math.max(theirPeak, other.get()[1]);
                }
            }
            report.append("%d thread%s: %5.1f photos/s, peak %d MB in all workers"
                    .formatted(threads, threads == 1 ? " " : "s", median(here), peak(work.workers()) / 1024));
            report.append(
                    there.isEmpty()
                            ? "; sharp is not there%n".formatted()
                            : "; sharp %5.1f photos/s, peak %d MB; ratio %.2f%n"
                                    .formatted(median(there), theirPeak / 1024, median(here) / median(there)));
        }
    }

    /** @return seconds */
    private static double ours(MediaWork work, List<Path> files, int threads, int times) throws Exception {
        Queue<Path> left = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < times; i++) {
            left.addAll(files);
        }
        long begun = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var lines = new ArrayList<Future<?>>();
            for (int i = 0; i < threads; i++) {
                var to = files.getFirst().resolveSibling("out" + i + ".jpg");
                lines.add(pool.submit(() -> {
                    for (var file = left.poll(); file != null; file = left.poll()) {
                        work.shrink(file, WIDTH, HEIGHT, to);
                    }
                    return null;
                }));
            }
            for (var line : lines) {
                line.get();
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** @return milliseconds and peak kilobytes; empty when there is no node or no sharp */
    private static Optional<long[]> sharp(List<Path> files, int threads) throws IOException, InterruptedException {
        if (!Files.isDirectory(SHARP.resolve("node_modules/sharp"))) {
            return Optional.empty();
        }
        var script = Path.of("src/test/resources/bench/sharp.mjs").toAbsolutePath();
        var command = new ArrayList<>(
                List.of("node", script.toString(), SHARP.toAbsolutePath().toString(), "" + threads, "" + TIMES));
        files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException("sharp: " + said);
        }
        var words = said.split(" ");
        return Optional.of(new long[] {Long.parseLong(words[0]), Long.parseLong(words[1])});
    }

    private void film(MediaWork work, Path folder) throws IOException, InterruptedException {
        var clip = work.clip(SECONDS);
        var recipe = work.portrait();
        var to = folder.resolve("film.mp4");
        var here = new ArrayList<Double>();
        var there = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            work.film(clip, recipe, to);
            here.add((System.nanoTime() - begun) / 1e9);
            var command = work.command(clip, recipe, to);
            begun = System.nanoTime();
            if (command.start().waitFor() != 0) {
                throw new IOException("ffmpeg failed");
            }
            there.add((System.nanoTime() - begun) / 1e9);
        }
        report.append("a film of %d s, 1080p to 1080 × 1920: %.1f s; the command line alone %.1f s; ratio %.3f%n"
                .formatted(SECONDS, median(here), median(there), median(here) / median(there)));
    }

    private static long peak(List<Long> processes) throws IOException {
        long sum = 0;
        for (var process : processes) {
            sum += Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
        return sum;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static Path photo(Path to, int seed) throws IOException {
        var random = new Random(seed);
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, new Color(seed * 30, 80, 160)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 4_000; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(120), random.nextInt(120));
        }
        graphics.dispose();
        ImageIO.write(picture, "jpeg", to.toFile());
        return to;
    }
}
