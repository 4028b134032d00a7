package planner.simulator.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaHeaderTest {
    @Test
    void picturesTellTheirSizeAndTrueType() {
        assertThat(MediaHeader.read(SampleMedia.jpeg(640, 480)))
                .contains(new MediaHeader.Image("image/jpeg", 640, 480, false));
        assertThat(MediaHeader.read(SampleMedia.png(30, 7))).contains(new MediaHeader.Image("image/png", 30, 7, false));
    }

    @Test
    void aLoopTellsItsFrames() {
        byte[] still = SampleMedia.gif(300, 200, 1);
        byte[] loop = SampleMedia.gif(1280, 1080, 351);

        assertThat(MediaHeader.read(still)).contains(new MediaHeader.Image("image/gif", 300, 200, false));
        assertThat(MediaHeader.read(loop)).contains(new MediaHeader.Image("image/gif", 1280, 1080, true));
        assertThat(GifFrames.count(Bytes.of(still))).isEqualTo(1);
        assertThat(GifFrames.count(Bytes.of(loop))).isEqualTo(351);
    }

    /** The pieces of a picture may hold what looks like the beginning of another. */
    @Test
    void aFrameIsCountedByItsBlockAndOnlyWhole() {
        byte[] loop = SampleMedia.gif(9, 9, 3);
        byte[] cut = Arrays.copyOf(loop, loop.length - 3);
        byte[] comment = ByteBuffer.allocate(loop.length + 12)
                .put(loop, 0, 13)
                .put(new byte[] {0x21, (byte) 0xfe, 8, 0x2c, 0x21, (byte) 0xf9, 4, 0x21, (byte) 0xf9, 4, 0x2c, 0})
                .put(loop, 13, loop.length - 13)
                .array();

        assertThat(GifFrames.count(Bytes.of(cut))).isEqualTo(2);
        assertThat(GifFrames.count(Bytes.of(comment))).isEqualTo(3);
    }

    /** Read by a decoder, so that the samples are pictures and not only look like some. */
    @Test
    void theSampleLoopIsOne() throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(SampleMedia.gif(300, 200, 5)))) {
            reader.setInput(in);
            assertThat(reader.getNumImages(true)).isEqualTo(5);
            assertThat(reader.getStreamMetadata()).isNotNull();
            assertThat(reader.read(4).getWidth()).isEqualTo(1);
        }
    }

    @Test
    void aPictureTakenUprightIsSeenUpright() {
        byte[] plain = SampleMedia.jpeg(640, 480);
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putInt(0)
                .array();
        var turned = new ByteArrayOutputStream();
        turned.write(plain, 0, 2);
        turned.writeBytes(exif);
        turned.write(plain, 2, plain.length - 2);

        assertThat(MediaHeader.read(turned.toByteArray()))
                .contains(new MediaHeader.Image("image/jpeg", 480, 640, false));
    }

    @Test
    void webpTellsItsSizeInEachOfItsForms() {
        byte[] lossless = ByteBuffer.wrap(new byte[32])
                .put("RIFF....WEBPVP8L....".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0x2f)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(99 | 49 << 14)
                .array();
        byte[] extended = new byte[40];
        ByteBuffer.wrap(extended).put("RIFF....WEBPVP8X....".getBytes(StandardCharsets.US_ASCII));
        extended[20] = 2;
        extended[24] = 99;
        extended[27] = 49;

        assertThat(MediaHeader.read(lossless)).contains(new MediaHeader.Image("image/webp", 100, 50, false));
        assertThat(MediaHeader.read(extended)).contains(new MediaHeader.Image("image/webp", 100, 50, true));
    }

    @Test
    void aVideoTellsLengthRateAndCodecs() {
        assertThat(MediaHeader.read(SampleMedia.mp4(1080, 1920, Duration.ofSeconds(12))))
                .contains(new MediaHeader.Video(
                        "video/mp4", 1080, 1920, Duration.ofSeconds(12), 30, "h264", "aac", true));
        assertThat(MediaHeader.read(SampleMedia.mp4(720, 720, Duration.ofMillis(2500), 24, "hvc1", 100_000)))
                .contains(
                        new MediaHeader.Video("video/mp4", 720, 720, Duration.ofMillis(2500), 24, "hevc", "aac", true));
    }

    @Test
    void anIndexAtTheEndIsFoundAndSaid() {
        byte[] whole = SampleMedia.mp4(360, 640, Duration.ofSeconds(4));
        int kind = 24;
        int movie = ByteBuffer.wrap(whole).getInt(kind);
        var late = new ByteArrayOutputStream();
        late.write(whole, 0, kind);
        late.write(whole, kind + movie, whole.length - kind - movie);
        late.write(whole, kind, movie);

        assertThat(MediaHeader.read(late.toByteArray()))
                .hasValueSatisfying(
                        it -> assertThat(((MediaHeader.Video) it).indexFirst()).isFalse());
    }

    @Test
    void aVideoTellsItsColoursAndItsSound() {
        var sound = new SampleFilm.Sound("mp4a", 48_001, 3);
        for (var chroma : List.of("4:2:0", "4:2:2", "4:4:4")) {
            var film = new SampleFilm(64, 64, Duration.ofSeconds(4), 30, "avc1", sound, chroma, false, 9_000);

            assertThat(MediaHeader.read(SampleMedia.mp4(film)))
                    .contains(new MediaHeader.Video(
                            "video/mp4", 64, 64, Duration.ofSeconds(4), 30, "h264", "aac", false, chroma, 48_001, 3));
        }
    }

    /** As encoders write it: the profile tells, sets of parameters come before the colours, and AAC names its rate by number. */
    @Test
    void colourAndSoundAreFoundBehindWhatComesBeforeThem() {
        byte[] high = avc(100, new byte[] {(byte) 0xfd, (byte) 0xf8, (byte) 0xf8, 0});
        byte[] main = avc(77, new byte[0]);
        byte[] old = avc(122, new byte[0]);
        byte[] hevc = SampleMedia.box("hvcC", filled(23, 16, (byte) 0xfe));

        assertThat(Mp4Tracks.chroma(entry("avc1", 78, high))).isEqualTo("4:2:0");
        assertThat(Mp4Tracks.chroma(entry("avc1", 78, main))).isEqualTo("4:2:0");
        assertThat(Mp4Tracks.chroma(entry("avc1", 78, old))).isEqualTo("4:2:2");
        assertThat(Mp4Tracks.chroma(entry("hvc1", 78, hevc))).isEqualTo("4:2:2");
        assertThat(Mp4Tracks.chroma(entry("mp4v", 78, new byte[0]))).isEmpty();
        byte[] esds = {
            0,
            0,
            0,
            0,
            3,
            -128,
            -128,
            -128,
            34,
            0,
            2,
            0,
            4,
            -128,
            -128,
            -128,
            20,
            0x40,
            0x15,
            0,
            0,
            0,
            0,
            1,
            -12,
            0,
            0,
            1,
            -12,
            0,
            5,
            -128,
            -128,
            -128,
            2,
            0x11,
            (byte) 0x90
        };
        assertThat(Mp4Tracks.sound(entry("mp4a", 28, SampleMedia.box("esds", esds))))
                .containsExactly(48_000, 2);
    }

    private static byte[] avc(int profile, byte[] colours) {
        byte[] sets = {1, (byte) profile, 0, 40, -1, (byte) 0xe1, 0, 3, 9, 9, 9, 1, 0, 2, 9, 9};
        return SampleMedia.box("avcC", SampleMedia.join(List.of(sets, colours)));
    }

    private static byte[] filled(int length, int at, byte value) {
        byte[] all = new byte[length];
        all[at] = value;
        return all;
    }

    private static ByteBuffer entry(String sample, int head, byte[] boxes) {
        byte[] entry = SampleMedia.box(sample, SampleMedia.join(List.of(new byte[head], boxes)));
        return ByteBuffer.wrap(SampleMedia.join(List.of(SampleMedia.ints(0, 1), entry)));
    }

    @Test
    void webmTellsWhatItsElementsSay() {
        byte[] webm = element(
                0x1a45dfa3,
                new byte[4],
                element(
                        0x18538067,
                        element(
                                0x1549a966,
                                element(0x2ad7b1, new byte[] {0x0f, 0x42, 0x40}),
                                element(
                                        0x4489,
                                        ByteBuffer.allocate(4).putFloat(5000).array())),
                        element(
                                0x1654ae6b,
                                element(
                                        0xae,
                                        element(0x83, new byte[] {1}),
                                        element(0x86, "V_VP9".getBytes(StandardCharsets.US_ASCII)),
                                        element(
                                                0x23e383,
                                                ByteBuffer.allocate(4)
                                                        .putInt(40_000_000)
                                                        .array()),
                                        element(
                                                0xe0,
                                                element(0xb0, new byte[] {2, (byte) 0xd0}),
                                                element(0xba, new byte[] {5, 0}))))));

        assertThat(MediaHeader.read(webm))
                .contains(new MediaHeader.Video("video/webm", 720, 1280, Duration.ofSeconds(5), 25, "vp9", "", true));
    }

    @Test
    void brokenAndUnknownFilesAreNothing() {
        byte[] video = SampleMedia.mp4(360, 640, Duration.ofSeconds(4));
        assertThat(MediaHeader.read(new byte[0])).isEmpty();
        assertThat(MediaHeader.read("just text".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(MediaHeader.read(Arrays.copyOf(video, 60))).isEmpty();
        assertThat(MediaHeader.read(Arrays.copyOf(SampleMedia.jpeg(9, 9), 12))).isEmpty();
    }

    @Test
    void aFileOnDiskIsReadInPlaces(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("clip"), SampleMedia.mp4(360, 640, Duration.ofSeconds(4)));
        assertThat(MediaHeader.read(Bytes.of(file)))
                .isEqualTo(MediaHeader.read(Files.readAllBytes(file)))
                .isPresent();
    }

    /** An EBML element, or for the first one the head followed by the segment beside it. */
    private static byte[] element(long id, byte[]... parts) {
        boolean head = id == 0x1a45dfa3L;
        var body = new ByteArrayOutputStream();
        for (int i = 0; i < (head ? 1 : parts.length); i++) {
            body.writeBytes(parts[i]);
        }
        var out = new ByteArrayOutputStream();
        for (int shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                out.write((int) (id >>> shift));
            }
        }
        out.writeBytes(ByteBuffer.allocate(4).putInt(0x10000000 | body.size()).array());
        out.writeBytes(body.toByteArray());
        if (head) {
            out.writeBytes(parts[1]);
        }
        return out.toByteArray();
    }
}
