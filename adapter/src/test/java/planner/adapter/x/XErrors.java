package planner.adapter.x;

import java.util.Set;

/** The codes that people are told of. */
final class XErrors {
    static final Set<String> CODES = Set.of(
            "duplicate",
            "community",
            "place",
            "quote-address",
            "media-ids",
            "media-failed",
            "media-trouble",
            "refused",
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

    static String classic(int code, String message) {
        return "{\"errors\":[{\"code\":" + code + ",\"message\":\"" + message + "\"}]}";
    }
}
