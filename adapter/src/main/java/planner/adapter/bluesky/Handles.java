package planner.adapter.bluesky;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The syntax of handles and DIDs. */
final class Handles {
    private static final int LONGEST_HANDLE = 253;
    private static final int LONGEST_DID = 2_048;
    private static final Pattern HANDLE = Pattern.compile(
            "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?");
    private static final Pattern DID =
            Pattern.compile("did:[a-z]+:[a-zA-Z0-9._:-]*+(?:%[a-fA-F0-9]{2}[a-zA-Z0-9._:-]*+)*+(?<!:)");

    private Handles() {}

    static boolean isHandle(String text) {
        return text.length() <= LONGEST_HANDLE && HANDLE.matcher(text).matches();
    }

    static boolean isDid(String text) {
        return text.length() <= LONGEST_DID && DID.matcher(text).matches();
    }

    /**
     * What a person typed, as the server wants it: handle without @ and in lower case, DID and e-mail address as they
     * are. A bare name belongs to the server that it is typed for: alice at bsky.social is alice.bsky.social.
     */
    static String identifier(String typed, URI service) {
        var text = typed.strip().replaceAll("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "");
        if (text.startsWith("@")) {
            text = text.substring(1);
        }
        if (text.startsWith("did:") || text.contains("@")) {
            return text;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        var named = lower + "." + service.getHost();
        return !lower.contains(".") && isHandle(named) ? named : lower;
    }
}
