package planner.vips;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files that Java does not write by itself. */
final class Jpegs {
    private Jpegs() {}

    /** Held in this way by the camera, as EXIF says. */
    static Path turned(Path to, BufferedImage picture, int orientation) throws IOException {
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
        return withExif(to, picture, tiff);
    }

    /** With a word in EXIF. */
    static Path signed(Path to, BufferedImage picture, String word) throws IOException {
        var text = (word + "\0").getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(26 + text.length)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x010e)
                .putShort((short) 2)
                .putInt(text.length)
                .putInt(26)
                .putInt(0)
                .put(text)
                .array();
        return withExif(to, picture, tiff);
    }

    private static Path withExif(Path to, BufferedImage picture, byte[] tiff) throws IOException {
        var plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", plain);
        var jpeg = plain.toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(ByteBuffer.allocate(10)
                .putShort((short) 0xffe1)
                .putShort((short) (2 + 6 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .array());
        out.write(tiff);
        out.write(jpeg, 2, jpeg.length - 2);
        return Files.write(to, out.toByteArray());
    }

    /** Cyan ink alone, as Adobe writes it: what is printed fully is 0. */
    static Path inCmyk(Path to, int width, int height) throws IOException {
        var inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                inks.setPixel(x, y, new int[] {0, 255, 255, 255});
            }
        }
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var plain = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(plain)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        var jpeg = plain.toByteArray();
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0});
        out.write(jpeg, 2, jpeg.length - 2);
        return Files.write(to, out.toByteArray());
    }

    static Path animation(Path to, int width, int height, int frames) throws IOException {
        var all = new ArrayList<BufferedImage>();
        for (int i = 0; i < frames; i++) {
            var frame = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = frame.createGraphics();
            graphics.setColor(new Color(10 * i, 100, 200));
            graphics.fillRect(0, 0, width, height);
            graphics.dispose();
            all.add(frame);
        }
        return animation(to, all);
    }

    static Path animation(Path to, List<BufferedImage> frames) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new FileImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < frames.size(); i++) {
                writer.writeToSequence(new IIOImage(frames.get(i), null, timed(writer, frames.get(i), 10 + i)), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return to;
    }

    private static IIOMetadata timed(ImageWriter writer, BufferedImage frame, int hundredths) throws IOException {
        var about = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(frame), null);
        var root = (IIOMetadataNode) about.getAsTree(about.getNativeMetadataFormatName());
        var control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "" + hundredths);
        about.setFromTree(about.getNativeMetadataFormatName(), root);
        return about;
    }
}
