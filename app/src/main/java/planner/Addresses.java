package planner;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;

/** The form of the addresses that stand in settings. */
final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    static boolean loopback(String host) {
        return LOOPBACK.contains(host);
    }

    /** @throws IllegalArgumentException when this machine has no such address */
    static String own(String text) {
        try {
            var address = InetAddress.getByName(text);
            if (address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null) {
                return text;
            }
        } catch (UnknownHostException | SocketException e) {
            throw new IllegalArgumentException("no address", e);
        }
        throw new IllegalArgumentException("another machine's address");
    }

    /** @throws IllegalArgumentException when it is no absolute base address, or plain http beyond loopback */
    static URI base(String text) {
        var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        boolean plain = "http".equals(uri.getScheme());
        if (!plain && !"https".equals(uri.getScheme())) {
            throw new IllegalArgumentException("no http address");
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("no base address");
        }
        if (plain && !loopback(uri.getHost())) {
            throw new IllegalArgumentException("plain http beyond loopback");
        }
        return uri;
    }
}
