package planner.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;

/** Files made on the spot. */
final class Samples {
    private Samples() {}

    static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, (x * 31 + y * 17) * 2654435 & 0xffffff);
            }
        }
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    static byte[] still(String form, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture(width, height), form, out);
        return out.toByteArray();
    }

    /** A JPEG whose camera was held in this way. */
    static byte[] turned(int width, int height, int orientation) throws IOException {
        var jpeg = still("jpeg", width, height);
        var tiff = ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (2 + 6 + tiff.length), 'E', 'x', 'i', 'f', 0, 0});
        out.write(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    static byte[] animation(int frames) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(picture(40, 30), null, null), null);
            }
            writer.endWriteSequence();
        }
        writer.dispose();
        return out.toByteArray();
    }

    /** A PNG of a few bytes that claims to be enormous. */
    static byte[] hugePng() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        var head = ByteBuffer.allocate(17)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var check = new CRC32();
        check.update(head);
        out.write(ByteBuffer.allocate(4).putInt(13).array());
        out.write(head);
        out.write(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
        out.write(still("png", 4, 4), 33, 20);
        return out.toByteArray();
    }

    /** A GIF whose comment never comes to its end. */
    static byte[] endlessGif() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[] {'G', 'I', 'F', '8', '9', 'a', 10, 0, 10, 0, 0, 0, 0, 0x21, (byte) 0xfe});
        var block = new byte[256];
        block[0] = (byte) 255;
        for (int i = 0; i < 40_000; i++) {
            out.write(block);
        }
        return out.toByteArray();
    }

    /** Made by ffmpeg itself. @param arguments what it shall make */
    static byte[] made(VideoTools tools, String ending, String... arguments) throws IOException {
        var with = tools.find().orElseThrow();
        var out = Files.createTempFile("sample", ending);
        try {
            var command = new ArrayList<>(List.of(with.ffmpeg().toString(), "-v", "error", "-nostdin", "-y"));
            command.addAll(List.of(arguments));
            command.add(out.toString());
            var ended = ChildProcess.run(command, with.environment());
            if (!ended.well()) {
                throw new IOException("ffmpeg made nothing: " + ended.output());
            }
            return Files.readAllBytes(out);
        } finally {
            Files.deleteIfExists(out);
        }
    }

    static byte[] video(VideoTools tools, String ending) throws IOException {
        return made(
                tools,
                ending,
                "-f",
                "lavfi",
                "-i",
                "testsrc=size=320x180:rate=25:duration=2",
                "-f",
                "lavfi",
                "-i",
                "sine=duration=2",
                "-pix_fmt",
                "yuv420p");
    }

    static Path onDisk(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile("sample", ".bin"), bytes);
    }
}
