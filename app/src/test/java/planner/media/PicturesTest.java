package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.RoomTest;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Target;

/** Stills as they are looked at and made, by the process that does it. */
class PicturesTest extends RoomTest {
    @TempDir
    Path folder;

    private Pictures pictures;

    @BeforeEach
    void maker() {
        pictures = bean(Pictures.class);
    }

    @Test
    void aScreenshotBecomesASmallerJpeg() throws IOException {
        var file = file("shot.png", Samples.still("png", 400, 300));

        var made = make(file, target("image/jpeg", false, 200, 150));

        var facts = look(made);
        assertThat(facts.type()).isEqualTo("image/jpeg");
        assertThat(facts.width()).isEqualTo(200);
        assertThat(facts.height()).isEqualTo(150);
        assertThat(facts.details().colour()).isEqualTo("srgb");
    }

    @Test
    void whatIsPackedAnewIsTheSamePictureWithoutAName() throws IOException {
        var jpeg = Samples.still("jpeg", 200, 100);
        var named = new ByteArrayOutputStream();
        named.write(jpeg, 0, 2);
        var words = "Exif\0\0MM Ada's camera 52.2297 N 21.0122 E".getBytes(StandardCharsets.ISO_8859_1);
        named.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (words.length + 2)});
        named.write(words);
        named.write(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 6, 'A', 'd', 'a', '!'});
        named.write(jpeg, 2, jpeg.length - 2);
        var file = file("named.jpg", named.toByteArray());
        assertThat(look(file).details().personal()).isTrue();

        var made = make(file, target("image/jpeg", true, 200, 100));

        assertThat(Files.readAllBytes(made)).isEqualTo(jpeg);
        assertThat(look(made).details().personal()).isFalse();
    }

    @Test
    void wordsOfAPngGoAndItsPictureStays() throws IOException {
        var png = Samples.still("png", 60, 40);
        int end = png.length - 12;
        var named = new ByteArrayOutputStream();
        named.write(png, 0, end);
        named.write(chunk("tEXt", "Author\0Ada"));
        named.write(png, end, 12);

        var made = make(file("named.png", named.toByteArray()), target("image/png", true, 60, 40));

        assertThat(Files.readAllBytes(made)).isEqualTo(png);
    }

    @Test
    void whatAPhoneWritesIsTaken() throws IOException {
        var still = file("still.png", Samples.still("png", 160, 120));
        var avif = folder.resolve("photo.avif");
        new Clips(bean(VideoTools.class), folder)
                .make("photo.avif", List.of("-i", still.toString(), "-c:v", "libsvtav1", "-still-picture", "1"));

        var facts = look(avif);
        assertThat(facts.type()).isEqualTo("image/avif");
        assertThat(facts.kind()).isEqualTo(MediaKind.IMAGE);
        assertThat(facts.width()).isEqualTo(160);
        assertThat(ImageIO.read(folder.resolve("thumb.jpg").toFile()).getWidth())
                .isEqualTo(160);

        assertThat(look(make(avif, target("image/jpeg", false, 80, 60))).width())
                .isEqualTo(80);
    }

    @Test
    void whatAnotherPhoneWritesIsTakenToo() throws IOException {
        var heic = new Clips(bean(VideoTools.class), folder).heic("photo.heic", 320, 240);

        var facts = look(heic);
        assertThat(facts.type()).isEqualTo("image/heic");
        assertThat(facts.width()).isEqualTo(320);
        assertThat(facts.height()).isEqualTo(240);
        assertThat(facts.details().personal()).isTrue();

        var made = look(make(heic, target("image/jpeg", false, 160, 120)));
        assertThat(made.type()).isEqualTo("image/jpeg");
        assertThat(made.width()).isEqualTo(160);
        assertThat(made.details().personal()).isFalse();
    }

    @Test
    void aPreviewShowsWhatAnEditMakes() throws IOException {
        var file = file("shot.png", Samples.still("png", 400, 300));
        var to = folder.resolve("preview.jpg");

        pictures.preview(
                file, media(file), new Edit(null, null, new Edit.Pad(9 / 16., Edit.Fill.BLUR), false), 320, to);

        var preview = ImageIO.read(to.toFile());
        assertThat(preview.getWidth()).isEqualTo(180);
        assertThat(preview.getHeight()).isEqualTo(320);
    }

    @Test
    void aPictureThatDoesNotGetSmallEnoughIsRefused() throws IOException {
        var file = file("shot.png", Samples.still("png", 400, 300));

        assertThatThrownBy(() -> make(file, new Target(MediaKind.IMAGE, "image/jpeg", false, 400, 300, 100, null)))
                .isInstanceOf(Maker.Unmakable.class)
                .hasMessage("too-large");
    }

    /** Bits turned, ends cut, rubbish behind a right beginning: told as damaged, or taken, and nothing breaks down. */
    @Test
    void hostileHeadsBringNothingDown() throws IOException {
        var random = new Random(7);
        var given = List.of(Samples.still("png", 60, 40), Samples.still("jpeg", 60, 40), Samples.still("gif", 60, 40));
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            var bytes = given.get(i % given.size()).clone();
            switch (random.nextInt(3)) {
                case 0 -> {
                    for (int flips = 0; flips < 8; flips++) {
                        bytes[random.nextInt(Math.min(bytes.length, 200))] ^= (byte) (1 << random.nextInt(8));
                    }
                }
                case 1 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                default -> {
                    for (int at = 12; at < bytes.length; at++) {
                        bytes[at] = (byte) random.nextInt(256);
                    }
                }
            }
            var file = file("hostile", bytes);
            try {
                var facts = look(file);
                make(file, target("image/jpeg", false, 30, 20), facts.of(UUID.randomUUID(), bytes.length, "x", ""));
            } catch (Unusable | Maker.Unmakable e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(400);
    }

    private static byte[] chunk(String name, String words) throws IOException {
        var body = (name + words).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(body);
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeInt(words.length());
        data.write(body);
        data.writeInt((int) sum.getValue());
        return out.toByteArray();
    }

    private static Target target(String type, boolean repack, int width, int height) {
        return new Target(MediaKind.IMAGE, type, repack, width, height, 10_000_000, null);
    }

    private Path make(Path file, Target target) throws IOException {
        return make(file, target, media(file));
    }

    private Path make(Path file, Target target, Media of) throws IOException {
        var to = folder.resolve(UUID.randomUUID().toString());
        pictures.make(file, of, new Recipe(Edit.NONE, target), to, share -> {});
        return to;
    }

    private Media media(Path file) throws IOException {
        return look(file)
                .of(UUID.randomUUID(), Files.size(file), file.getFileName().toString(), "");
    }

    private Facts look(Path file) throws IOException {
        return bean(Probe.class).look(file, folder.resolve("thumb.jpg"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
