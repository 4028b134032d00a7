package planner.media;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a camera was held: the one fact of EXIF that decides what a viewer sees. */
final class Exif {
    /** Shown as stored. */
    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    /** Bytes of one field and what stands around it. */
    private static final int ALONE = 26;

    private static final int MOST_ENTRIES = 1_000;
    private static final byte[] MARK = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Exif() {}

    /** @return 1 to 8; width and height change places from 5 on */
    static int ofJpeg(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        try {
            data.skipNBytes(2);
            while (data.readUnsignedByte() == 0xff) {
                int marker = data.readUnsignedByte();
                while (marker == 0xff) {
                    marker = data.readUnsignedByte();
                }
                if (marker == 0xda || marker == 0xd9) {
                    return UPRIGHT;
                }
                int length = data.readUnsignedShort() - 2;
                if (length < 0) {
                    return UPRIGHT;
                }
                if (marker != 0xe1) {
                    data.skipNBytes(length);
                    continue;
                }
                var segment = data.readNBytes(length);
                if (segment.length > MARK.length && Arrays.equals(segment, 0, MARK.length, MARK, 0, MARK.length)) {
                    return ofTiff(Arrays.copyOfRange(segment, MARK.length, segment.length));
                }
            }
            return UPRIGHT;
        } catch (EOFException e) {
            return UPRIGHT;
        }
    }

    static int ofTiff(byte[] tiff) {
        try {
            var in = ByteBuffer.wrap(tiff);
            in.order(in.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = in.getInt(4);
            int entries = Math.min(in.getShort(at) & 0xffff, MOST_ENTRIES);
            for (int i = 0; i < entries; i++) {
                int entry = at + 2 + i * 12;
                if ((in.getShort(entry) & 0xffff) == ORIENTATION && in.getShort(entry + 2) == SHORT) {
                    int value = in.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
            return UPRIGHT;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return UPRIGHT;
        }
    }

    /** An orientation says nothing about anybody. */
    static boolean orientationAlone(byte[] tiff) {
        try {
            var in = ByteBuffer.wrap(tiff);
            in.order(in.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int at = in.getInt(4);
            return tiff.length <= ALONE && in.getShort(at) == 1 && in.getShort(at + 2) == ORIENTATION;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    /** With an orientation and nothing else. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(ALONE)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    static boolean swaps(int orientation) {
        return orientation >= 5;
    }
}
