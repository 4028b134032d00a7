package planner.adapter.contract;

import java.io.InputStream;
import java.util.Arrays;

/** A true beginning, then nothing but zeros up to a length. */
final class SparseStream extends InputStream {
    private final byte[] beginning;
    private final long length;
    private long at;

    SparseStream(byte[] beginning, long length, long offset) {
        this.beginning = beginning;
        this.length = length;
        this.at = offset;
    }

    @Override
    public int read() {
        if (at >= length) {
            return -1;
        }
        int value = at < beginning.length ? beginning[(int) at] & 0xff : 0;
        at++;
        return value;
    }

    @Override
    public int read(byte[] into, int from, int count) {
        if (at >= length) {
            return -1;
        }
        int some = (int) Math.min(length - at, count);
        int known = (int) Math.clamp(beginning.length - at, 0, some);
        if (known > 0) {
            System.arraycopy(beginning, (int) at, into, from, known);
        }
        Arrays.fill(into, from + known, from + some, (byte) 0);
        at += some;
        return some;
    }
}
