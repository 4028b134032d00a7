package planner;

import java.net.URI;
import java.util.Set;

/** The form of the addresses that stand in settings. */
final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    static boolean loopback(String host) {
        return LOOPBACK.contains(host);
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
