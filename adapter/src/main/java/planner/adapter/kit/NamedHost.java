package planner.adapter.kit;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server that a person or a document names. It is reached through the guard ({@link Call#guard}). */
public final class NamedHost {
    // An IPv4 or IPv6 literal is parsed, never looked up.
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[[0-9a-fA-F:.]+]");

    private NamedHost() {}

    /** Its address without a slash at the end; empty when it may not be used: https only, plain http for loopback. */
    public static Optional<URI> address(String text) {
        var given = text.strip();
        var full = given.contains("://") ? given : "https://" + given;
        try {
            var uri = URI.create(full.replaceAll("/+$", ""));
            var host = uri.getHost();
            boolean clean = host != null && uri.getUserInfo() == null && uri.getQuery() == null;
            if (clean && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback(host))) {
                return Optional.of(uri);
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether both addresses lead to the same host, port and scheme. */
    public static boolean same(URI one, URI other) {
        return Objects.equals(one.getScheme(), other.getScheme())
                && Objects.equals(one.getAuthority(), other.getAuthority());
    }

    private static boolean loopback(String host) {
        if ("localhost".equals(host) || host.endsWith(".localhost")) {
            return true;
        }
        try {
            return LITERAL.matcher(host).matches()
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
