package planner.vips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.vips.Answer.Colour;
import planner.vips.Answer.Seen;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;

/** Pictures that are not quite what most are: colours, depths, sizes, frames. */
class DarkroomTest {
    private static final long MUCH = 50_000_000;
    private static final Duration LONG = Duration.ofSeconds(60);

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
    void coloursOfAWideScreenAreBroughtIntoThoseOfEveryScreen() throws IOException {
        var numbers = new Color(140, 200, 90);
        var wanted = Profiles.ofP3(numbers);
        // who leaves the profile out is far from it
        assertThat(wanted.getRed()).isLessThan(numbers.getRed() - 15);
        var plain = jpeg(plain(300, 200, numbers));

        var file = Files.write(folder.resolve("wide.jpg"), Profiles.in(plain, Profiles.p3()));
        assertThat(look(file).colour()).isEqualTo(Colour.WIDE);
        near(colour(make(file, Format.PNG, 150, 100), 70, 50), wanted, 3);

        // said beside the file, by a profile and by a name; this one has another curve, that of sRGB
        var profile = Files.write(folder.resolve("p3.icc"), Profiles.p3());
        var bare = Files.write(folder.resolve("bare.jpg"), plain);
        near(colour(make(bare, Format.PNG, 150, 100, Frame.NONE, profile.toString()), 70, 50), wanted, 3);
        near(colour(make(bare, Format.PNG, 150, 100, Frame.NONE, "p3"), 70, 50), wanted, 6);
        near(colour(make(bare, Format.PNG, 150, 100), 70, 50), numbers, 3);
    }

    @Test
    void aProfileThatIsNoneChangesNothing() throws IOException {
        var broken = new byte[300];
        new Random(3).nextBytes(broken);
        var file = Files.write(folder.resolve("broken.jpg"), Profiles.in(jpeg(plain(60, 40, Color.ORANGE)), broken));

        near(colour(make(file, Format.PNG, 30, 20), 15, 10), Color.ORANGE, 5);
    }

    @Test
    void grayIsAsDarkAsItsProfileSays() throws IOException {
        var gray = new BufferedImage(60, 40, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSamples(0, 0, 60, 40, 0, samples(60 * 40, 100));
        var plain = jpeg(gray);

        var bare = Files.write(folder.resolve("gray.jpg"), plain);
        assertThat(look(bare).colour()).isEqualTo(Colour.GRAY);
        near(colour(make(bare, Format.JPEG, 30, 20), 15, 10), new Color(100, 100, 100), 2);

        var file = Files.write(folder.resolve("dark.jpg"), Profiles.in(plain, Profiles.gray(1.4)));
        int lighter = Profiles.encoded(Math.pow(100 / 255.0, 1.4));
        assertThat(lighter).isGreaterThan(130);
        near(colour(make(file, Format.JPEG, 30, 20), 15, 10), new Color(lighter, lighter, lighter), 4);
    }

    @Test
    void sixteenBitsBecomeEight() throws IOException {
        var deep = new BufferedImage(60, 40, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setSamples(0, 0, 60, 40, 0, samples(60 * 40, 0xc000));
        var file = file("png", deep);

        for (var format : List.of(Format.PNG, Format.JPEG)) {
            var made = make(file, format, 30, 20);
            assertThat(made.getColorModel().getComponentSize(0)).isEqualTo(8);
            near(colour(made, 15, 10), new Color(0xc0, 0xc0, 0xc0), 2);
        }
    }

    @Test
    void whatIsSeenThroughStaysWhereItCanAndNothingElseIsSaidToBe() throws IOException {
        var clear = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        var opaque = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 60; x++) {
                clear.setRGB(x, y, x < 30 ? 0xff3060c0 : 0);
                opaque.setRGB(x, y, 0xff3060c0);
            }
        }
        assertThat(look(file("png", opaque)).alpha()).isFalse();
        var file = file("png", clear);
        assertThat(look(file).alpha()).isTrue();

        near(colour(make(file, Format.JPEG, 60, 40), 50, 20), Color.WHITE, 3);
        assertThat(make(file, Format.PNG, 60, 40).getRGB(50, 20) >>> 24).isZero();
        // a frame is no hole
        var framed = make(file, Format.PNG, 60, 60, Frame.BLACK, "");
        assertThat(framed.getRGB(30, 3)).isEqualTo(0xff000000);
        assertThat(framed.getRGB(50, 30) >>> 24).isZero();
    }

    @Test
    void theSmallestAndTheLongestPicturesAreMade() throws IOException {
        near(colour(make(file("png", plain(1, 1, Color.RED)), Format.JPEG, 1, 1), 0, 0), Color.RED, 3);
        near(colour(make(file("png", plain(1, 1, Color.RED)), Format.JPEG, 300, 300), 150, 150), Color.RED, 3);

        var ribbon = file("png", plain(1, 30_000, Color.BLUE));
        assertThat(look(ribbon).height()).isEqualTo(30_000);
        var made = make(ribbon, Format.JPEG, 3, 1_000);
        assertThat(made.getWidth()).isEqualTo(3);
        assertThat(made.getHeight()).isEqualTo(1_000);
        assertThat(make(ribbon, Format.JPEG, 100, 100, Frame.BLUR, "").getWidth())
                .isEqualTo(100);
    }

    @Test
    void whatHasTooManyPixelsIsNotDecoded() throws IOException {
        var file = file("png", plain(400, 300, Color.RED));
        var to = folder.resolve("small.jpg");

        for (var request : List.of(
                new Request.Look(file, to, 64, 399, MUCH, ""), new Request.Look(file, to, 64, 400, 119_999, ""))) {
            assertThat(process.ask(request, LONG))
                    .isInstanceOfSatisfying(
                            Answer.Failed.class, it -> assertThat(it.why()).isEqualTo(Answer.Why.HUGE));
        }
        assertThat(to).doesNotExist();
    }

    @Test
    void aLookLeavesASmallPictureThatIsUpright() throws IOException {
        var file = Jpegs.turned(folder.resolve("turned.jpg"), plain(400, 200, Color.GREEN), 6);

        look(file);

        var small = ImageIO.read(folder.resolve("look.jpg").toFile());
        assertThat(small.getWidth()).isEqualTo(32);
        assertThat(small.getHeight()).isEqualTo(64);
    }

    /** The second kind of start of frame: the whole picture comes soon, and sharpens while it loads. */
    @Test
    void aJpegShowsItselfWhileItLoads() throws IOException {
        make(file("png", plain(200, 100, Color.PINK)), Format.JPEG, 100, 50);

        assertThat(Files.readString(folder.resolve("made.jpeg"), StandardCharsets.ISO_8859_1))
                .contains("\u00ff\u00c2");
    }

    @Test
    void theBestQualityThatIsSmallEnoughIsTaken() throws IOException {
        var file = file("png", noise(600, 400));
        var to = folder.resolve("made.jpg");
        long before = 0;
        for (long most : new long[] {50_000, 70_000, 90_000, 120_000, 150_000}) {
            var made = (Answer.Made) process.ask(request(file, to, Format.JPEG, 600, 400, most), LONG);

            long bytes = Files.size(to);
            assertThat(bytes).isLessThanOrEqualTo(most).isGreaterThan(before);
            // no size is given away while quality can give way
            assertThat(made.width()).isEqualTo(before == 0 ? made.width() : 600);
            before = bytes;
        }
    }

    @Test
    void framesKeepTheirTimes() throws IOException {
        var gif = Jpegs.animation(folder.resolve("moving.gif"), 60, 40, 5);
        var to = folder.resolve("less.gif");

        assertThat(process.ask(moving(gif, to, 30, 20, MUCH), LONG)).isEqualTo(new Answer.Made(30, 20));

        assertThat(times(to)).isEqualTo(times(gif)).hasSize(5);
    }

    @Test
    void anAnimationBecomesSmallerUntilItFits() throws IOException {
        var gif =
                Jpegs.animation(folder.resolve("moving.gif"), List.of(noise(120, 80), noise(120, 80), noise(120, 80)));
        var to = folder.resolve("less.gif");

        var made = process.ask(moving(gif, to, 120, 80, 15_000), LONG);

        assertThat(Files.size(to)).isLessThanOrEqualTo(15_000);
        assertThat(made).isInstanceOfSatisfying(Answer.Made.class, it -> {
            assertThat(it.width()).isLessThan(120);
            assertThat((double) it.width() / it.height()).isCloseTo(1.5, within(0.05));
        });
        assertThat(look(to).pages()).isEqualTo(3);
        assertThat(process.ask(moving(gif, to, 120, 80, 100), LONG)).isInstanceOf(Answer.Failed.class);
        assertThat(to).doesNotExist();
    }

    @Test
    void framesThatTogetherWouldFillTheDiskAreNotDecoded() throws IOException {
        var canvas = Jpegs.animation(folder.resolve("moving.gif"), 40, 30, 20);
        var bytes = Files.readAllBytes(canvas);
        // twenty small frames on a canvas of 16 megapixels
        bytes[6] = (byte) 0xa0;
        bytes[7] = 0x0f;
        bytes[8] = (byte) 0xa0;
        bytes[9] = 0x0f;
        Files.write(canvas, bytes);

        assertThat(process.ask(moving(canvas, folder.resolve("x.gif"), 40, 30, MUCH), LONG))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.why()).isEqualTo(Answer.Why.TOO_LARGE));
    }

    private static Request moving(Path gif, Path to, int width, int height, long most) {
        return new Request.Make(gif, to, Format.GIF, width, height, most, 0, 0, 1, 1, Frame.NONE, true, "");
    }

    /** The delay of each frame as its control block has it. */
    private static List<Integer> times(Path gif) throws IOException {
        var text = Files.readString(gif, StandardCharsets.ISO_8859_1);
        return Pattern.compile("\u0021\u00f9\u0004[\u0000-\u00ff](..)[\u0000-\u00ff]\u0000", Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1).charAt(0) | match.group(1).charAt(1) << 8)
                .toList();
    }

    private Seen look(Path file) throws IOException {
        var answer = process.ask(new Request.Look(file, folder.resolve("look.jpg"), 64, 30_000, 80_000_000, ""), LONG);
        assertThat(answer).isInstanceOf(Seen.class);
        return (Seen) answer;
    }

    private BufferedImage make(Path file, Format format, int width, int height) throws IOException {
        return make(file, format, width, height, Frame.NONE, "");
    }

    private BufferedImage make(Path file, Format format, int width, int height, Frame frame, String profile)
            throws IOException {
        var to = folder.resolve("made." + format.name().toLowerCase(Locale.ROOT));
        var answer = process.ask(
                new Request.Make(file, to, format, width, height, MUCH, 0, 0, 1, 1, frame, false, profile), LONG);
        assertThat(answer).isEqualTo(new Answer.Made(width, height));
        return ImageIO.read(to.toFile());
    }

    private static Request request(Path file, Path to, Format format, int width, int height, long most) {
        return new Request.Make(file, to, format, width, height, most, 0, 0, 1, 1, Frame.NONE, false, "");
    }

    private Path file(String format, BufferedImage picture) throws IOException {
        var file = folder.resolve("given." + format);
        ImageIO.write(picture, format, file.toFile());
        return file;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return out.toByteArray();
    }

    private static BufferedImage plain(int width, int height, Color colour) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
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

    private static int[] samples(int count, int value) {
        var samples = new int[count];
        Arrays.fill(samples, value);
        return samples;
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
