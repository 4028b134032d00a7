package planner.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The first elements of WebM: information and tracks stand before the pictures. */
final class WebmHeader {
    private static final int FURTHEST = 4 << 20;
    private static final long SEGMENT = 0x18538067L;
    private static final long INFO = 0x1549a966L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long TRACK = 0xaeL;
    private static final long CLUSTER = 0x1f43b675L;

    private long scale = 1_000_000;
    private double length;
    private long kind;
    private String codec = "";
    private String pictures = "";
    private String audio = "";
    private int width;
    private int height;
    private double fps;

    private WebmHeader() {}

    static boolean begins(byte[] head) {
        return head.length > 4 && ByteBuffer.wrap(head).getInt() == 0x1a45dfa3;
    }

    static MediaHeader.Video read(Bytes file) {
        var header = new WebmHeader();
        header.elements(ByteBuffer.wrap(file.slice(0, FURTHEST)));
        if (header.pictures.isEmpty()) {
            throw new IllegalArgumentException("no pictures");
        }
        var duration = Duration.ofNanos((long) (header.length * header.scale));
        return new MediaHeader.Video(
                "video/webm", header.width, header.height, duration, header.fps, header.pictures, header.audio, true);
    }

    private void elements(ByteBuffer in) {
        while (in.hasRemaining()) {
            long id = number(in, false);
            long size = number(in, true);
            if (id == CLUSTER) {
                return;
            }
            int body = (int) Math.min(size < 0 ? Integer.MAX_VALUE : size, in.remaining());
            ByteBuffer content = in.slice(in.position(), body);
            in.position(in.position() + body);
            element(id, content);
        }
    }

    private void element(long id, ByteBuffer body) {
        if (id == SEGMENT || id == INFO || id == TRACKS || id == 0xe0) {
            elements(body);
        } else if (id == TRACK) {
            kind = 0;
            codec = "";
            elements(body);
            if (kind == 1 && pictures.isEmpty()) {
                pictures = codec;
            } else if (kind == 2) {
                audio = codec;
            }
        } else if (id == 0x2ad7b1) {
            scale = whole(body);
        } else if (id == 0x4489) {
            length = body.remaining() == 4 ? body.getFloat(0) : body.getDouble(0);
        } else if (id == 0x83) {
            kind = whole(body);
        } else if (id == 0x86) {
            codec = codec(StandardCharsets.US_ASCII.decode(body).toString());
        } else if (id == 0xb0) {
            width = (int) whole(body);
        } else if (id == 0xba) {
            height = (int) whole(body);
        } else if (id == 0x23e383 && kind == 1) {
            fps = 1e9 / whole(body);
        }
    }

    private static String codec(String name) {
        return switch (name) {
            case "V_VP8" -> "vp8";
            case "V_VP9" -> "vp9";
            case "V_AV1" -> "av1";
            case "A_OPUS" -> "opus";
            case "A_VORBIS" -> "vorbis";
            default -> name;
        };
    }

    private static long whole(ByteBuffer body) {
        long value = 0;
        for (int i = 0; i < body.limit(); i++) {
            value = value << 8 | body.get(i) & 0xff;
        }
        return value;
    }

    /** A number of one to eight bytes; its leading zeros tell how many. All ones in a size mean "unknown". */
    private static long number(ByteBuffer in, boolean size) {
        int first = in.get() & 0xff;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        long value = size ? first & (0xff >> (more + 1)) : first;
        boolean unknown = size && value == 0xff >> (more + 1);
        for (int i = 0; i < more; i++) {
            int next = in.get() & 0xff;
            unknown &= next == 0xff;
            value = value << 8 | next;
        }
        return unknown ? -1 : value;
    }
}
