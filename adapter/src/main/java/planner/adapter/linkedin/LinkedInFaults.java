package planner.adapter.linkedin;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/** What an answer of LinkedIn means; error tables of the API's pages as of 2026-08, and codes seen in practice. */
final class LinkedInFaults {
    static final String DUPLICATE = "DUPLICATE_POST";
    static final String WAITING = "MEDIA_ASSET_WAITING_UPLOAD";
    static final String EXPIRED_UPLOAD = "EXPIRED_UPLOAD_URL";
    static final String FORBIDDEN = "FORBIDDEN";

    /** The file is not what LinkedIn made of it: uploading once more may help. */
    static final Set<String> BAD_MEDIA =
            Set.of("INVALID_URN_TYPE", "INVALID_URN_ID", "INVALID_IMAGE_ID", "INVALID_VIDEO_ID", EXPIRED_UPLOAD);

    /** What {@code fault.<code>} has words for; of anything else the network's own words are told. */
    static final Set<String> TOLD = Set.of(
            "MISSING_FIELD",
            "INVALID_VALUE_FOR_FIELD",
            "INVALID_VALUE_BLANK_FIELD",
            "FIELD_LENGTH_TOO_LONG",
            "INVALID_URL",
            "INVALID_CALL_TO_ACTION",
            "INVALID_URN_TYPE",
            "INVALID_URN_ID",
            "INVALID_IMAGE_ID",
            "INVALID_VIDEO_ID",
            "MEDIA_ASSET_PROCESSING_FAILED",
            "ILLEGAL_ARGUMENT",
            "VERSION_MISSING",
            "NONEXISTENT_VERSION",
            EXPIRED_UPLOAD,
            WAITING,
            DUPLICATE);

    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String PERMISSION =
            "LinkedIn misses a permission, or your role on the page. Ask a page administrator, then connect again.";
    private static final String ROBOT =
            "LinkedIn takes this planner for a robot. It is tried again in an hour; if it stays so, the operator must ask"
                    + " LinkedIn.";

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration CONFLICT = Duration.ofSeconds(5);
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(1);

    private LinkedInFaults() {}

    static Fault of(Reply reply, Clock clock) {
        var error = Json.tree(reply);
        var words = words(reply, error);
        return switch (reply.status()) {
            case 401 -> unauthorized(error, words);
            case 403 -> forbidden(error, words);
            case 404 -> new Fault.Rejected("NOT_FOUND", words);
            case 409 -> new Fault.Busy(CONFLICT, Scope.CHANNEL, words);
            case 422 -> unprocessable(error, words);
            case 426 -> new Fault.Rejected("NONEXISTENT_VERSION", words);
            case 429 -> tooMany(reply, words, clock);
            // not a status of HTTP: LinkedIn takes us for a robot
            case 999 -> new Fault.Busy(HOUR, Scope.NETWORK, ROBOT);
            default -> other(reply, error, words);
        };
    }

    private static Fault other(Reply reply, JsonNode error, String words) {
        if (reply.status() >= 500 || reply.ok()) {
            return new Fault.Unavailable(true, named(error, words));
        }
        if (has(error, "UPDATING_ASSET_FAILED")) {
            return new Fault.Unavailable(false, words);
        }
        return TOLD.stream()
                .filter(code -> has(error, code))
                .sorted()
                .findFirst()
                .map(code -> new Fault.Rejected(code, words))
                .orElseGet(() -> new Fault.Rejected("refused", named(error, words)));
    }

    /** A code that nobody knows is kept with its words. */
    private static String named(JsonNode error, String words) {
        var code = error.path("code").asString("").strip();
        return words.contains(code) ? words : code + ": " + words;
    }

    private static Fault unauthorized(JsonNode error, String words) {
        if (restricted(error)) {
            return new Fault.Rejected("RESTRICTED_MEMBER", words);
        }
        return switch (service(error)) {
            case 65601 -> new Fault.Revoked(words);
            case 65604 -> new Fault.Rejected("EMPTY_ACCESS_TOKEN", words);
            default -> has(error, "REVOKED_ACCESS_TOKEN") ? new Fault.Revoked(words) : new Fault.Expired(words);
        };
    }

    private static Fault forbidden(JsonNode error, String words) {
        if (restricted(error)) {
            return new Fault.Rejected("RESTRICTED_MEMBER", words);
        }
        // said for a while of what is allowed, too: the publisher looks twice before it believes
        return lower(words).contains("resource is forbidden")
                ? new Fault.Rejected(FORBIDDEN, words)
                : new Fault.Revoked(PERMISSION);
    }

    private static boolean restricted(JsonNode error) {
        return service(error) == 65608
                || has(error, "RESTRICTED_MEMBER")
                || lower(error.path("message").asString("")).contains("member is restricted");
    }

    private static Fault unprocessable(JsonNode error, String words) {
        var text = lower(words);
        if (has(error, DUPLICATE) || text.contains("duplicate")) {
            return new Fault.Rejected(DUPLICATE, words);
        }
        return text.contains("is required") || text.contains("unrecognized field")
                ? new Fault.Rejected("fields", words)
                : new Fault.Rejected("UNPROCESSABLE_ENTITY", named(error, words));
    }

    /** Limits are of a day, and a day ends at midnight UTC. */
    private static Fault tooMany(Reply reply, String words, Clock clock) {
        var now = clock.instant();
        var midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        var wait = retryAfter(reply)
                .orElseGet(() -> Duration.between(now, midnight).plus(AFTER_MIDNIGHT));
        return new Fault.Busy(wait, words.contains("APPLICATION") ? Scope.NETWORK : Scope.CHANNEL, words);
    }

    private static Optional<Duration> retryAfter(Reply reply) {
        return reply.header("retry-after")
                .map(String::strip)
                .filter(seconds -> seconds.matches("[0-9]{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }

    /** While a person connects nothing is held or retried: whatever is no outage is told at once. */
    static Fault connecting(Reply reply, Clock clock, boolean fresh) {
        return switch (of(reply, clock)) {
            // a new token needs some seconds to work everywhere
            case Fault.Expired(var detail) when fresh -> new Fault.Unavailable(false, detail);
            case Fault.Revoked(var detail) when fresh && reply.status() == 401 -> new Fault.Unavailable(false, detail);
            case Fault.Expired(var detail) -> new Fault.Rejected("code", detail);
            case Fault.Revoked(var detail) -> new Fault.Rejected("permission", detail);
            case Fault.Busy(var wait, var scope, var detail) -> new Fault.Unavailable(false, detail);
            case Fault.Unavailable unavailable -> unavailable;
            case Fault.Rejected rejected -> rejected;
        };
    }

    /** Of the token service, which has a shape of its own. */
    static Fault ofToken(Reply reply, boolean refreshing) {
        var error = Json.tree(reply).path("error").asString("");
        var text = Json.tree(reply).path("error_description").asString("");
        var words = text.isEmpty() ? "the network answered: " + reply.status() + " " + error : text;
        if (reply.status() >= 500 || reply.ok()) {
            return new Fault.Unavailable(true, words);
        }
        if (reply.status() == 429 || reply.status() == 999) {
            return new Fault.Unavailable(false, words);
        }
        if (error.equals("invalid_client") || error.equals("unauthorized_client")) {
            return new Fault.Rejected("invalid_client", words);
        }
        if (error.equals("invalid_redirect_uri")) {
            return new Fault.Rejected("invalid_redirect_uri", words);
        }
        boolean dead = error.equals("invalid_grant")
                || error.equals("invalid_request") && lower(text).matches(".*(expired|revoked).*");
        return refreshing && dead ? new Fault.Revoked(words) : new Fault.Rejected("code", words);
    }

    private static String words(Reply reply, JsonNode error) {
        var message = error.path("message").asString("").strip();
        var code = error.path("code").asString("").strip();
        if (message.isEmpty()) {
            return code.isEmpty() ? "the network answered: " + reply.status() : code;
        }
        return message;
    }

    private static int service(JsonNode error) {
        return error.path("serviceErrorCode").asInt(0);
    }

    /** The code stands in its field, in the details, or only in the words. */
    private static boolean has(JsonNode error, String code) {
        return error.path("code").asString("").equals(code)
                || error.path("message").asString("").contains(code)
                || error.path("errorDetails")
                        .path("inputErrors")
                        .valueStream()
                        .anyMatch(each -> each.path("code").asString("").equals(code));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
