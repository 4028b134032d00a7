package planner.adapter.contract;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.simulator.media.SampleFilm;
import planner.simulator.media.SampleFilm.Sound;
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
            case "image/jpeg" -> jpeg(item);
            case "image/png" -> {
                var content = SampleMedia.png(10, 10);
                ByteBuffer.wrap(content).putInt(16, item.width()).putInt(20, item.height());
                yield content;
            }
            case "image/gif" -> SampleMedia.gif(item.width(), item.height(), Math.max(1, item.frames()));
            case "image/webp" -> Beginnings.webp(item.width(), item.height());
            case "video/webm", "video/x-matroska" -> Beginnings.matroska(item);
            case "application/pdf" -> paper(Math.max(1, item.details().pages()));
            default ->
                Beginnings.signed(item.type())
                        .orElseGet(() -> film(
                                item,
                                Beginnings.brand(item.type())
                                        .orElseThrow(() -> new AssertionError("no file of type " + item.type()))));
        };
    }

    private static byte[] jpeg(Media item) {
        var content = SampleMedia.jpeg(10, 10);
        var in = ByteBuffer.wrap(content);
        int at = 2;
        while ((in.getShort(at) & 0xffff) != 0xffc0) {
            at += 2 + (in.getShort(at + 2) & 0xffff);
        }
        in.putShort(at + 5, (short) item.height()).putShort(at + 7, (short) item.width());
        return "wide".equals(item.details().colour()) ? widened(content) : content;
    }

    /** With a profile that is not sRGB, in a segment of its own at the beginning. */
    private static byte[] widened(byte[] jpeg) {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        int length = 2 + name.length + profile.length;
        return ByteBuffer.allocate(jpeg.length + 2 + length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe2)
                .putShort((short) length)
                .put(name)
                .put(profile)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] paper(int pages) {
        var objects = "1 0 obj << /Type /Page >> endobj\n".repeat(pages);
        return ("%PDF-1.4\n" + objects + "%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] film(Media item, String brand) {
        var details = item.details();
        var content = SampleMedia.mp4(new SampleFilm(
                item.width(),
                item.height(),
                Duration.ofMillis(Math.round(item.seconds() * 1000)),
                (int) Math.round(item.fps()),
                MediaFacts.sample(item),
                sound(details),
                chroma(details),
                details.indexFirst(),
                details.indexFirst() ? 0 : (int) item.bytes()));
        ByteBuffer.wrap(content).put(BRAND, brand.getBytes(StandardCharsets.US_ASCII));
        if (details.indexFirst()) {
            int box = content.length - LAST_BOX;
            ByteBuffer.wrap(content).putInt(box, (int) (item.bytes() - box));
        }
        return content;
    }

    private static Sound sound(MediaDetails details) {
        if (details.soundCodec() == null) {
            return SampleFilm.USUAL_SOUND;
        }
        var sample = details.soundCodec().equals("aac") ? "mp4a" : "Opus";
        return new Sound(sample, details.soundRate(), details.soundChannels());
    }

    private static String chroma(MediaDetails details) {
        if (details.pixels() == null) {
            return SampleFilm.UNTOLD;
        }
        return details.pixels().contains("444") ? "4:4:4" : "4:2:0";
    }
}
