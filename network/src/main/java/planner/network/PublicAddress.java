package planner.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a request may reach whose host a stranger or a user named. The one guard for all ways out; ask it about
 * the very address that is connected to, so that a name cannot be rebound in between.
 */
public final class PublicAddress {
    /** Metadata services of clouds that are not link-local: AWS, Google, Alibaba, Azure, Oracle. Looked up 2026-11. */
    private static final Set<InetAddress> METADATA = Set.of(
            InetAddress.ofLiteral("fd00:ec2::254"),
            InetAddress.ofLiteral("fd20:ce::254"),
            InetAddress.ofLiteral("100.100.100.200"),
            InetAddress.ofLiteral("168.63.129.16"),
            InetAddress.ofLiteral("192.0.0.192"));

    private PublicAddress() {}

    /**
     * Whether it may be reached.
     *
     * @param insideToo the house runs for one person on one machine: loopback and private networks are allowed, but never
     *     those of {@link #isNever}
     */
    public static boolean allows(InetAddress address, boolean insideToo) {
        return insideToo ? !isNever(address) : is(address);
    }

    /** Whether it stands in the open Internet. Everything else is somebody's inside. */
    public static boolean is(InetAddress address) {
        if (isNever(address)
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return bytes.length == 4 ? four(bytes, 0) : six(bytes);
    }

    /** Link-local and nobody's addresses, and where clouds hand out their secrets: refused even in a demo. */
    public static boolean isNever(InetAddress address) {
        var inside = carried(address);
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || METADATA.contains(address)
                || inside != null && isNever(inside);
    }

    /** What a gateway makes of it: the IPv4 address inside NAT64 (RFC 6052) and 6to4 (RFC 3056). */
    private static @Nullable InetAddress carried(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return null;
        }
        int from = begins(bytes, 0x20, 0x02) ? 2 : begins(bytes, 0x00, 0x64, 0xff, 0x9b) ? 12 : -1;
        try {
            return from < 0 ? null : InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
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
