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
            case "AuthenticationRequired",
                    "AuthFactorTokenRequired",
                    "AccountTakedown",
                    "AccountDeactivated",
                    "AccountSuspended" -> new Fault.Revoked(message);
            case "invalid_grant", "insufficient_scope", "ScopeMissingError" -> new Fault.Revoked(message);
            case "invalid_client", "invalid_client_id", "invalid_client_metadata", "unauthorized_client" ->
                new Fault.Rejected("client-metadata", message);
            // our clock or theirs: the account is as well connected as before
            case "use_dpop_nonce", "invalid_dpop_proof" -> new Fault.Unavailable(false, message);
            case "AuthMissing" -> new Fault.Rejected("refused", message);
            case "RateLimitExceeded" -> busy(reply, message);
            case "InvalidRequest" -> invalid(message);
            case "PayloadTooLarge", "VideoTooLarge", "VideoTooLong", "BadAspectRatio", "UnsupportedContentType" ->
                new Fault.Rejected("media", message);
            case "DailyLimitExceeded" -> new Fault.Busy(A_DAY, Fault.Scope.CHANNEL, message);
            case "TooManyOpenUploads", "ServiceOverloaded", "UploadNotReady" ->
                new Fault.Busy(SHORT, Fault.Scope.CHANNEL, message);
            case "UploadForbidden", "unconfirmed_email" -> new Fault.Rejected("email-unconfirmed", message);
            case "BlobNotFound" -> new Fault.Rejected("blob-gone", message);
            case "MethodNotImplemented", "XRPCNotSupported" -> new Fault.Rejected("unsupported", message);
            default -> byStatus(reply, message);
        };
    }

    private Fault byStatus(Reply reply, String message) {
        int status = reply.status();
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
        return status >= 500
                ? new Fault.Unavailable(true, status + " " + message)
                : new Fault.Rejected("refused", message);
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
