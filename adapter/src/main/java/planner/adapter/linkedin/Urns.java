package planner.adapter.linkedin;

import java.util.Optional;
import java.util.regex.Pattern;
import planner.network.Account;

/** LinkedIn's names for things; an account's id is its URN. */
final class Urns {
    static final String PERSON = "urn:li:person:";
    static final String ORGANIZATION = "urn:li:organization:";
    static final String SHARE = "urn:li:share:";
    static final String VIDEO_POST = "urn:li:ugcPost:";

    private static final Pattern POST = Pattern.compile("urn:li:(?:share|ugcPost|activity):[0-9]{1,20}");
    private static final Pattern RESHARABLE = Pattern.compile("urn:li:(?:share|ugcPost):[0-9]{1,20}");

    private Urns() {}

    static boolean page(Account account) {
        return account.id().startsWith(ORGANIZATION);
    }

    /** The first post that is named in a text. */
    static Optional<String> post(String text) {
        return first(POST, text);
    }

    /** The post in a link or URN that can be shared again; the number in a link's activity is not that of the post. */
    static Optional<String> resharable(String text) {
        return first(RESHARABLE, text.replace("%3A", ":").replace("%3a", ":"));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
