package planner.adapter.threads;

import java.util.Set;

/** The codes that people are told of, and the shape of errors. */
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

    private ThreadsErrors() {}

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
