package planner.adapter.facebook;

import java.util.Set;

/** The shape that Meta gives to all errors. */
final class GraphErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "publish-at",
            "story-now",
            "permission",
            "missing_scope",
            "no_account",
            "access_denied",
            "video",
            "gone",
            "not-released",
            "refused",
            "100",
            "352",
            "382",
            "389",
            "506",
            "803",
            "2500",
            "6000",
            "1346003",
            "1349125",
            "1363004",
            "1366046",
            "1366051",
            "1404006",
            "1404078",
            "1404102",
            "1404112",
            "1609005",
            "1609008",
            "2061006",
            "2069019",
            "4854002");

    private GraphErrors() {}

    static String error(int code, int subcode, boolean isTransient) {
        var more = subcode == 0
                ? ""
                : ",\"error_subcode\":" + subcode
                        + ",\"error_user_title\":\"Not done\",\"error_user_msg\":\"Facebook says no\"";
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code + more
                + ",\"is_transient\":" + isTransient + ",\"fbtrace_id\":\"A4242\"}}";
    }
}
