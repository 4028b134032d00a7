package planner.adapter.pinterest;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;

/**
 * What an answer of Pinterest means. Its code is either a number of its own or the HTTP status once more; the same number
 * means different things under different statuses. developers.pinterest.com and codes seen in practice, 2026-11.
 */
final class PinterestFaults {
    static final String UNREACHABLE = "unreachable";
    static final String BOARD_EXISTS = "board-exists";
    static final String PIN_GONE = "pin-gone";

    /** Its status says no more than that it failed. */
    static final Fault MEDIA = new Fault.Rejected("media-failed", "Pinterest could not process the video");

    private static final Duration LEAST_REST = Duration.ofMinutes(1);
    private static final Duration MOST_REST = Duration.ofDays(1);
    /** Every limit but the daily one of trial access is counted by the minute. */
    private static final Duration DAILY = Duration.ofMinutes(5);

    private PinterestFaults() {}

    static Fault of(Reply reply) {
        var tree = Json.tree(reply);
        int code = tree.path("code").asInt(0);
        var told = tree.path("message").asString("").strip();
        var words = told.isEmpty() ? "the network answered: " + reply.status() : told;
        return switch (reply.status()) {
            case 400 -> badRequest(code, words);
            case 401 -> unauthorized(code, words);
            case 403 -> forbidden(code, words);
            case 404 -> missing(code, words);
            case 409 -> new Fault.Unavailable(false, words);
            case 413 -> new Fault.Rejected("too-large", words);
            case 429 -> tooMany(reply, words);
            default ->
                reply.status() >= 500 || reply.ok()
                        ? new Fault.Unavailable(true, numbered(code, words))
                        : new Fault.Rejected("refused", numbered(code, words));
        };
    }

    /** A number that nobody knows is kept with its words; the statuses of HTTP and the one for whatever is invalid say nothing. */
    private static String numbered(int code, String words) {
        boolean plain = code <= 1 || code >= 400 && code < 600;
        return plain ? words : words + " (" + code + ")";
    }

    private static Fault badRequest(int code, String words) {
        var text = lower(words);
        if (code == 1104) {
            return new Fault.Expired(words);
        }
        if (code == 58) {
            return new Fault.Rejected(BOARD_EXISTS, words);
        }
        if (text.contains("unable to reach the url")) {
            return new Fault.Rejected(UNREACHABLE, words);
        }
        if (text.contains("cover_image")) {
            return new Fault.Rejected("cover", words);
        }
        if (text.contains("processing") || text.contains("not ready")) {
            return new Fault.Unavailable(false, words);
        }
        boolean link = text.contains("invalid url") || text.matches("(?s).*\\blink\\b.*");
        return link ? new Fault.Rejected("link", words) : new Fault.Rejected("invalid-request", numbered(code, words));
    }

    private static Fault unauthorized(int code, String words) {
        return switch (code) {
            case 3 -> permissions(words);
            case 7 -> new Fault.Rejected("not-authorized", words);
            default -> new Fault.Expired(words);
        };
    }

    /** An app that nobody approved is the operator's affair, missing permissions are the person's. */
    private static Fault permissions(String words) {
        return lower(words).contains("consumer type")
                ? new Fault.Rejected("app-access", words)
                : new Fault.Revoked(words);
    }

    private static Fault forbidden(int code, String words) {
        return switch (code) {
            case 3 -> permissions(words);
            case 7 -> new Fault.Rejected("not-authorized", words);
            case 29 -> new Fault.Rejected("not-permitted", words);
            case 2625 -> new Fault.Rejected("account-disapproved", words);
            case 2626 -> new Fault.Rejected("account-review", words);
            default -> {
                boolean blocked = Stream.of("spam", "block", "domain").anyMatch(lower(words)::contains);
                yield blocked
                        ? new Fault.Rejected("blocked", words)
                        : new Fault.Rejected("forbidden", numbered(code, words));
            }
        };
    }

    private static Fault missing(int code, String words) {
        return new Fault.Rejected(
                switch (code) {
                    case 30 -> "user-gone";
                    case 40 -> "board-gone";
                    case 50 -> PIN_GONE;
                    case 2031 -> "section-gone";
                    default -> missing(lower(words));
                },
                words);
    }

    private static String missing(String words) {
        if (words.contains("section")) {
            return "section-gone";
        }
        if (words.contains("board")) {
            return "board-gone";
        }
        return words.contains("pin not found") ? PIN_GONE : "not-found";
    }

    /** A daily limit is the app's, so that nobody on this network gets through until it ends. */
    private static Fault tooMany(Reply reply, String words) {
        var rest = Stream.of("x-ratelimit-reset", "retry-after")
                .map(reply::header)
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .reduce(LEAST_REST, PinterestFaults::longer);
        var wait = rest.compareTo(MOST_REST) > 0 ? MOST_REST : rest;
        return new Fault.Busy(wait, wait.compareTo(DAILY) > 0 ? Scope.NETWORK : Scope.CHANNEL, words);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Of a new address, too. */
    static Fault ofLastUpload(Reply reply) {
        return ofUpload(reply).orElseGet(() -> new Fault.Rejected("upload", "the upload answered: " + reply.status()));
    }

    /** What the store of the uploads says, as XML; empty when it may be tried again with a new address. */
    static Optional<Fault> ofUpload(Reply reply) {
        var words = reply.text().replaceAll("(?s)^.*<Code>([^<]*)</Code>.*$", "$1");
        var code = words.length() > 80 || words.isBlank() ? "" + reply.status() : words;
        if (reply.status() >= 500) {
            return Optional.of(new Fault.Unavailable(true, "the upload answered: " + code));
        }
        if (code.equals("EntityTooLarge") || reply.status() == 413) {
            return Optional.of(new Fault.Rejected("too-large", code));
        }
        if (reply.status() == 429) {
            return Optional.of(new Fault.Busy(LEAST_REST, Scope.CHANNEL, code));
        }
        return Optional.empty();
    }
}
