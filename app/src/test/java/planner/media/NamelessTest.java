package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pictures say goes, what they show stays: byte for byte, or pixel for pixel. */
class NamelessTest {
    private static final String ADA = "Ada's camera 52.2297 N 21.0122 E";

    @TempDir
    Path folder;

    @Test
    void whatIsSaidInAJpegGoesWhereverItStands() throws IOException {
        var jpeg = Samples.still("jpeg", 200, 100);
        var named = new ByteArrayOutputStream();
        named.write(jpeg, 0, 2);
        for (var segment : new String[] {"Exif\0\0MM" + ADA, "http://ns.adobe.com/xap/1.0/\0" + ADA}) {
            named.write(segment(0xe1, segment));
        }
        named.write(segment(0xe2, "MPF\0" + ADA));
        named.write(segment(0xed, "Photoshop 3.0\0" + ADA));
        named.write(segment(0xeb, "JP\0\0" + ADA));
        named.write(segment(0xe0, "JFXX\0" + ADA));
        named.write(segment(0xfe, ADA));
        named.write(jpeg, 2, jpeg.length - 2);
        // a phone's film of the moment before
        named.write(("\0\0\0\u0018ftypmp42" + ADA).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(clean(named.toByteArray(), FileType.JPEG)).isEqualTo(jpeg);
        assertThat(says(jpeg, FileType.JPEG)).isFalse();
        assertThat(says(named.toByteArray(), FileType.JPEG)).isTrue();
        assertThat(says(joined(jpeg, new byte[] {7}), FileType.JPEG)).isTrue();
    }

    @Test
    void aJpegInManyScansStaysTheSamePicture() throws IOException {
        var jpeg = progressive(Samples.picture(160, 120));
        int second = indexOf(jpeg, (byte) 0xff, (byte) 0xda, indexOf(jpeg, (byte) 0xff, (byte) 0xda, 0) + 2);
        var named =
                joined(Arrays.copyOf(jpeg, second), segment(0xfe, ADA), Arrays.copyOfRange(jpeg, second, jpeg.length));

        assertThat(clean(named, FileType.JPEG)).isEqualTo(jpeg);
    }

    @Test
    void coloursAndTheWayItWasHeldStayInAJpeg() throws IOException {
        var jpeg = Samples.still("jpeg", 60, 40);
        var tiff = tiff(6, ADA);
        var profile = segment(0xe2, "ICC_PROFILE\0\1\1" + "a profile");
        var named = joined(
                Arrays.copyOf(jpeg, 2),
                segment(0xe1, "Exif\0\0" + tiff),
                profile,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));

        var clean = clean(named, FileType.JPEG);

        assertThat(text(clean)).contains("a profile").doesNotContain("Ada");
        assertThat(Exif.ofJpeg(new ByteArrayInputStream(clean))).isEqualTo(6);
        assertThat(says(clean, FileType.JPEG)).isFalse();
        assertThat(pixels(clean)).isEqualTo(pixels(jpeg));
    }

    @Test
    void aSmallPictureOfWhatWasCutAwayGoesFromAJpeg() throws IOException {
        var jpeg = Samples.still("jpeg", 60, 40);
        int jfif = 2 + 2 + 16;
        assertThat(text(jpeg)).startsWith("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF");
        var small = "JFIF\0\1\1\0\0\1\0\1\1\1" + "RGB";

        var clean = clean(
                joined(Arrays.copyOf(jpeg, 2), segment(0xe0, small), Arrays.copyOfRange(jpeg, jfif, jpeg.length)),
                FileType.JPEG);

        assertThat(text(clean)).contains("JFIF\0\1\1\0\0\1\0\1\0\0").doesNotContain("RGB");
        assertThat(pixels(clean)).isEqualTo(pixels(jpeg));
    }

    @Test
    void whatIsSaidInAPngGoes() throws IOException {
        var png = Samples.still("png", 60, 40);
        int end = png.length - 12;
        var colours = chunk("gAMA", "\0\0\u00b1\u008f");
        var wanted = joined(Arrays.copyOf(png, 33), colours, Arrays.copyOfRange(png, 33, png.length));
        var named = joined(
                Arrays.copyOf(png, 33),
                colours,
                chunk("eXIf", tiff(1, ADA)),
                chunk("iDOT", "\0\0\0\2"),
                chunk("caBX", ADA),
                Arrays.copyOfRange(png, 33, end),
                chunk("tEXt", "Author\0" + ADA),
                chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + ADA),
                chunk("tIME", "\7\u00ea\13\33\0\0\0"),
                Arrays.copyOfRange(png, end, png.length),
                ADA.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(clean(named, FileType.PNG)).isEqualTo(wanted);
        assertThat(says(named, FileType.PNG)).isTrue();
        assertThat(says(wanted, FileType.PNG)).isFalse();
    }

    @Test
    void theWayItWasHeldStaysInAPng() throws IOException {
        var png = Samples.still("png", 60, 40);
        var named =
                joined(Arrays.copyOf(png, 33), chunk("eXIf", tiff(8, ADA)), Arrays.copyOfRange(png, 33, png.length));

        var clean = clean(named, FileType.PNG);

        assertThat(clean)
                .isEqualTo(joined(
                        Arrays.copyOf(png, 33),
                        chunk("eXIf", new String(Exif.tiff(8), StandardCharsets.ISO_8859_1)),
                        Arrays.copyOfRange(png, 33, png.length)));
        assertThat(says(clean, FileType.PNG)).isFalse();
    }

    @Test
    void whatIsSaidInAGifGoesAndItsFramesStay() throws IOException {
        var gif = Samples.animation(3);
        int blocks = 13 + ((gif[10] & 0x80) != 0 ? 3 * (1 << (gif[10] & 7) + 1) : 0);
        var loop = "!\u00ff\u000bNETSCAPE2.0\3\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        var wanted = joined(Arrays.copyOf(gif, blocks), loop, Arrays.copyOfRange(gif, blocks, gif.length));
        var named = joined(
                Arrays.copyOf(gif, blocks),
                loop,
                ("!\u00fe" + (char) ADA.length() + ADA + "\0").getBytes(StandardCharsets.ISO_8859_1),
                ("!\u00ff\u000bXMP DataXMP" + (char) ADA.length() + ADA + "\0").getBytes(StandardCharsets.ISO_8859_1),
                Arrays.copyOfRange(gif, blocks, gif.length),
                ADA.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(clean(named, FileType.GIF)).isEqualTo(wanted);
        assertThat(says(named, FileType.GIF)).isTrue();
        assertThat(says(wanted, FileType.GIF)).isFalse();
    }

    @Test
    void whatIsSaidInAWebpGoesAndTheWayItWasHeldStays() throws IOException {
        var picture = riff("VP8L", "\u002f\0\0\0\0\0");
        int hasExifXmpAndAlpha = 0x08 | 0x04 | 0x10;
        var head = "" + (char) hasExifXmpAndAlpha + "\0\0\0\0\0\0\0\0\0";
        var named = webp(riff("VP8X", head), picture, riff("EXIF", tiff(1, ADA)), riff("XMP ", ADA), riff("ABCD", ADA));

        var clean = clean(named, FileType.WEBP);

        assertThat(clean).isEqualTo(webp(riff("VP8X", "\20\0\0\0\0\0\0\0\0\0"), picture));
        assertThat(says(named, FileType.WEBP)).isTrue();
        assertThat(says(clean, FileType.WEBP)).isFalse();

        var turned = clean(webp(riff("VP8X", head), picture, riff("EXIF", tiff(6, ADA))), FileType.WEBP);
        assertThat(turned)
                .isEqualTo(webp(
                        riff("VP8X", "\30\0\0\0\0\0\0\0\0\0"),
                        picture,
                        riff("EXIF", new String(Exif.tiff(6), StandardCharsets.ISO_8859_1))));
        assertThat(says(turned, FileType.WEBP)).isFalse();
        assertThat(clean(joined(clean, "behind".getBytes(StandardCharsets.US_ASCII)), FileType.WEBP))
                .isEqualTo(clean);
    }

    @Test
    void whatIsNotBuiltAsItsKindIsDamagedAndSaysNothing() throws IOException {
        for (var type : new FileType[] {FileType.JPEG, FileType.PNG, FileType.GIF, FileType.WEBP}) {
            var rubbish = "no picture at all".getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> clean(rubbish, type))
                    .isInstanceOf(Maker.Unmakable.class)
                    .hasMessage("damaged");
            assertThat(says(rubbish, type)).isFalse();
        }
    }

    private byte[] clean(byte[] bytes, FileType type) throws IOException {
        var to = folder.resolve("clean");
        Nameless.write(Files.write(folder.resolve("given"), bytes), type, to);
        return Files.readAllBytes(to);
    }

    private boolean says(byte[] bytes, FileType type) throws IOException {
        return Nameless.saysMore(Files.write(folder.resolve("given"), bytes), type);
    }

    private static byte[] pixels(byte[] file) throws IOException {
        var picture = ImageIO.read(new ByteArrayInputStream(file));
        var all = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var out = ByteBuffer.allocate(4 * all.length);
        Arrays.stream(all).forEach(out::putInt);
        return out.array();
    }

    private static byte[] progressive(BufferedImage picture) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** EXIF with an orientation and a word. */
    private static String tiff(int orientation, String word) {
        var out = ByteBuffer.allocate(38 + word.length())
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 2)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(word.length())
                .putInt(38)
                .putInt(0)
                .put(word.getBytes(StandardCharsets.ISO_8859_1))
                .array();
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    private static byte[] segment(int kind, String content) {
        var body = content.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(4 + body.length)
                .put((byte) 0xff)
                .put((byte) kind)
                .putShort((short) (2 + body.length))
                .put(body)
                .array();
    }

    private static byte[] chunk(String name, String content) {
        var body = (name + content).getBytes(StandardCharsets.ISO_8859_1);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(8 + body.length)
                .putInt(body.length - 4)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    private static byte[] riff(String name, String content) {
        var body = content.getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(8 + body.length + (body.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(body.length)
                .put(body)
                .array();
    }

    private static byte[] webp(byte[]... chunks) {
        var all = joined(chunks);
        return riff("RIFF", "WEBP" + text(all));
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static int indexOf(byte[] in, byte first, byte second, int from) {
        int at = from;
        while (in[at] != first || in[at + 1] != second) {
            at++;
        }
        return at;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
