package planner.adapter.linkedin;

import java.util.HashSet;
import java.util.Set;

/** The codes that people are told of, and the shape of errors. */
final class LinkedInErrors {
    static final Set<String> CODES = codes();

    private LinkedInErrors() {}

    private static Set<String> codes() {
        var codes = new HashSet<>(LinkedInFaults.TOLD);
        codes.addAll(Set.of(
                "NOT_FOUND",
                "fields",
                "UNPROCESSABLE_ENTITY",
                "refused",
                "RESTRICTED_MEMBER",
                "EMPTY_ACCESS_TOKEN",
                "FORBIDDEN",
                "upload",
                "reshare",
                "code",
                "permission",
                "missing_scope",
                "no_account",
                "invalid_client",
                "invalid_redirect_uri",
                "user_cancelled_login",
                "user_cancelled_authorize",
                "unauthorized_scope_error",
                "access_denied"));
        return Set.copyOf(codes);
    }

    static String limit(String whose) {
        return "Resource level throttle " + whose + " DAY limit for calls to this resource is reached.";
    }

    static String error(int status, String code, String message) {
        return "{\"status\":" + status + (code.isEmpty() ? "" : ",\"code\":\"" + code + "\"") + ",\"message\":\""
                + message + "\"}";
    }
}
