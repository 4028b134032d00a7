package planner.adapter.x;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import planner.adapter.kit.Call;
import planner.adapter.kit.Hmac;

/**
 * Signs calls by HMAC-SHA1 (RFC 5849, section 3.4). Bodies count only when they are forms.
 *
 * @param token empty while there is none
 * @param tokenSecret empty while there is none
 */
record OAuth1(String consumerKey, String consumerSecret, String token, String tokenSecret) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** One parameter, both parts encoded. */
    private record Pair(String name, String value) {
        static Pair of(String name, String value) {
            return new Pair(Call.percent(name), Call.percent(value));
        }
    }

    /**
     * The call with its Authorization header; whatever is signed must be set before.
     *
     * @param more further parameters of the protocol, for example {@code oauth_callback}
     */
    Call signed(Call call, Map<String, String> more, Instant at, String nonce) {
        var header = header(call, more, at, nonce);
        return call.header("Authorization", header)
                .secret(header)
                .secret(consumerSecret)
                .secret(token)
                .secret(tokenSecret);
    }

    private String header(Call call, Map<String, String> more, Instant at, String nonce) {
        var all = new LinkedHashMap<String, String>();
        all.put("oauth_consumer_key", consumerKey);
        all.put("oauth_nonce", nonce);
        all.put("oauth_signature_method", "HMAC-SHA1");
        all.put("oauth_timestamp", "" + at.getEpochSecond());
        if (!token.isEmpty()) {
            all.put("oauth_token", token);
        }
        all.put("oauth_version", "1.0");
        all.putAll(more);
        all.put("oauth_signature", signature(base(call, all)));
        return all.entrySet().stream()
                .map(entry -> entry.getKey() + "=\"" + Call.percent(entry.getValue()) + "\"")
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    /** The signature base string (section 3.4.1). */
    static String base(Call call, Map<String, String> protocol) {
        var pairs = new ArrayList<Pair>();
        protocol.forEach((name, value) -> pairs.add(Pair.of(name, value)));
        var query = call.uri().getRawQuery();
        pairs.addAll(pairs(query == null ? "" : query));
        if (call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary) && type.equals(FORM)) {
            pairs.addAll(pairs(new String(bytes, StandardCharsets.UTF_8)));
        }
        var normal = pairs.stream()
                .sorted(Comparator.comparing(Pair::name).thenComparing(Pair::value))
                .map(pair -> pair.name() + "=" + pair.value())
                .collect(Collectors.joining("&"));
        return call.method().toUpperCase(Locale.ROOT) + "&" + Call.percent(address(call.uri())) + "&"
                + Call.percent(normal);
    }

    String signature(String base) {
        var key = Call.percent(consumerSecret) + "&" + Call.percent(tokenSecret);
        return Base64.getEncoder()
                .encodeToString(Hmac.sha1(key.getBytes(StandardCharsets.UTF_8), base.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Pair> pairs(String encoded) {
        var pairs = new ArrayList<Pair>();
        for (var part : encoded.split("&", -1)) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                pairs.add(Pair.of(
                        decoded(equals < 0 ? part : part.substring(0, equals)),
                        equals < 0 ? "" : decoded(part.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Without query, and without a port that goes without saying (section 3.4.1.2). */
    private static String address(URI uri) {
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        var port = uri.getPort() < 0 || uri.getPort() == usual ? "" : ":" + uri.getPort();
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    @Override
    public String toString() {
        return "OAuth1[]";
    }
}
