package planner.adapter.reddit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The picture that Reddit demands with every video: shown only until Reddit has made its own from the film. Where the
 * person chose none it is plain and dark, of the video's shape; a network has no tool here to draw a frame.
 */
final class Poster {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SIDE = 640;
    private static final byte GREY = 0x26;

    private Poster() {}

    /** A PNG of one colour; the same for the same shape. */
    static byte[] plain(int width, int height) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(1, Math.max(width, height)));
        int across = Math.max(1, (int) (width * scale));
        int down = Math.max(1, (int) (height * scale));
        var head = ByteBuffer.allocate(13)
                .putInt(across)
                .putInt(down)
                .put(new byte[] {8, 0, 0, 0, 0})
                .array();
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", head);
        chunk(out, "IDAT", packed(across, down));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** Each line begins with its filter, which is none. */
    private static byte[] packed(int across, int down) {
        var pixels = new byte[(across + 1) * down];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % (across + 1) == 0 ? 0 : GREY;
        }
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(pixels);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var some = new byte[4096];
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var check = new CRC32();
        check.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
