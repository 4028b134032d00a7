package planner.adapter.reddit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row; bodies as they were recorded, or in the shape of those that were. */
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
    static final List<FaultCase> ALL = cases();

    private RedditErrors() {}

    private static Set<String> codes() {
        var all = new HashSet<>(OWN);
        all.addAll(RedditFaults.KNOWN);
        return Set.copyOf(all);
    }

    private static List<FaultCase> cases() {
        var all = new ArrayList<>(List.of(
                of("RATELIMIT", "Take a break for 7 minutes before trying again.", Fault.Busy.class),
                of("RATELIMIT", "you are doing that too much. try again in 123 milliseconds.", Fault.Busy.class),
                FaultCase.of(
                        200,
                        "{\"json\":{\"ratelimit\":123.4,\"errors\":[[\"RATELIMIT\",\"slow down\",\"ratelimit\"]]}}",
                        Fault.Busy.class),
                of("SUBREDDIT_RATELIMIT", "you can only post once in a while here", Fault.Busy.class),
                of("QUOTA_FILLED", "you've submitted too many links recently", Fault.Busy.class),
                of("USER_REQUIRED", "Please log in to do that.", Fault.Revoked.class),
                of("BAD_CAPTCHA", "care to try these again?", Fault.Revoked.class),
                of("IN_TIMEOUT", "You can't do that while suspended.", Fault.Revoked.class),
                FaultCase.rejected(200, refusal("BRAND_NEW", "never seen"), "refused"),
                rule("TITLE_BLACKLISTED_STRING", "You may not have \\\"dfgfdgfdgdf\\\" in your title. ", "title"),
                rule("TITLE_REQUIRED_STRING", "Your title must contain one of", "title"),
                rule("TITLE_REGEX_REQUIREMENT", "Your title must fit", "title"),
                rule("BODY_BLACKLISTED_STRING", "You may not have \\\"rewtwert\\\" in your post body. ", "body"),
                rule("BODY_REQUIRED", "A body is required", "body"),
                rule("LINK_BLACKLISTED_DOMAIN", "Links to this domain are not allowed", "link"),
                rule("GALLERY_MAX_ITEMS", "Too many images", "gallery"),
                rule("FLAIR_REQUIRED", "Your post must contain post flair.", "flair"),
                FaultCase.rejected(400, validation("MIN_LENGTH", "Too short", "x"), "validation"),
                FaultCase.of(
                        401,
                        Map.of("www-authenticate", "Bearer realm=\"reddit\", error=\"invalid_token\""),
                        "{\"message\": \"Unauthorized\", \"error\": 401}",
                        Fault.Expired.class),
                FaultCase.of(401, "<html>Unauthorized</html>", Fault.Expired.class),
                FaultCase.rejected(403, "<html><body>whoa there, pardner! blocked</body></html>", "blocked"),
                FaultCase.of(
                        403,
                        Map.of("www-authenticate", "Bearer realm=\"reddit\", error=\"insufficient_scope\""),
                        "{\"message\": \"Forbidden\", \"error\": 403}",
                        Fault.Revoked.class),
                FaultCase.rejected(403, "{\"message\": \"Forbidden\", \"error\": 403}", "forbidden"),
                FaultCase.rejected(403, because(403, "private"), "private"),
                FaultCase.rejected(403, because(403, "quarantined"), "quarantined"),
                FaultCase.rejected(403, because(403, "banned"), "banned"),
                FaultCase.rejected(403, because(403, "gated"), "forbidden"),
                FaultCase.rejected(404, "{\"message\": \"Not Found\", \"error\": 404}", "not-found"),
                FaultCase.rejected(302, "", "not-found"),
                FaultCase.rejected(413, "{\"message\": \"Payload Too Large\", \"error\": 413}", "too-large"),
                FaultCase.rejected(400, "{\"message\": \"Bad Request\", \"error\": 400}", "refused"),
                FaultCase.of(
                        429,
                        Map.of("x-ratelimit-reset", "37.0"),
                        "{\"message\": \"Too Many Requests\", \"error\": 429}",
                        Fault.Busy.class),
                FaultCase.of(429, "<html>Too Many Requests</html>", Fault.Busy.class),
                FaultCase.of(500, "{\"message\": \"Internal Server Error\", \"error\": 500}", Fault.Unavailable.class),
                FaultCase.of(502, "<html>Bad Gateway</html>", Fault.Unavailable.class),
                FaultCase.of(503, "{\"message\": \"Service Unavailable\", \"error\": 503}", Fault.Unavailable.class),
                FaultCase.of(504, "", Fault.Unavailable.class),
                FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class),
                FaultCase.of(200, "{}", Fault.Unavailable.class)));
        RedditFaults.KNOWN.stream()
                .sorted()
                .forEach(code -> all.add(FaultCase.rejected(200, refusal(code, "Told by Reddit"), code)));
        return List.copyOf(all);
    }

    private static FaultCase of(String code, String words, Class<? extends Fault> fault) {
        return FaultCase.of(200, refusal(code, words), fault);
    }

    private static FaultCase rule(String reason, String explanation, String part) {
        return FaultCase.rejected(400, validation(reason, explanation, part), "validation-" + part);
    }

    static String refusal(String code, String words) {
        return "{\"json\": {\"errors\": [[\"" + code + "\", \"" + words + "\", \"sr\"]]}}";
    }

    static String validation(String reason, String explanation, String field) {
        return "{\"fields\": [\"" + field + "\"], \"explanation\": \"" + explanation
                + "\", \"error_type\": \"SUBMIT_VALIDATION_ERROR\", \"message\": \"Bad Request\","
                + " \"reason\": \"SUBMIT_VALIDATION_" + reason + "\"}";
    }

    private static String because(int status, String reason) {
        return "{\"reason\": \"" + reason + "\", \"message\": \"Forbidden\", \"error\": " + status + "}";
    }
}
