package planner.adapter.kit;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
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
            var uri = URI.create(withoutSlashes(full));
            boolean clean = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            return clean ? Optional.of(plain(uri)).filter(NamedHost::allowed) : Optional.empty();
        } catch (IllegalArgumentException | URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** One spelling of a server, however it was typed: two would be two accounts. */
    private static URI plain(URI uri) throws URISyntaxException {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() == ("https".equals(scheme) ? 443 : 80) ? -1 : uri.getPort();
        return new URI(
                scheme,
                null,
                host.endsWith(".") ? host.substring(0, host.length() - 1) : host,
                port,
                uri.getPath(),
                null,
                null);
    }

    private static boolean allowed(URI uri) {
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback(uri.getHost());
    }

    private static String withoutSlashes(String address) {
        int end = address.length();
        while (end > 0 && address.charAt(end - 1) == '/') {
            end--;
        }
        return address.substring(0, end);
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
