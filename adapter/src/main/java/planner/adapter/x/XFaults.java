package planner.adapter.x;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/** What an answer of X means; docs.x.com, response codes and errors, and codes seen in practice. */
final class XFaults {
    static final String DUPLICATE = "duplicate";
    static final String CLOCK = "clock";

    /** By another person: the account itself is well. */
    private static final Pattern BLOCKED = Pattern.compile("\\bblocked (from the author|by the (author|user)|you\\b)");
    /** By X itself; "blocked" is another word. */
    private static final Pattern LOCKED =
            Pattern.compile("account\\b.*\\b(locked)\\b|\\btemporarily locked\\b", Pattern.DOTALL);

    /** Kinds of problems that say no more than their words. */
    private static final Set<String> KNOWN = Set.of("about:blank", "invalid-request", "forbidden");

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration CREDITS = Duration.ofHours(6);

    // our own sentences: what the person can do; the bundle has them in other languages
    private static final String NO_CREDIT =
            "The app registered with X has no credit left: its operator must top up. It is tried again in six hours.";
    private static final String STOPPED =
            "X has locked or suspended the account. Open x.com, settle it there, then connect again.";
    private static final String READ_ONLY =
            "The app registered with X may only read: its operator must give it \"Read and write\", then connect again.";

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
        var all = all(tree, words);
        return switch (reply.status()) {
            case 400 -> badRequest(words, all);
            case 401 -> code == 135 ? new Fault.Rejected(CLOCK, words) : new Fault.Expired(words);
            // no credit is left: nothing of this app can be posted until the operator tops up
            case 402 -> new Fault.Busy(CREDITS, Scope.NETWORK, NO_CREDIT);
            case 403 -> forbidden(type, code, words, all);
            case 404 -> new Fault.Rejected("not-found", words);
            case 409 -> new Fault.Unavailable(false, words);
            case 413 -> new Fault.Rejected("too-large", words);
            case 429 -> tooMany(reply, type, words, clock);
            default ->
                reply.status() >= 500 || reply.ok()
                        ? new Fault.Unavailable(true, all.isEmpty() ? "the network answered: " + reply.status() : all)
                        : new Fault.Rejected("refused", all);
        };
    }

    /** Of a problem that nobody knows all is kept: its number, its title and its kind, too. */
    private static String all(JsonNode tree, String words) {
        var type = last(tree.path("type").asString(""));
        if (KNOWN.contains(type)) {
            return words;
        }
        return Stream.of(
                        tree.path("errors").path(0).path("code").asString(""),
                        tree.path("title").asString(""),
                        words,
                        type)
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** A file that X could not process; its own trouble passes. */
    static Fault ofProcessing(@Nullable JsonNode error) {
        var name = error == null ? "" : error.path("name").asString("");
        return new Fault.Rejected(
                name.equals("InternalError") ? "media-trouble" : "media-failed",
                error == null || error.isMissingNode() ? "" : Json.text(error));
    }

    private static Fault badRequest(String words, String all) {
        return lower(words).contains("media id")
                ? new Fault.Rejected("media-ids", words)
                : new Fault.Rejected("invalid-request", all);
    }

    private static Fault forbidden(String type, int code, String words, String all) {
        var text = lower(words);
        if (code == 187 || text.contains("duplicate content")) {
            return new Fault.Rejected(DUPLICATE, words);
        }
        if (text.contains("mentioned or otherwise engaged") || text.contains("reply to this conversation")) {
            return new Fault.Rejected("reply-not-allowed", words);
        }
        if (code == 136 || BLOCKED.matcher(text).find()) {
            return new Fault.Rejected("blocked", words);
        }
        if (text.contains("cashtag")) {
            return new Fault.Rejected("cashtags", words);
        }
        if (text.contains("video longer than")) {
            return new Fault.Rejected("video-too-long", words);
        }
        if (text.contains("scope")
                || type.equals("not-authorized-for-resource")
                || type.equals("unsupported-authentication")) {
            return new Fault.Revoked(words);
        }
        if (type.equals("oauth1-permissions")) {
            return new Fault.Revoked(READ_ONLY);
        }
        if (code == 64
                || code == 326
                || text.contains("suspended")
                || LOCKED.matcher(text).find()) {
            return new Fault.Revoked(STOPPED);
        }
        if (type.equals("client-forbidden")) {
            return new Fault.Rejected("client-forbidden", words);
        }
        return new Fault.Rejected("forbidden", all);
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
