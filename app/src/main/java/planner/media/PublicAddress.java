package planner.media;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/** Whether an address stands in the open Internet. Everything else is somebody's inside. */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return address instanceof Inet6Address ? six(bytes) : four(bytes, 0);
    }

    /** Where clouds hand out their secrets: refused even where private addresses are allowed. */
    static boolean linkLocal(InetAddress address) {
        return address.isLinkLocalAddress() || address.isAnyLocalAddress() || address.isMulticastAddress();
    }

    private static boolean four(byte[] at, int from) {
        int a = at[from] & 0xff;
        int b = at[from + 1] & 0xff;
        int c = at[from + 2] & 0xff;
        boolean inside = a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b < 128
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168;
        boolean special = a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113
                || a == 192 && b == 88 && c == 99;
        return !inside && !special;
    }

    private static boolean six(byte[] at) {
        if ((at[0] & 0xe0) != 0x20 && !begins(at, 0x00, 0x64, 0xff, 0x9b)) {
            return false;
        }
        if (begins(at, 0x20, 0x01, 0x0d, 0xb8) || begins(at, 0x20, 0x01, 0x00, 0x00)) {
            return false;
        }
        if (begins(at, 0x20, 0x02)) {
            return four(at, 2);
        }
        return !begins(at, 0x00, 0x64, 0xff, 0x9b) || isZero(at, 4, 12) && four(at, 12);
    }

    private static boolean begins(byte[] at, int... with) {
        for (int i = 0; i < with.length; i++) {
            if ((at[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] at, int from, int to) {
        return Arrays.equals(at, from, to, new byte[to - from], 0, to - from);
    }
}
