package planner.simulator.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Walks the segments of a JPEG up to the frame that tells its size. */
final class JpegHeader {
    private static final int FURTHEST = 4 << 20;

    private JpegHeader() {}

    static boolean begins(byte[] head) {
        return head.length > 3 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xd8 && (head[2] & 0xff) == 0xff;
    }

    static MediaHeader.Image read(Bytes file) {
        ByteBuffer in = ByteBuffer.wrap(file.slice(0, FURTHEST)).position(2);
        boolean several = false;
        boolean turned = false;
        while (true) {
            int marker = marker(in);
            int length = in.getShort() & 0xffff;
            int body = in.position();
            if (isFrame(marker)) {
                in.get();
                int height = in.getShort() & 0xffff;
                int width = in.getShort() & 0xffff;
                return new MediaHeader.Image("image/jpeg", turned ? height : width, turned ? width : height, several);
            }
            if (marker == 0xe2) {
                several |= starts(in, "MPF\0");
            }
            if (marker == 0xe1 && starts(in, "Exif\0\0")) {
                turned |= turned(in.slice(body + 6, length - 8));
            }
            in.position(body + length - 2);
        }
    }

    private static int marker(ByteBuffer in) {
        int next = in.get() & 0xff;
        while (next != 0xff) {
            next = in.get() & 0xff;
        }
        while (next == 0xff) {
            next = in.get() & 0xff;
        }
        return next;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean starts(ByteBuffer in, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        byte[] found = new byte[expected.length];
        in.get(in.position(), found);
        return java.util.Arrays.equals(expected, found);
    }

    /** A camera held upright leaves the picture lying and says so in tag 0x0112. */
    private static boolean turned(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == 0x0112) {
                return (tiff.getShort(entry + 8) & 0xffff) >= 5;
            }
        }
        return false;
    }
}
