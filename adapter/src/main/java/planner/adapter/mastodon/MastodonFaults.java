package planner.adapter.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/**
 * What an answer of a server means. The status decides; the sentence only tells one refusal from another, and may be in
 * the server's language: then the general word for it is used.
 */
final class MastodonFaults {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(3);
    private static final Duration SOON = Duration.ofSeconds(15);

    /** What a sentence of 422 holds → our word. The order counts. */
    private static final Map<String, String> INVALID = new LinkedHashMap<>();

    static {
        INVALID.put("character limit of", "too-long");
        INVALID.put("poll", "poll");
        INVALID.put("not found or already attached", "media-gone");
        INVALID.put("cannot attach", "files");
        INVALID.put("content type is invalid", "type");
        INVALID.put("file size must be less", "bytes");
        INVALID.put("are not supported", "pixels");
        INVALID.put("description is too long", "alt");
        INVALID.put("could not be verified", "media-failed");
        INVALID.put("error processing", "media-failed");
        INVALID.put("can't be blank", "empty");
        INVALID.put("quote", "quote");
    }

    private MastodonFaults() {}

    static String words(Reply reply) {
        var tree = Json.tree(reply);
        var words = tree.path("error_description")
                .asString(tree.path("error").asString(""))
                .strip();
        return words.isEmpty() ? "HTTP " + reply.status() : words;
    }

    static Fault of(Reply reply, Clock clock) {
        var words = words(reply);
        return switch (reply.status()) {
            // a token has no end: what is not taken any more was taken back
            case 401 -> new Fault.Revoked(words);
            case 403 -> forbidden(words);
            case 404 -> new Fault.Rejected("not-found", words);
            // the account is gone
            case 410 -> new Fault.Revoked(words);
            case 413 -> new Fault.Rejected("bytes", words);
            case 422 -> invalid(words);
            case 429 -> new Fault.Busy(pause(reply, clock), Scope.CHANNEL, words);
            default ->
                reply.status() >= 500 || reply.ok()
                        ? new Fault.Unavailable(true, words)
                        : new Fault.Rejected("invalid", words);
        };
    }

    private static Fault forbidden(String words) {
        var text = lower(words);
        boolean login = text.contains("outside the authorized scopes")
                || text.contains("login is")
                || text.contains("suspended");
        return login ? new Fault.Revoked(words) : new Fault.Rejected("forbidden", words);
    }

    private static Fault invalid(String words) {
        var text = lower(words);
        if (text.contains("requires an authenticated user")) {
            return new Fault.Revoked(words);
        }
        if (text.contains("not finished processing")) {
            return new Fault.Busy(SOON, Scope.CHANNEL, words);
        }
        return INVALID.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .findFirst()
                .map(entry -> new Fault.Rejected(entry.getValue(), words))
                .orElseGet(() -> new Fault.Rejected("invalid", words));
    }

    /** The headers tell of the budget that is nearest to its end. */
    private static Duration pause(Reply reply, Clock clock) {
        var wait = reply.header("x-ratelimit-reset")
                .or(() -> reply.header("retry-after"))
                .flatMap(text -> until(text.strip(), clock))
                .orElse(WINDOW);
        return wait.isPositive() ? wait.compareTo(LONGEST) > 0 ? LONGEST : wait : Duration.ofSeconds(1);
    }

    /** A time by ISO 8601; kindred servers give seconds, of the epoch or from now. */
    private static Optional<Duration> until(String text, Clock clock) {
        try {
            var at = OffsetDateTime.parse(text).toInstant();
            return Optional.of(Duration.between(clock.instant(), at).plusSeconds(1));
        } catch (DateTimeParseException e) {
            return text.matches("[0-9]{1,11}") ? Optional.of(seconds(Long.parseLong(text), clock)) : Optional.empty();
        }
    }

    private static Duration seconds(long number, Clock clock) {
        boolean epoch = number > Duration.ofDays(365).toSeconds();
        return epoch
                ? Duration.between(clock.instant(), Instant.ofEpochSecond(number))
                        .plusSeconds(1)
                : Duration.ofSeconds(number);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
