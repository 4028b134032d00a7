package planner.adapter.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;

/** What Bluesky's errors mean. The name decides, then the status (sheet of the network, section 5). */
final class BlueskyFaults {
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration A_DAY = Duration.ofHours(24);

    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String PASSWORD = "Bluesky no longer takes the app password. Connect again with a new one.";
    private static final String SECOND_FACTOR =
            "This is the password of the account itself. Connect again with an app password.";
    private static final String DEACTIVATED = "The account is deactivated. Activate it in Bluesky, then connect again.";
    private static final String SUSPENDED =
            "Bluesky has suspended the account. Settle it with Bluesky, then connect again.";

    private final Clock clock;

    BlueskyFaults(Clock clock) {
        this.clock = clock;
    }

    /** The name of the error, empty when the body is none of theirs. */
    static String name(Reply reply) {
        return Json.tree(reply).path("error").asString("");
    }

    static String message(Reply reply) {
        var tree = Json.tree(reply);
        var error = tree.path("error").asString("HTTP " + reply.status());
        return tree.path("message").asString(tree.path("error_description").asString(error));
    }

    /** Whether the server does not know the repository that was named. */
    static boolean noRepo(Reply reply) {
        return name(reply).equals("InvalidRequest") && noRepo(message(reply));
    }

    private static boolean noRepo(String message) {
        return message.toLowerCase(Locale.ROOT).contains("could not find repo");
    }

    NetworkException exception(Reply reply) {
        return new NetworkException(classify(reply));
    }

    Fault classify(Reply reply) {
        var message = message(reply);
        return switch (name(reply)) {
            case "ExpiredToken", "InvalidToken", "invalid_token" -> new Fault.Expired(message);
            // The repository may have moved: the refresh reads the identity anew and finds the new server.
            case "AccountNotFound" -> new Fault.Expired(message);
            case "AuthenticationRequired" -> new Fault.Revoked(PASSWORD);
            case "AuthFactorTokenRequired" -> new Fault.Revoked(SECOND_FACTOR);
            case "AccountDeactivated" -> new Fault.Revoked(DEACTIVATED);
            case "AccountTakedown", "AccountSuspended" -> new Fault.Revoked(SUSPENDED);
            case "invalid_grant", "insufficient_scope", "ScopeMissingError" -> new Fault.Revoked(message);
            case "invalid_client", "invalid_client_id", "invalid_client_metadata", "unauthorized_client" ->
                new Fault.Rejected("client-metadata", message);
            // our clock or theirs: the account is as well connected as before
            case "use_dpop_nonce", "invalid_dpop_proof" -> new Fault.Unavailable(false, message);
            case "AuthMissing" -> new Fault.Rejected("auth-missing", message);
            case "RateLimitExceeded" -> busy(reply, message);
            case "InvalidRequest" -> invalid(message);
            case "PayloadTooLarge", "VideoTooLarge", "VideoTooLong", "BadAspectRatio", "UnsupportedContentType" ->
                new Fault.Rejected("media", message);
            case "DailyLimitExceeded" -> new Fault.Busy(A_DAY, Fault.Scope.CHANNEL, message);
            case "TooManyOpenUploads", "ServiceOverloaded", "UploadNotReady" ->
                new Fault.Busy(SHORT, Fault.Scope.CHANNEL, message);
            case "UploadForbidden", "unconfirmed_email" -> new Fault.Rejected("email-unconfirmed", message);
            case "BlobNotFound" -> new Fault.Rejected("blob-gone", message);
            case "UploadExpired",
                    "UploadAborted",
                    "UploadNotFound",
                    "MissingParts",
                    "PartSizeMismatch",
                    "InvalidPartNumber" -> new Fault.Rejected("upload", message);
            case "MethodNotImplemented", "XRPCNotSupported" -> new Fault.Rejected("unsupported", message);
            default -> byStatus(reply, message);
        };
    }

    private Fault byStatus(Reply reply, String told) {
        int status = reply.status();
        var name = name(reply);
        // a name that nobody knows is kept with its words
        var message = name.isEmpty() || told.startsWith(name) ? told : name + ": " + told;
        if (status == 429) {
            return busy(reply, message);
        }
        if (status == 401) {
            return new Fault.Revoked(message);
        }
        if (status == 413) {
            return new Fault.Rejected("media", message);
        }
        if (status == 404 || status == 501) {
            return new Fault.Rejected("unsupported", message);
        }
        return status >= 500 || reply.ok()
                ? new Fault.Unavailable(true, status + " " + message)
                : new Fault.Rejected("refused", message);
    }

    /** Why the video service takes nothing of this account at present. */
    static Fault noUploads(String error, String message) {
        var words = message.isEmpty() ? "no uploads today" : message;
        return error.equals("unconfirmed_email")
                ? new Fault.Rejected("email-unconfirmed", words)
                : new Fault.Busy(A_DAY, Fault.Scope.CHANNEL, words);
    }

    /** Whether the service failed, and not the video (sheet 2.5: once). */
    static boolean worthAnother(String failure) {
        return failure.equals("pds_upload_failure") || failure.equals("generic_failure");
    }

    /** Why a video was not processed: mostly for its own sake. */
    static Fault ofJob(String failure, String message) {
        return new Fault.Rejected(
                switch (failure) {
                    case "pds_upload_failure", "generic_failure" -> "video-trouble";
                    case "pds_upload_unsupported_blob_size" -> "media";
                    default -> "video-failed";
                },
                (failure + " " + message).strip());
    }

    private static Fault invalid(String message) {
        if (noRepo(message)) {
            return new Fault.Expired(message);
        }
        if (message.contains("blob too big") || message.contains("Referenced Mimetype")) {
            return new Fault.Rejected("media", message);
        }
        if (message.startsWith("No service configured")) {
            return new Fault.Rejected("unsupported", message);
        }
        return new Fault.Rejected("record", message);
    }

    private Fault busy(Reply reply, String message) {
        long now = clock.instant().getEpochSecond();
        long wait = reply.header("ratelimit-reset")
                .flatMap(BlueskyFaults::number)
                .map(second -> sane(second, now) - now)
                .or(() -> reply.header("retry-after")
                        .flatMap(BlueskyFaults::number)
                        .map(seconds -> sane(seconds, 0)))
                .orElse(PAUSE.toSeconds());
        return new Fault.Busy(Duration.ofSeconds(wait), Fault.Scope.CHANNEL, message);
    }

    /** No limit of theirs lasts longer than a day; whoever names another time has lost count. */
    private static long sane(long second, long now) {
        return Math.clamp(second, now + 1, now + A_DAY.toSeconds());
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
