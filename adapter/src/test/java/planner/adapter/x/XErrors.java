package planner.adapter.x;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class XErrors {
    static final Set<String> CODES = Set.of(
            "duplicate",
            "community",
            "place",
            "quote-address",
            "media-ids",
            "media-failed",
            "invalid-request",
            "reply-not-allowed",
            "blocked",
            "cashtags",
            "video-too-long",
            "client-forbidden",
            "forbidden",
            "not-found",
            "too-large",
            "clock",
            "callback",
            "stale-round",
            "read-only-app",
            "unknown-person",
            "invalid_client",
            "missing_scope");

    private XErrors() {}

    /** @param ended what a token means that is refused */
    static List<FaultCase> all(Class<? extends Fault> ended) {
        return List.of(
                FaultCase.rejected(400, invalid("Your Tweet text is too long."), "invalid-request"),
                FaultCase.rejected(400, invalid("Your media IDs are invalid."), "media-ids"),
                FaultCase.rejected(400, classic(324, "The validation of media ids failed."), "media-ids"),
                FaultCase.rejected(400, classic(186, "Tweet needs to be a bit shorter."), "invalid-request"),
                FaultCase.of(401, problem("Unauthorized", "Unauthorized", "about:blank"), ended),
                FaultCase.of(401, classic(89, "Invalid or expired token."), ended),
                FaultCase.of(401, classic(32, "Could not authenticate you."), ended),
                FaultCase.rejected(401, classic(135, "Timestamp out of bounds."), "clock"),
                FaultCase.of(402, problem("CreditsDepleted", "no credits", "credits"), Fault.Busy.class),
                FaultCase.of(402, problem("SpendCapReached", "spending limit", "about:blank"), Fault.Busy.class),
                forbidden("You are not allowed to create a Tweet with duplicate content.", "duplicate"),
                FaultCase.rejected(403, classic(187, "Status is a duplicate."), "duplicate"),
                forbidden("You have not been mentioned or otherwise engaged by the author", "reply-not-allowed"),
                forbidden("Reply to this conversation is not allowed", "reply-not-allowed"),
                forbidden("You have been blocked from the author of this tweet.", "blocked"),
                FaultCase.rejected(
                        403, classic(136, "You have been blocked from the author of this tweet."), "blocked"),
                forbidden("Posts may contain at most one cashtag.", "cashtags"),
                forbidden("You may not post a video longer than 2 minutes", "video-too-long"),
                forbidden("You are not permitted to access this feature", "forbidden"),
                forbidden("You are not permitted to perform this action.", "forbidden"),
                FaultCase.rejected(
                        403, problem("Client Forbidden", "not enrolled", "client-forbidden"), "client-forbidden"),
                revoked("read only", "oauth1-permissions"),
                revoked("unsupported", "unsupported-authentication"),
                revoked("not yours", "not-authorized-for-resource"),
                revoked("missing scope media.write", ""),
                revoked("User has been suspended", ""),
                revoked("This user is suspended", "user-suspended"),
                FaultCase.of(403, classic(64, "Your account is suspended."), Fault.Revoked.class),
                FaultCase.of(403, classic(326, "This account is temporarily locked."), Fault.Revoked.class),
                revoked("To protect our users, your account is temporarily locked.", ""),
                revoked("This account has been locked.", ""),
                forbidden("Replies to this post are locked.", "forbidden"),
                FaultCase.rejected(404, problem("Not Found Error", "gone", "resource-not-found"), "not-found"),
                FaultCase.of(409, problem("Conflict", "concurrent write", "conflict"), Fault.Unavailable.class),
                FaultCase.rejected(413, problem("Payload Too Large", "too large", "about:blank"), "too-large"),
                FaultCase.of(
                        429,
                        Map.of("x-rate-limit-remaining", "0", "x-rate-limit-reset", "1796115660"),
                        problem("Too Many Requests", "Too Many Requests", "about:blank"),
                        Fault.Busy.class),
                FaultCase.of(429, classic(88, "Rate limit exceeded"), Fault.Busy.class),
                FaultCase.of(429, problem("RateLimit", "exceeded", "rate-limit-exceeded"), Fault.Busy.class),
                FaultCase.of(429, problem("UsageCapExceeded", "monthly cap", "usage-capped"), Fault.Busy.class),
                FaultCase.of(500, "{}", Fault.Unavailable.class),
                FaultCase.of(500, classic(131, "Internal error"), Fault.Unavailable.class),
                FaultCase.of(502, "", Fault.Unavailable.class),
                FaultCase.of(503, "<html>over capacity</html>", Fault.Unavailable.class),
                FaultCase.of(503, classic(130, "Over capacity"), Fault.Unavailable.class),
                FaultCase.of(504, "", Fault.Unavailable.class),
                FaultCase.of(200, "<html>welcome</html>", Fault.Unavailable.class));
    }

    private static FaultCase forbidden(String detail, String code) {
        return FaultCase.rejected(403, problem("Forbidden", detail, "about:blank"), code);
    }

    private static FaultCase revoked(String detail, String type) {
        return FaultCase.of(
                403, problem("Forbidden", detail, type.isEmpty() ? "about:blank" : type), Fault.Revoked.class);
    }

    static String classic(int code, String message) {
        return "{\"errors\":[{\"code\":" + code + ",\"message\":\"" + message + "\"}]}";
    }

    private static String problem(String title, String detail, String type) {
        return "{\"title\":\"" + title + "\",\"detail\":\"" + detail + "\",\"type\":\""
                + (type.equals("about:blank") ? type : "https://api.x.com/2/problems/" + type) + "\"}";
    }

    private static String invalid(String message) {
        return "{\"errors\":[{\"message\":\"" + message + "\",\"parameters\":{}}],\"title\":\"Invalid Request\","
                + "\"detail\":\"One or more parameters to your request was invalid.\","
                + "\"type\":\"https://api.x.com/2/problems/invalid-request\"}";
    }
}
