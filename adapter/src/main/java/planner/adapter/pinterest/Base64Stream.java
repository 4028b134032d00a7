package planner.adapter.pinterest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** A file as Base64, encoded while it is read. */
final class Base64Stream extends InputStream {
    private static final int BLOCK = 3 * 8192;

    private final InputStream plain;
    private byte[] ready = new byte[0];
    private int at;

    Base64Stream(InputStream plain) {
        this.plain = plain;
    }

    /** How many characters so many bytes become. */
    static long length(long bytes) {
        return (bytes + 2) / 3 * 4;
    }

    private boolean ended() throws IOException {
        if (at == ready.length) {
            ready = Base64.getEncoder().encode(plain.readNBytes(BLOCK));
            at = 0;
        }
        return ready.length == 0;
    }

    @Override
    public int read() throws IOException {
        return ended() ? -1 : ready[at++];
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended()) {
            return -1;
        }
        int some = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, from, some);
        at += some;
        return some;
    }

    @Override
    public void close() throws IOException {
        plain.close();
    }
}
