package planner.adapter.google;

import java.time.Duration;
import java.util.Optional;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What every API of Google says alike; cloud.google.com/apis/design/errors and the error tables as of 2026-11. */
public final class GoogleFaults {
    /** Whatever has no words of its own. */
    public static final String REFUSED = "refused";

    private static final String NOT_ENABLED = "accessNotConfigured";
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(30);

    private GoogleFaults() {}

    /** The rule for what no table names: trouble may have done it, a refusal has not. */
    public static Fault otherwise(GoogleError error) {
        return common(error, SHORT_PAUSE).orElseGet(() -> new Fault.Rejected(REFUSED, words(error)));
    }

    /** @param pause when Google asks for one without saying how long */
    public static Optional<Fault> common(GoogleError error, Duration pause) {
        if (error.status() >= 500 || error.status() < 400) {
            return Optional.of(new Fault.Unavailable(true, error.message()));
        }
        if (is(error, "SERVICE_DISABLED") || is(error, NOT_ENABLED)) {
            return Optional.of(new Fault.Rejected(NOT_ENABLED, error.message()));
        }
        if (is(error, "ACCESS_TOKEN_SCOPE_INSUFFICIENT") || is(error, "insufficientPermissions")) {
            return Optional.of(new Fault.Revoked(error.message()));
        }
        if (error.status() == 401) {
            return Optional.of(new Fault.Expired(error.message()));
        }
        if (error.status() == 429 || error.canonical().equals("RESOURCE_EXHAUSTED")) {
            return Optional.of(new Fault.Busy(pause, Scope.CHANNEL, error.message()));
        }
        return Optional.empty();
    }

    private static boolean is(GoogleError error, String reason) {
        return error.reason().equals(reason) || error.info().equals(reason);
    }

    /** Google's words, led by its own reason where it gave one. */
    public static String words(GoogleError error) {
        return error.reason().isEmpty() ? error.message() : error.reason() + ": " + error.message();
    }

    /** How long Google asks to wait, else the initial pause. */
    public static Duration pause(Reply reply, Duration initial) {
        return reply.header("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(Long::parseLong)
                .map(Duration::ofSeconds)
                .orElse(initial);
    }
}
