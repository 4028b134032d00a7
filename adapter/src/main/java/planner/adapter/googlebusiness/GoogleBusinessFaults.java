package planner.adapter.googlebusiness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import planner.adapter.google.GoogleError;
import planner.adapter.google.GoogleFaults;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/**
 * What an answer of the Business Profile APIs means. Errors of fields carry numbers whose list is not published, so names
 * and words decide; reference of ErrorCode as of 2026-09-11.
 */
final class GoogleBusinessFaults {
    static final String PHOTO = "photo_fetch";
    static final String GONE = "gone";
    static final String POLICY = "policy";

    /** What review may end with; Google says no more. */
    static final Fault REJECTED = new Fault.Rejected(POLICY, "Google rejected the post and gives no reason");

    // our own sentences: what the person can do; the bundle has them in other languages
    static final String NO_MANAGER = "You no longer manage this location. Ask its owner, then connect again.";
    private static final String UNVERIFIED =
            "Google lets nobody post for this location: it is not verified or it is suspended. Settle it at"
                    + " business.google.com, then connect again.";

    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(5);

    private GoogleBusinessFaults() {}

    static Fault of(Reply reply) {
        var error = GoogleError.of(reply);
        var words = words(error);
        if (!error.told() && error.status() == 404) {
            // a page instead of JSON: the name of the location lost its account
            return new Fault.Rejected("bad_name", words);
        }
        if (error.status() == 501) {
            return new Fault.Rejected("unsupported", words);
        }
        if (error.status() >= 500) {
            return new Fault.Unavailable(true, named(error, words));
        }
        if (error.status() == 429) {
            return approved(error)
                    ? new Fault.Busy(GoogleFaults.pause(reply, PAUSE), Scope.NETWORK, words)
                    : new Fault.Rejected("not_approved", words);
        }
        return error.told() ? told(error, words) : GoogleFaults.otherwise(error);
    }

    /** A project that Google has not let in has a quota of nothing. */
    private static boolean approved(GoogleError error) {
        return error.details().stream()
                .map(detail -> detail.path("metadata").path("quota_limit_value").asString(""))
                .noneMatch("0"::equals);
    }

    private static Fault told(GoogleError error, String words) {
        if (says(words, "PHOTO_FETCH_FAILED", "PHOTO_UPLOAD_FAILED", "Fetching image failed")) {
            return new Fault.Rejected(PHOTO, words);
        }
        if (says(words, "LOCATION_DISABLED_FOR_LOCAL_POST_API")) {
            return new Fault.Rejected("location_disabled", words);
        }
        if (says(words, "OPERATION_UNSUPPORTED_UNDER_ACCOUNT_CONDITION")
                || error.canonical().equals("FAILED_PRECONDITION")) {
            return new Fault.Revoked(UNVERIFIED);
        }
        return GoogleFaults.common(error, PAUSE).orElseGet(() -> byStatus(error, words));
    }

    private static boolean says(String words, String... names) {
        return List.of(names).stream().anyMatch(words::contains);
    }

    private static Fault byStatus(GoogleError error, String words) {
        return switch (error.status()) {
            case 400 -> new Fault.Rejected("invalid", words);
            case 403 -> denied(error, words);
            case 404 -> new Fault.Rejected(GONE, words);
            case 409 -> new Fault.Busy(MOMENT, Scope.CHANNEL, words);
            default -> new Fault.Rejected(GoogleFaults.REFUSED, named(error, words));
        };
    }

    /** The answer about the location itself is plain; what has a reason that nobody knows is told. */
    private static Fault denied(GoogleError error, String words) {
        return error.info().isEmpty() && error.canonical().equals("PERMISSION_DENIED")
                ? new Fault.Revoked(NO_MANAGER)
                : new Fault.Rejected(GoogleFaults.REFUSED, named(error, words));
    }

    private static String named(GoogleError error, String words) {
        return error.canonical().isEmpty() ? words : error.canonical() + ": " + words;
    }

    /** Google's sentence, then what it says of each field. */
    private static String words(GoogleError error) {
        var all = new ArrayList<String>();
        all.add(GoogleFaults.words(error));
        for (var detail : error.details()) {
            detail.path("errorDetails")
                    .valueStream()
                    .map(GoogleBusinessFaults::field)
                    .forEach(all::add);
            var reason = detail.path("reason").asString("");
            if (!reason.isEmpty()) {
                all.add(reason);
            }
        }
        return String.join("; ", all);
    }

    private static String field(JsonNode detail) {
        var field = detail.path("field").asString("");
        var message = detail.path("message").asString("");
        return field.isEmpty() ? message : field + ": " + message;
    }
}
