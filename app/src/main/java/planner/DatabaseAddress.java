package planner;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Where the rows are kept: the address that JDBC wants, and how to sign in there. */
record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {

    /**
     * Reads {@code postgresql://user:password@host:port/name?sslmode=…} or a JDBC address.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static DatabaseAddress parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(text, null, null);
        }
        var uri = URI.create(text);
        var scheme = uri.getScheme();
        if (!"postgresql".equals(scheme) && !"postgres".equals(scheme) || uri.getHost() == null) {
            throw new IllegalArgumentException("no PostgreSQL address");
        }
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        var url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
        var who = uri.getRawUserInfo();
        if (who == null) {
            return new DatabaseAddress(url, null, null);
        }
        var parts = who.split(":", 2);
        return new DatabaseAddress(url, decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : null);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password that may stand in the address. */
    @Override
    public String toString() {
        return "DatabaseAddress[" + jdbcUrl.replaceFirst("\\?.*", "") + "]";
    }
}
