package planner.adapter.threads;

import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.adapter.contract.FaultCase;
import planner.network.Fault;

/** Section 5 of the sheet, row by row. */
final class ThreadsErrors {
    static final Set<String> CODES = Set.of(
            "code",
            "poll",
            "permission",
            "missing_scope",
            "access_denied",
            "container",
            "FAILED_DOWNLOADING_VIDEO",
            "FAILED_PROCESSING_AUDIO",
            "FAILED_PROCESSING_VIDEO",
            "INVALID_ASPEC_RATIO",
            "INVALID_BIT_RATE",
            "INVALID_DURATION",
            "INVALID_FRAME_RATE",
            "INVALID_AUDIO_CHANNELS",
            "INVALID_AUDIO_CHANNEL_LAYOUT",
            "fetch",
            "text",
            "link-limit",
            "feature",
            "countries",
            "unfound",
            "gone",
            "refused",
            "100",
            "4279009",
            "4279013");

    static final List<FaultCase> ALL = List.of(
            of(1, 0, Fault.Unavailable.class),
            of(2, 0, Fault.Unavailable.class),
            of(-1, 0, Fault.Unavailable.class),
            of(4, 0, Fault.Busy.class),
            of(17, 0, Fault.Busy.class),
            of(32, 0, Fault.Busy.class),
            of(613, 0, Fault.Busy.class),
            of(9, 0, Fault.Busy.class),
            of(9, 2207042, Fault.Busy.class),
            of(4, 2207051, Fault.Busy.class),
            FaultCase.of(400, error(4, 2207051, "Action is blocked", true), Fault.Busy.class),
            FaultCase.of(400, error(100, 0, "The publishing quota of today is used", false), Fault.Busy.class),
            of(10, 0, Fault.Revoked.class),
            FaultCase.of(403, error(200, 0, "Permissions error", false), Fault.Revoked.class),
            of(299, 0, Fault.Revoked.class),
            of(24, 4279009, Fault.Unavailable.class),
            of(24, 0, Fault.Unavailable.class),
            rejected(1, 4279013, "The user is restricted", "4279013"),
            of(100, 33, Fault.Revoked.class),
            rejected(100, 0, "Param text must be at most 500 characters long.", "text"),
            rejected(100, 0, "THREADS_API__LINK_LIMIT_EXCEEDED", "link-limit"),
            rejected(1, 4279046, "THREADS_API__FEATURE_NOT_AVAILABLE", "feature"),
            rejected(100, 0, "THREADS_API__GEO_GATING_INVALID_COUNTRY_CODES", "countries"),
            rejected(100, 0, "Param poll_attachment needs two options", "100"),
            rejected(100, 0, "The media could not be fetched from this URI", "fetch"),
            rejected(100, 0, "Failed to download the image", "fetch"),
            rejected(100, 2207052, "Media download has failed", "fetch"),
            rejected(100, 0, "Invalid parameter", "100"),
            of(190, 0, Fault.Revoked.class),
            of(190, 460, Fault.Revoked.class),
            of(190, 463, Fault.Revoked.class),
            of(190, 467, Fault.Revoked.class),
            FaultCase.of(401, error(190, 463, "Session has expired", false), Fault.Revoked.class),
            of(102, 0, Fault.Revoked.class),
            of(368, 0, Fault.Busy.class),
            rejected(2500, 0, "Unknown path components", "refused"),
            FaultCase.of(400, error(803, 0, "Try again", true), Fault.Unavailable.class),
            FaultCase.of(500, error(1, 0, "Unknown", false), Fault.Unavailable.class),
            FaultCase.of(503, "<html>Sorry, something went wrong.</html>", Fault.Unavailable.class),
            FaultCase.of(429, "", Fault.Busy.class),
            FaultCase.rejected(404, "<html>a proxy</html>", "refused"));

    private ThreadsErrors() {}

    private static FaultCase of(int code, int subcode, Class<? extends Fault> fault) {
        return FaultCase.of(400, Map.of(), error(code, subcode, "(#" + code + ") no", false), fault);
    }

    private static FaultCase rejected(int code, int subcode, String message, String told) {
        return FaultCase.rejected(400, error(code, subcode, message, false), told);
    }

    /** As Threads words it: the words for people are there only with a subcode. */
    static String error(int code, int subcode, String message, boolean passing) {
        var type = code == 190 ? "OAuthException" : "THApiException";
        var more = subcode == 0
                ? ""
                : "\"error_subcode\":%d,\"error_user_title\":\"Not done\",\"error_user_msg\":\"Threads says no\","
                        .formatted(subcode);
        return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"code\":%d,%s\"is_transient\":%s,\"fbtrace_id\":\"Az\"}}"
                .formatted(message, type, code, more, passing);
    }
}
