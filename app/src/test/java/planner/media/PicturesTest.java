package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    /** Each tile has a profile, and ffmpeg, which puts them together, forgets it. */
    @Test
    void coloursOfAPhotoInTilesAreAsTheirProfileSays() throws IOException {
        var frame = new Clips(bean(VideoTools.class), folder).frame("color=c=0x808080", 128, 128);
        var linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var heic = file("tiles.heic", Heif.tiled(frame, 128, 3, 2, linear));

        var facts = look(heic);
        assertThat(facts.width()).isEqualTo(384);
        assertThat(facts.height()).isEqualTo(256);
        assertThat(facts.details().colour()).isEqualTo("wide");
        var made = ImageIO.read(
                make(heic, target("image/png", false, 96, 64)).toFile());

        // half of the light is more than half of the number
        assertThat(made.getRGB(48, 32) & 0xff).isBetween(185, 191);
        assertThat(look(file("bare.heic", Heif.of(frame, 128, 128))).details().colour())
                .isEqualTo("srgb");
    }

    @Test
    void aPhotoOfAPhoneThatWasHeldUprightIsUpright() throws IOException {
        var frame = new Clips(bean(VideoTools.class), folder).frame("testsrc", 320, 192);
        var lying = ImageIO.read(make(file("l.heic", Heif.of(frame, 320, 192)), target("image/png", false, 320, 192))
                .toFile());

        for (int quarters = 1; quarters <= 3; quarters += 2) {
            var heic = file("turned.heic", Heif.of(frame, 320, 192, new byte[0], quarters));
            assertThat(look(heic).width()).isEqualTo(192);
            var made = ImageIO.read(make(heic, target("image/png", false, 192, 320)).toFile());

            for (int[] at : new int[][] {{20, 30}, {100, 120}, {170, 290}}) {
                int x = quarters == 1 ? 319 - at[1] : at[1];
                int y = quarters == 1 ? at[0] : 191 - at[0];
                assertThat(difference(made.getRGB(at[0], at[1]), lying.getRGB(x, y)))
                        .isLessThan(24);
            }
        }
    }

    @Test
    void aHeicThatClaimsToBeEnormousIsRefusedUndecoded() throws IOException {
        var frame = new Clips(bean(VideoTools.class), folder).frame("testsrc", 64, 64);

        assertThatThrownBy(() -> look(file("huge.heic", Heif.of(frame, 60_000, 60_000))))
                .isInstanceOfSatisfying(Unusable.class, it -> assertThat(it.why()).isEqualTo(Unusable.Why.HUGE));
    }

    @Test
    void aPngThatWasTurnedIsMeasuredAsItIsSeen() throws IOException {
        var png = Samples.still("png", 400, 300);
        var named = new ByteArrayOutputStream();
        named.write(png, 0, 33);
        named.write(chunk("eXIf", new String(Exif.tiff(6), StandardCharsets.ISO_8859_1)));
        named.write(png, 33, png.length - 33);
        var file = file("turned.png", named.toByteArray());

        var facts = look(file);
        assertThat(facts.width()).isEqualTo(300);
        assertThat(facts.height()).isEqualTo(400);
        assertThat(facts.details().turned()).isTrue();
        assertThat(facts.details().personal()).isFalse();
        // the red corner, stored at the upper left, is seen at the upper right
        var made = ImageIO.read(make(file, target("image/png", false, 150, 200)).toFile());
        assertThat(difference(made.getRGB(140, 10), 0xff0000)).isLessThan(24);
    }

    private static int difference(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)));
        }
        return most;
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

    private static byte[] chunk(String name, String words) throws IOException {
        var body = (name + words).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(body);
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeInt(body.length - 4);
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
