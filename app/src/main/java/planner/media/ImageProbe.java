package planner.media;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;

/** JPEG, PNG and the first frame of GIF: decoded once, for the measures, for the thumbnail, and to see that they are whole. */
final class ImageProbe {
    private ImageProbe() {}

    /** @param thumbnail where the small picture goes; not written when the colours are none that Java reads */
    static Facts probe(Path file, FileType type, Path thumbnail) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(
                        type == FileType.JPEG ? "jpeg" : type == FileType.PNG ? "png" : "gif")
                .next();
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            Pixels.check(width, height);
            int orientation = type == FileType.JPEG ? orientation(file) : Exif.UPRIGHT;
            Thumbnail.write(decode(reader, width, height), orientation, thumbnail);
            return Exif.swaps(orientation)
                    ? Facts.image(type.mime(), height, width)
                    : Facts.image(type.mime(), width, height);
        } catch (Unusable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the readers of the JDK answer hostile files with whatever they stumble over
            throw Unusable.corrupt(String.valueOf(e.getMessage()));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader, int width, int height) throws IOException {
        var endsEarly = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                endsEarly.set(true);
            }
        });
        var how = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / (2 * Thumbnail.SIDE));
        how.setSourceSubsampling(every, every, 0, 0);
        var picture = reader.read(0, how);
        if (endsEarly.get()) {
            throw Unusable.corrupt("the file ends early");
        }
        return picture;
    }

    private static int orientation(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return Exif.ofJpeg(in);
        }
    }
}
