package planner.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;

/** The worker as the server sees it: in a process of its own, with real files. */
class PictureProcessTest {
    private static final long MUCH = 50_000_000;
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
    private PictureProcess process;

    @BeforeEach
    void start() throws IOException {
        var unpacked = Unpacked.into(folder.resolve("tools")).orElseThrow();
        process = PictureProcess.start(unpacked, List.of(), ProcessBuilder::start, deadlines);
    }

    @AfterEach
    void stop() {
        process.close();
        deadlines.shutdownNow();
    }

    @Test
    void aPictureIsMadeOfExactlyTheSizeThatIsWanted() throws IOException {
        var made = make(file("png", picture(400, 300)), Format.JPEG, 133, 100);

        assertThat(made.getWidth()).isEqualTo(133);
        assertThat(made.getHeight()).isEqualTo(100);
        near(colour(made, 10, 10), Color.RED, 12);
        near(colour(made, 120, 10), Color.GREEN, 12);
        near(colour(made, 10, 90), Color.BLUE, 12);
    }

    @Test
    void everyWayToHoldACameraComesOutUpright() throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            var file = Jpegs.turned(folder.resolve("turned" + orientation + ".jpg"), picture(400, 300), orientation);
            boolean lies = orientation >= 5;

            var seen = (Answer.Seen) process.ask(look(file), LONG);
            assertThat(seen.width()).isEqualTo(lies ? 300 : 400);
            assertThat(seen.turned()).isEqualTo(orientation > 1);
            assertThat(seen.personal()).isFalse();
            var made = make(file, Format.JPEG, lies ? 75 : 100, lies ? 100 : 75);

            near(colour(made, 8, 8), corner(orientation), 25);
        }
    }

    /** Which of red, green (right), blue (below) and white (both) comes to the upper left. */
    private static Color corner(int orientation) {
        return switch (orientation) {
            case 1, 5 -> Color.RED;
            case 2, 8 -> Color.GREEN;
            case 3, 7 -> Color.WHITE;
            default -> Color.BLUE;
        };
    }

    @Test
    void nothingButThePictureIsLeft() throws IOException {
        var file = Jpegs.signed(folder.resolve("signed.jpg"), picture(400, 300), "Ada's camera, 52.2297 N");
        assertThat(((Answer.Seen) process.ask(look(file), LONG)).personal()).isTrue();

        var to = folder.resolve("clean.jpg");
        made(request(file, to, Format.JPEG, 200, 150));

        assertThat(Files.readString(to, StandardCharsets.ISO_8859_1))
                .doesNotContain("camera")
                .doesNotContain("Exif");
    }

    @Test
    void aPieceIsCutOut() throws IOException {
        var to = folder.resolve("piece.png");
        made(new Request.Make(
                file("png", picture(400, 300)),
                to,
                Format.PNG,
                100,
                75,
                MUCH,
                0.5,
                0,
                0.5,
                0.5,
                Frame.NONE,
                false,
                ""));

        near(colour(ImageIO.read(to.toFile()), 50, 40), Color.GREEN, 5);
    }

    @Test
    void theWholePictureStandsInAFrame() throws IOException {
        for (var frame : List.of(Frame.BLACK, Frame.WHITE, Frame.BLUR)) {
            var to = folder.resolve(frame + ".png");
            made(new Request.Make(
                    file("png", picture(400, 200)), to, Format.PNG, 300, 300, MUCH, 0, 0, 1, 1, frame, false, ""));

            var picture = ImageIO.read(to.toFile());
            assertThat(picture.getWidth()).isEqualTo(300);
            assertThat(picture.getHeight()).isEqualTo(300);
            near(colour(picture, 20, 90), Color.RED, 12);
            var above = colour(picture, 150, 10);
            switch (frame) {
                case BLACK -> near(above, Color.BLACK, 2);
                case WHITE -> near(above, Color.WHITE, 2);
                default -> assertThat(above).isNotEqualTo(Color.BLACK).isNotEqualTo(Color.WHITE);
            }
        }
    }

    @Test
    void qualityAndThenSizeGiveWayUntilItIsSmallEnough() throws IOException {
        var file = file("png", noise(1200, 900));
        var to = folder.resolve("small.jpg");

        var full = made(request(file, to, Format.JPEG, 1200, 900, 700_000));
        assertThat(Files.size(to)).isLessThanOrEqualTo(700_000).isGreaterThan(200_000);
        assertThat(full).isEqualTo(new Answer.Made(1200, 900));

        var less = made(request(file, to, Format.JPEG, 1200, 900, 60_000));
        assertThat(Files.size(to)).isLessThanOrEqualTo(60_000);
        assertThat(less.width()).isLessThan(1200);

        assertThat(process.ask(request(file, to, Format.JPEG, 1200, 900, 500), LONG))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.why()).isEqualTo(Answer.Why.TOO_LARGE));
        assertThat(to).doesNotExist();
    }

    @Test
    void seeThroughPlacesBecomeWhiteInAJpegAndStayInAPng() throws IOException {
        var file = file("png", new BufferedImage(60, 60, BufferedImage.TYPE_INT_ARGB));
        assertThat(((Answer.Seen) process.ask(look(file), LONG)).alpha()).isTrue();

        assertThat(colour(make(file, Format.JPEG, 30, 30), 15, 15)).isEqualTo(Color.WHITE);
        assertThat(make(file, Format.PNG, 30, 30).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void inksBecomeLight() throws IOException {
        var file = Jpegs.inCmyk(folder.resolve("cmyk.jpg"), 80, 60);
        assertThat(((Answer.Seen) process.ask(look(file), LONG)).colour()).isEqualTo(Answer.Colour.CMYK);

        var made = make(file, Format.JPEG, 40, 30);

        // cyan ink alone
        var colour = colour(made, 20, 15);
        assertThat(colour.getRed()).isLessThan(90);
        assertThat(colour.getBlue()).isGreaterThan(150);
    }

    @Test
    void aDamagedPictureIsSaidToBeSoAndTheWorkerGoesOn() throws IOException {
        var whole = Files.readAllBytes(file("png", noise(300, 300)));
        var cut = Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length / 2));

        assertThat(process.ask(request(cut, folder.resolve("x.jpg"), Format.JPEG, 100, 100), LONG))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.why()).isEqualTo(Answer.Why.DAMAGED));
        assertThat(make(file("png", picture(40, 30)), Format.JPEG, 20, 15).getWidth())
                .isEqualTo(20);
    }

    @Test
    void aWorkerThatTakesTooLongIsEnded() throws IOException {
        var file = file("png", noise(3000, 3000));

        assertThatThrownBy(() -> process.ask(
                        request(file, folder.resolve("x.png"), Format.PNG, 3000, 3000), Duration.ofMillis(300)))
                .isInstanceOf(PictureProcess.TooSlow.class);
        assertThat(process.ends(LONG)).isTrue();
        assertThat(folder.resolve("x.png.png")).doesNotExist();
    }

    /** As a fault in the library would do it, in the midst of writing. */
    @Test
    void aWorkerThatBreaksDownIsNoticedAndLeavesNothing() throws Exception {
        var file = file("png", noise(3000, 3000));
        var to = folder.resolve("x.png");
        try (var pool = Executors.newSingleThreadExecutor()) {
            var asked = pool.submit(() -> process.ask(request(file, to, Format.PNG, 3000, 3000), LONG));
            await().until(() -> Files.exists(Format.PNG.part(to)));

            assertThat(ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly())
                    .isTrue();

            assertThatThrownBy(asked::get)
                    .hasCauseInstanceOf(IOException.class)
                    .cause()
                    .isNotInstanceOf(PictureProcess.TooSlow.class);
        }
        assertThat(Format.PNG.part(to)).doesNotExist();
        assertThat(to).doesNotExist();
        assertThat(process.alive()).isFalse();
    }

    @Test
    void aFullDiskIsNoFaultOfThePicture() throws IOException {
        var to = folder.resolve("full");
        Files.createSymbolicLink(Format.JPEG.part(to), Path.of("/dev/full"));

        assertThat(process.ask(request(file("png", noise(300, 300)), to, Format.JPEG, 300, 300), LONG))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.why()).isEqualTo(Answer.Why.UNWRITTEN));
    }

    @Test
    void aLibraryThatIsNoneIsToldAtTheStart() throws IOException {
        var unpacked = Unpacked.into(folder.resolve("tools")).orElseThrow();
        var broken = new Unpacked(unpacked.classes(), Files.writeString(folder.resolve("lib.so"), "no library"));

        assertThatThrownBy(() -> PictureProcess.start(broken, List.of(), ProcessBuilder::start, deadlines))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aLibraryThatWasCutIsUnpackedAnew() throws IOException {
        var library = Unpacked.into(folder.resolve("tools")).orElseThrow().library();
        long whole = Files.size(library);
        process.close();
        Files.write(library, new byte[100]);

        Unpacked.into(folder.resolve("tools"));

        assertThat(Files.size(library)).isEqualTo(whole);
    }

    @Test
    void framesOfAnAnimationStayFrames() throws IOException {
        var gif = Jpegs.animation(folder.resolve("moving.gif"), 60, 40, 5);
        assertThat(process.ask(look(gif), LONG)).isInstanceOfSatisfying(Answer.Seen.class, seen -> {
            assertThat(seen.pages()).isEqualTo(5);
            assertThat(seen.height()).isEqualTo(40);
        });
        var to = folder.resolve("less.gif");

        made(new Request.Make(gif, to, Format.GIF, 30, 20, MUCH, 0, 0, 1, 1, Frame.NONE, true, ""));

        assertThat(process.ask(look(to), LONG)).isInstanceOfSatisfying(Answer.Seen.class, seen -> {
            assertThat(seen.pages()).isEqualTo(5);
            assertThat(seen.width()).isEqualTo(30);
            assertThat(seen.height()).isEqualTo(20);
        });
    }

    private BufferedImage make(Path file, Format format, int width, int height) throws IOException {
        var to = folder.resolve("made." + format.name().toLowerCase(Locale.ROOT));
        made(request(file, to, format, width, height));
        return ImageIO.read(to.toFile());
    }

    private Answer.Made made(Request request) throws IOException {
        var answer = process.ask(request, LONG);
        assertThat(answer).isInstanceOf(Answer.Made.class);
        return (Answer.Made) answer;
    }

    private Request.Look look(Path file) {
        return new Request.Look(file, folder.resolve("look.jpg"), 64, 30_000, 80_000_000, "");
    }

    private static Request request(Path file, Path to, Format format, int width, int height) {
        return request(file, to, format, width, height, MUCH);
    }

    private static Request request(Path file, Path to, Format format, int width, int height, long most) {
        return new Request.Make(file, to, format, width, height, most, 0, 0, 1, 1, Frame.NONE, false, "");
    }

    private Path file(String format, BufferedImage picture) throws IOException {
        var file = folder.resolve("given." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    /** Four fields: red, green beside it, blue below, white. */
    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean right = x >= width / 2;
                boolean below = y >= height / 2;
                var colour = right ? below ? Color.WHITE : Color.GREEN : below ? Color.BLUE : Color.RED;
                picture.setRGB(x, y, colour.getRGB());
            }
        }
        return picture;
    }

    private static BufferedImage noise(int width, int height) {
        var random = new Random(1);
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, random.nextInt(0x1000000));
            }
        }
        return picture;
    }

    private static void near(Color actual, Color wanted, int by) {
        assertThat(actual.getRed()).as("red of " + actual).isCloseTo(wanted.getRed(), within(by));
        assertThat(actual.getGreen()).as("green of " + actual).isCloseTo(wanted.getGreen(), within(by));
        assertThat(actual.getBlue()).as("blue of " + actual).isCloseTo(wanted.getBlue(), within(by));
    }

    private static Color colour(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y));
    }
}
