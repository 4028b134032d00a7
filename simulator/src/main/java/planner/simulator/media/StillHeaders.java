package planner.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** PNG, GIF and WebP: their size stands within the first bytes. */
final class StillHeaders {
    private static final long PNG = 0x89504e470d0a1a0aL;

    private StillHeaders() {}

    static boolean begins(byte[] head) {
        return isPng(head) || text(head, 0, 3).equals("GIF") || isWebp(head);
    }

    static MediaHeader.Image read(Bytes file) {
        byte[] head = file.slice(0, 4096);
        ByteBuffer in = ByteBuffer.wrap(head);
        if (isPng(head)) {
            boolean animated = text(head, 0, head.length).contains("acTL");
            return new MediaHeader.Image("image/png", in.getInt(16), in.getInt(20), animated);
        }
        in.order(ByteOrder.LITTLE_ENDIAN);
        if (!isWebp(head)) {
            return new MediaHeader.Image(
                    "image/gif", in.getShort(6) & 0xffff, in.getShort(8) & 0xffff, GifFrames.count(file) > 1);
        }
        return switch (text(head, 12, 4)) {
            case "VP8 " -> webp(in.getShort(26) & 0x3fff, in.getShort(28) & 0x3fff, false);
            case "VP8L" -> {
                int bits = in.getInt(21);
                yield webp((bits & 0x3fff) + 1, (bits >>> 14 & 0x3fff) + 1, false);
            }
            default -> webp(1 + (in.getInt(24) & 0xffffff), 1 + (in.getInt(27) & 0xffffff), (head[20] & 2) != 0);
        };
    }

    private static MediaHeader.Image webp(int width, int height, boolean animated) {
        return new MediaHeader.Image("image/webp", width, height, animated);
    }

    private static boolean isPng(byte[] head) {
        return head.length >= 8 && ByteBuffer.wrap(head).getLong() == PNG;
    }

    private static boolean isWebp(byte[] head) {
        return text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP");
    }

    private static String text(byte[] head, int from, int length) {
        return from >= head.length
                ? ""
                : new String(head, from, Math.min(length, head.length - from), StandardCharsets.ISO_8859_1);
    }
}
