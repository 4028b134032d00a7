package planner.adapter.reddit;

import java.util.HashSet;
import java.util.Set;

/** The codes that people are told of; bodies as they were recorded, or in the shape of those that were. */
final class RedditErrors {
    private static final Set<String> OWN = Set.of(
            "code",
            "password",
            "invalid_client",
            "missing_scope",
            "access_denied",
            "account-suspended",
            "blocked",
            "validation",
            "validation-title",
            "validation-body",
            "validation-link",
            "validation-gallery",
            "validation-flair",
            "private",
            "quarantined",
            "banned",
            "forbidden",
            "not-found",
            "too-large",
            "upload",
            "refused");

    static final Set<String> CODES = codes();

    private RedditErrors() {}

    private static Set<String> codes() {
        var all = new HashSet<>(OWN);
        all.addAll(RedditFaults.KNOWN);
        return Set.copyOf(all);
    }

    static String refusal(String code, String words) {
        return "{\"json\": {\"errors\": [[\"" + code + "\", \"" + words + "\", \"sr\"]]}}";
    }
}
