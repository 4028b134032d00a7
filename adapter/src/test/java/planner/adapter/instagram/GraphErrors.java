package planner.adapter.instagram;

import java.util.Set;

/** The shape that Meta gives to all errors. */
final class GraphErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "permission",
            "missing_scope",
            "no_account",
            "access_denied",
            "container",
            "gone",
            "refused",
            "2207003",
            "2207004",
            "2207005",
            "2207009",
            "2207010",
            "2207023",
            "2207026",
            "2207028",
            "2207035",
            "2207036",
            "2207037",
            "2207040",
            "2207052",
            "2207057",
            "2207077",
            "2207081",
            "100",
            "352",
            "place",
            "803",
            "2500",
            "36000",
            "36001",
            "36003",
            "36004");

    private GraphErrors() {}

    static String error(int code, int subcode, boolean isTransient) {
        var more = subcode == 0
                ? ""
                : ",\"error_subcode\":" + subcode
                        + ",\"error_user_title\":\"Not done\",\"error_user_msg\":\"Instagram says no\"";
        return "{\"error\":{\"message\":\"(#" + code + ") no\",\"type\":\"OAuthException\",\"code\":" + code + more
                + ",\"is_transient\":" + isTransient + ",\"fbtrace_id\":\"A4242\"}}";
    }
}
