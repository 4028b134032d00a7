package planner.simulator.x;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Consent;
import planner.simulator.Stamp;
import planner.simulator.World;

/** OAuth 1.0a (sheet, section 1.2): temporary token, page, token without an end; every call is signed. */
final class SignedAccess {
    static final String CONSUMER_KEY = "sandbox-x-consumer";
    static final String CONSUMER_SECRET = "sandbox-x-consumer-secret";
    /** An app that was registered for reading only. */
    static final String READER_KEY = "sandbox-x-reader";

    private static final Duration DRIFT = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofMinutes(15);
    private static final Pattern PART = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Set<String> NEEDED = Set.of(
            "oauth_consumer_key",
            "oauth_nonce",
            "oauth_signature",
            "oauth_signature_method",
            "oauth_timestamp",
            "oauth_version");
    private static final String TEMPORARY = "oauth1-temporary";
    private static final String LASTING = "oauth1-lasting";
    private static final String VERIFIER = "oauth1-verifier";

    private final World world;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile int generation;

    SignedAccess(World world) {
        this.world = world;
    }

    static boolean meant(Ask ask) {
        return ask.header("authorization").orElse("").startsWith("OAuth ");
    }

    /** The first leg: the address to come back to is made known, and comes back with every later answer. */
    Answer temporary(Ask ask) {
        Map<String, String> header = verified(ask, "");
        String callback = header.getOrDefault("oauth_callback", "");
        if (!callback.matches("https?://[^\\s]+")) {
            throw XProblem.classic(
                    403,
                    415,
                    "Callback URL not approved for this client application. Approved callback URLs can be adjusted in your application settings");
        }
        long until = world.clock().instant().plus(ROUND).getEpochSecond();
        String token =
                Stamp.seal(List.of(TEMPORARY, callback, header.getOrDefault("oauth_consumer_key", ""), "" + until));
        return form("oauth_token=" + encoded(token) + "&oauth_token_secret=" + encoded(secretOf(token))
                + "&oauth_callback_confirmed=true");
    }

    Answer consentPage(Ask ask) {
        String token = ask.query().getOrDefault("oauth_token", "");
        if (round(token).isEmpty()) {
            return Answer.text(400, "Whoa there! The request token for this page is invalid.");
        }
        List<Consent.Choice> people = People.ALL.stream()
                .map(it -> new Consent.Choice(
                        it.id(), it.name(), "@" + it.handle(), world.base() + "/x/avatar/" + it.id(), true))
                .toList();
        List<String> rights = List.of("See posts and profile", "Post and delete posts for you", "Upload media for you");
        return new Consent("X", "#0f1419", "/x/oauth/authorize", people, rights, rights, Map.of("oauth_token", token))
                .page();
    }

    /** A refusal has no word of its own, only the token that was denied. */
    Answer decided(Ask ask) {
        Map<String, String> form = ask.form();
        String token = form.getOrDefault("oauth_token", "");
        List<String> round = round(token);
        if (round.isEmpty()) {
            return Answer.text(400, "Whoa there! The request token for this page is invalid.");
        }
        String back = round.get(1) + (round.get(1).contains("?") ? "&" : "?");
        if (!form.getOrDefault("decision", "").equals("allow")) {
            return Answer.redirect(URI.create(back + "denied=" + encoded(token)));
        }
        String verifier = Stamp.seal(List.of(VERIFIER, form.getOrDefault("account", ""), secretOf(token)));
        return Answer.redirect(
                URI.create(back + "oauth_token=" + encoded(token) + "&oauth_verifier=" + encoded(verifier)));
    }

    /** The last leg; a temporary token serves once. */
    Answer lasting(Ask ask) {
        String token = header(ask).getOrDefault("oauth_token", "");
        List<String> round = round(token);
        if (round.isEmpty()) {
            throw XProblem.classic(401, 32, "Could not authenticate you.");
        }
        Map<String, String> header = verified(ask, secretOf(token));
        String verifier = header.getOrDefault("oauth_verifier", ask.form().getOrDefault("oauth_verifier", ""));
        List<String> parts = Stamp.open(verifier)
                .filter(it -> it.size() == 3
                        && it.getFirst().equals(VERIFIER)
                        && it.get(2).equals(secretOf(token)))
                .orElseThrow(() -> XProblem.classic(
                        401, 0, "Error processing your OAuth request: Invalid oauth_verifier parameter"));
        if (!used.add(token)) {
            throw XProblem.classic(401, 32, "Could not authenticate you.");
        }
        People who = People.byId(parts.get(1));
        String access = Stamp.seal(List.of(LASTING, who.id(), round.get(2), "" + generation));
        return form("oauth_token=" + encoded(access) + "&oauth_token_secret=" + encoded(secretOf(access)) + "&user_id="
                + who.id() + "&screen_name=" + who.handle());
    }

    private List<String> round(String token) {
        return Stamp.open(token)
                .filter(it -> it.size() == 4 && it.getFirst().equals(TEMPORARY))
                .filter(it -> world.clock().instant().getEpochSecond() < Long.parseLong(it.get(3)))
                .orElse(List.of());
    }

    Access.Signed signed(Ask ask) {
        String token = header(ask).getOrDefault("oauth_token", "");
        List<String> parts = Stamp.open(token)
                .filter(it -> it.size() == 4
                        && it.getFirst().equals(LASTING)
                        && it.get(3).equals("" + generation))
                .filter(it -> !used.contains(token))
                .orElseThrow(() -> XProblem.classic(401, 89, "Invalid or expired token."));
        verified(ask, secretOf(token));
        return new Access.Signed(
                People.byId(parts.get(1)), parts.get(2).equals(READER_KEY) ? Access.READS : Access.ALL, true);
    }

    Answer invalidate(Ask ask) {
        signed(ask);
        String token = header(ask).getOrDefault("oauth_token", "");
        used.add(token);
        return Answer.json(200, Map.of("access_token", token));
    }

    synchronized void revokeAll() {
        generation = generation + 1;
    }

    /** The parameters of the header, once its signature is found to be right, its time near and its nonce new. */
    private Map<String, String> verified(Ask ask, String tokenSecret) {
        Map<String, String> header = header(ask);
        if (!header.keySet().containsAll(NEEDED)
                || !header.getOrDefault("oauth_signature_method", "").equals("HMAC-SHA1")
                || !header.getOrDefault("oauth_timestamp", "").matches("\\d{1,12}")) {
            world.journal().violation("x", ask, "incomplete OAuth header: " + header.keySet());
            throw XProblem.classic(400, 215, "Bad Authentication data.");
        }
        String key = header.getOrDefault("oauth_consumer_key", "");
        String expected = Base64.getEncoder()
                .encodeToString(Stamp.sign(
                        (encoded(CONSUMER_SECRET) + "&" + encoded(tokenSecret)).getBytes(StandardCharsets.UTF_8),
                        base(ask, header).getBytes(StandardCharsets.UTF_8),
                        "HmacSHA1"));
        if (!Set.of(CONSUMER_KEY, READER_KEY).contains(key)
                || !expected.equals(header.getOrDefault("oauth_signature", ""))) {
            throw XProblem.classic(401, 32, "Could not authenticate you.");
        }
        long drift =
                world.clock().instant().getEpochSecond() - Long.parseLong(header.getOrDefault("oauth_timestamp", "0"));
        if (Math.abs(drift) > DRIFT.toSeconds()) {
            throw XProblem.classic(401, 135, "Timestamp out of bounds.");
        }
        if (!nonces.add(header.getOrDefault("oauth_nonce", ""))) {
            world.journal().violation("x", ask, "a nonce was used twice");
            throw XProblem.classic(401, 32, "Could not authenticate you.");
        }
        return header;
    }

    private static Map<String, String> header(Ask ask) {
        Map<String, String> header = new LinkedHashMap<>();
        for (MatchResult part :
                PART.matcher(ask.header("authorization").orElse("")).results().toList()) {
            header.put(part.group(1), decoded(part.group(2)));
        }
        return header;
    }

    private String base(Ask ask, Map<String, String> header) {
        List<String> pairs = new ArrayList<>();
        header.forEach((name, value) -> {
            if (!name.equals("oauth_signature")) {
                pairs.add(encoded(name) + "=" + encoded(value));
            }
        });
        pairs.addAll(pairs(ask.rawQuery()));
        if (ask.type().equals("application/x-www-form-urlencoded")) {
            pairs.addAll(pairs(ask.text()));
        }
        // no encoded character is lower than '=', so the pairs sort like their names
        Collections.sort(pairs);
        return ask.method() + "&" + encoded(world.base() + "/x" + ask.path()) + "&" + encoded(String.join("&", pairs));
    }

    private static List<String> pairs(String text) {
        List<String> pairs = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                pairs.add(encoded(decoded(equals < 0 ? pair : pair.substring(0, equals))) + "="
                        + encoded(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    /** Tokens carry what they stand for, and their secret follows from them. */
    static String secretOf(String token) {
        byte[] key = "oauth1".getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Stamp.sign(key, token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    private static Answer form(String body) {
        return Answer.of(200, "application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
