package planner.adapter.bluesky;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person pastes to name a post. On the web every app of the network has the same path, so its host is not looked at
 * and never called.
 *
 * @param owner handle or DID
 */
record PostAddress(String owner, String key) {
    private static final String KEY = "([a-zA-Z0-9._:~-]{1,512})";
    private static final Pattern WEB =
            Pattern.compile("https?://[^\\s?#]+?/profile/([^/\\s?#]+)/post/" + KEY + "/?(?:[?#]\\S*)?");
    private static final Pattern URI =
            Pattern.compile("at://([^/\\s?#]+)/" + Pattern.quote(PostRecord.COLLECTION) + "/" + KEY);
    private static final Pattern COLON = Pattern.compile("%3a", Pattern.CASE_INSENSITIVE);

    static Optional<PostAddress> of(String pasted) {
        var web = WEB.matcher(pasted);
        if (web.matches()) {
            return named(COLON.matcher(web.group(1)).replaceAll(":").replaceFirst("^@", ""), web.group(2));
        }
        var uri = URI.matcher(pasted);
        return uri.matches() ? named(uri.group(1), uri.group(2)) : Optional.empty();
    }

    private static Optional<PostAddress> named(String owner, String key) {
        if (Handles.isDid(owner)) {
            return Optional.of(new PostAddress(owner, key));
        }
        return Handles.isHandle(owner)
                ? Optional.of(new PostAddress(owner.toLowerCase(Locale.ROOT), key))
                : Optional.empty();
    }

    static String uri(String did, String key) {
        return "at://" + did + "/" + PostRecord.COLLECTION + "/" + key;
    }
}
