package planner.adapter.x;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/** What an answer of X means; docs.x.com, response codes and errors, and codes seen in practice. */
final class XFaults {
    static final String DUPLICATE = "duplicate";
    static final String CLOCK = "clock";

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration CREDITS = Duration.ofHours(6);

    private XFaults() {}

    static Fault of(Reply reply, Clock clock) {
        var tree = Json.tree(reply);
        var first = tree.path("errors").path(0);
        var words = Stream.of(first.path("message"), tree.path("detail"), tree.path("title"))
                .map(part -> part.asString("").strip())
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
        var type = last(tree.path("type").asString(""));
        int code = first.path("code").asInt(0);
        return switch (reply.status()) {
            case 400 -> badRequest(words);
            case 401 -> code == 135 ? new Fault.Rejected(CLOCK, words) : new Fault.Expired(words);
            // no credit is left: nothing of this app can be posted until the operator tops up
            case 402 -> new Fault.Busy(CREDITS, Scope.NETWORK, "credits: " + words);
            case 403 -> forbidden(type, code, words);
            case 404 -> new Fault.Rejected("not-found", words);
            case 409 -> new Fault.Unavailable(false, words);
            case 413 -> new Fault.Rejected("too-large", words);
            case 429 -> tooMany(reply, type, words, clock);
            default ->
                reply.status() >= 500
                        ? new Fault.Unavailable(true, "X answered " + reply.status())
                        : new Fault.Rejected("" + reply.status(), words);
        };
    }

    private static Fault badRequest(String words) {
        return new Fault.Rejected(lower(words).contains("media id") ? "media-ids" : "invalid-request", words);
    }

    private static Fault forbidden(String type, int code, String words) {
        var text = lower(words);
        if (code == 187 || text.contains("duplicate content")) {
            return new Fault.Rejected(DUPLICATE, words);
        }
        if (text.contains("mentioned or otherwise engaged") || text.contains("reply to this conversation")) {
            return new Fault.Rejected("reply-not-allowed", words);
        }
        if (text.contains("cashtag")) {
            return new Fault.Rejected("cashtags", words);
        }
        if (text.contains("video longer than")) {
            return new Fault.Rejected("video-too-long", words);
        }
        if (text.contains("scope")
                || type.equals("not-authorized-for-resource")
                || type.equals("unsupported-authentication")
                || type.equals("oauth1-permissions")) {
            return new Fault.Revoked(words);
        }
        if (code == 64 || code == 326 || text.contains("suspended") || text.contains("locked")) {
            return new Fault.Revoked(words);
        }
        if (type.equals("client-forbidden")) {
            return new Fault.Rejected("client-forbidden", words);
        }
        return new Fault.Rejected("forbidden", words);
    }

    private static Fault tooMany(Reply reply, String type, String words, Clock clock) {
        if (type.equals("usage-capped")) {
            return new Fault.Busy(DAY, Scope.NETWORK, words);
        }
        var day = reset(reply, "x-user-limit-24hour", clock).or(() -> reset(reply, "x-app-limit-24hour", clock));
        var wait = day.or(() -> reset(reply, "x-rate-limit", clock)).orElse(WINDOW);
        return new Fault.Busy(wait, Scope.CHANNEL, words);
    }

    /** How long until the bucket is full again, when it is this bucket that is empty. */
    private static Optional<Duration> reset(Reply reply, String bucket, Clock clock) {
        return reply.header(bucket + "-remaining")
                .filter(left -> left.strip().equals("0"))
                .flatMap(left -> reply.header(bucket + "-reset"))
                .filter(reset -> reset.matches("[0-9]{1,12}"))
                .map(reset -> Duration.between(clock.instant(), Instant.ofEpochSecond(Long.parseLong(reset)))
                        .plusSeconds(1))
                .map(wait -> wait.isNegative() ? Duration.ofSeconds(1) : wait);
    }

    private static String last(String uri) {
        return uri.substring(uri.lastIndexOf('/') + 1);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
