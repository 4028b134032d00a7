package planner.adapter.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import planner.network.Media;
import planner.simulator.media.SampleMedia;

/** Beginnings of files whose headers say whatever a test wants; who decodes one of the pictures is disappointed. */
final class MadeFiles {
    /** The last box of a sample video: its length, its name, sixteen bytes. */
    private static final int LAST_BOX = 24;

    /** Behind the length and the name of the first box. */
    private static final int BRAND = 8;

    private MadeFiles() {}

    static byte[] beginning(Media item) {
        return switch (item.type()) {
            case "image/jpeg" -> jpeg(item.width(), item.height());
            case "image/png" -> {
                var content = SampleMedia.png(10, 10);
                ByteBuffer.wrap(content).putInt(16, item.width()).putInt(20, item.height());
                yield content;
            }
            case "image/gif" -> SampleMedia.gif(item.width(), item.height(), Math.max(1, item.frames()));
            case "image/webp" -> Beginnings.webp(item.width(), item.height());
            case "video/webm", "video/x-matroska" -> Beginnings.matroska(item);
            default ->
                Beginnings.signed(item.type())
                        .orElseGet(() -> film(
                                item,
                                Beginnings.brand(item.type())
                                        .orElseThrow(() -> new AssertionError("no file of type " + item.type()))));
        };
    }

    private static byte[] jpeg(int width, int height) {
        var content = SampleMedia.jpeg(10, 10);
        var in = ByteBuffer.wrap(content);
        int at = 2;
        while ((in.getShort(at) & 0xffff) != 0xffc0) {
            at += 2 + (in.getShort(at + 2) & 0xffff);
        }
        in.putShort(at + 5, (short) height).putShort(at + 7, (short) width);
        return content;
    }

    private static byte[] film(Media item, String brand) {
        var length = Duration.ofMillis(Math.round(item.seconds() * 1000));
        var content = SampleMedia.mp4(
                item.width(), item.height(), length, (int) Math.round(item.fps()), MediaFacts.sample(item), 0);
        ByteBuffer.wrap(content).put(BRAND, brand.getBytes(StandardCharsets.US_ASCII));
        int box = content.length - LAST_BOX;
        ByteBuffer.wrap(content).putInt(box, (int) (item.bytes() - box));
        return content;
    }
}
