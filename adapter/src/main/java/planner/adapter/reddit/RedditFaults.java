package planner.adapter.reddit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/**
 * What an answer of Reddit means; sheet of 2026-11, section 5. Refusals come as HTTP 200 with {@code json.errors}, rules of
 * a subreddit as HTTP 400 with a reason, the rest as plain statuses, some of them in HTML.
 */
final class RedditFaults {
    static final String DUPLICATE = "ALREADY_SUB";
    static final String REFUSED = "refused";
    private static final String RULE = "validation";

    // our own sentence: what the person can do; the bundle has it in other languages
    private static final String STOPPED =
            "Reddit has stopped this account for now. Open Reddit with it, do what is asked there, then connect again.";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SUBREDDIT_REST = Duration.ofMinutes(10);
    private static final Duration QUOTA_REST = Duration.ofHours(1);
    private static final Duration MARGIN = Duration.ofSeconds(10);
    // the sheet: with fewer calls than this left the rest of the window is waited for
    private static final double LEAST_LEFT = 5;

    private static final Pattern WAIT = Pattern.compile("(\\d{1,9}) (millisecond|second|minute|hour)s?");
    private static final Pattern LARGEST = Pattern.compile("<MaxSizeAllowed>(\\d+)</MaxSizeAllowed>");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    /** Codes of {@code json.errors} that have words of their own in the messages bundle. */
    static final Set<String> KNOWN = Set.of(
            DUPLICATE,
            "SUBREDDIT_NOEXIST",
            "BAD_SR_NAME",
            "SUBREDDIT_REQUIRED",
            "SUBREDDIT_NOTALLOWED",
            "SUBREDDIT_NO_ACCESS",
            "BANNED_FROM_SUBREDDIT",
            "SUBREDDIT_LINKING_DISABLED",
            "NO_SELFS",
            "NO_LINKS",
            "NO_IMAGES",
            "NO_VIDEOS",
            "GALLERIES_DISABLED",
            "POLLS_DISABLED",
            "NO_CROSSPOSTS",
            "INVALID_CROSSPOST_THING",
            "NO_TEXT",
            "NO_URL",
            "BAD_URL",
            "TOO_LONG",
            "TOO_SHORT",
            "TOO_FEW_OPTIONS",
            "INVALID_OPTION",
            "DOMAIN_BANNED",
            "INVALID_SELFPOST",
            "MISSING_VIDEO_URLS",
            "JSON_PARSE_ERROR",
            "BAD_FLAIR_TEMPLATE_ID",
            "NO_VERIFIED_EMAIL",
            "VERIFIED_USER_REQUIRED",
            "THREAD_LOCKED",
            "DELETED_THING",
            "TOO_OLD");

    /** The parts of a post that a subreddit's rule can be about. */
    private static final Map<String, String> RULES = Map.of(
            "SUBMIT_VALIDATION_FLAIR", "validation-flair",
            "SUBMIT_VALIDATION_TITLE", "validation-title",
            "SUBMIT_VALIDATION_BODY", "validation-body",
            "SUBMIT_VALIDATION_LINK", "validation-link",
            "SUBMIT_VALIDATION_GALLERY", "validation-gallery");

    private RedditFaults() {}

    static Fault of(Reply reply) {
        var tree = Json.tree(reply);
        var errors = tree.path("json").path("errors");
        if (errors.isArray() && !errors.isEmpty()) {
            return refusal(errors.path(0), tree.path("json"));
        }
        if (tree.path("error_type").asString("").equals("SUBMIT_VALIDATION_ERROR")
                || tree.path("reason").asString("").startsWith("SUBMIT_VALIDATION_")) {
            return rule(tree);
        }
        return byStatus(reply, tree);
    }

    private static Fault refusal(JsonNode error, JsonNode json) {
        var code = error.path(0).asString("");
        var words = error.path(1).asString(code);
        return switch (code) {
            case "RATELIMIT" -> new Fault.Busy(wait(words, json.path("ratelimit")), Scope.CHANNEL, words);
            case "SUBREDDIT_RATELIMIT" -> new Fault.Busy(SUBREDDIT_REST, Scope.CHANNEL, words);
            case "QUOTA_FILLED" -> new Fault.Busy(QUOTA_REST, Scope.CHANNEL, words);
            // the account itself is stopped: whatever is planned for it waits until its owner has seen to it
            case "USER_REQUIRED" -> new Fault.Revoked(code + ": " + words);
            case "BAD_CAPTCHA", "IN_TIMEOUT" -> new Fault.Revoked(STOPPED);
            default ->
                KNOWN.contains(code)
                        ? new Fault.Rejected(code, words.isBlank() ? code : words)
                        : code.startsWith("SUBMIT_VALIDATION_")
                                ? new Fault.Rejected(ruleCode(code), code + ": " + words)
                                : new Fault.Rejected(REFUSED, code + ": " + words);
        };
    }

    /** How long Reddit asks to wait, from its sentence or from its number of seconds. */
    private static Duration wait(String words, JsonNode seconds) {
        var found = WAIT.matcher(words);
        if (found.find()) {
            long number = Long.parseLong(found.group(1));
            return switch (found.group(2)) {
                case "millisecond" -> Duration.ofMillis(number).plusSeconds(1);
                case "second" -> Duration.ofSeconds(number).plus(MARGIN);
                case "minute" -> Duration.ofMinutes(number).plus(MARGIN);
                default -> Duration.ofHours(number).plus(MARGIN);
            };
        }
        return seconds.isNumber()
                ? Duration.ofMillis((long) (seconds.asDouble() * 1000)).plus(MARGIN)
                : SUBREDDIT_REST;
    }

    private static Fault rule(JsonNode tree) {
        var reason = tree.path("reason").asString("");
        var words = tree.path("explanation").asString("").strip();
        var fields = tree.path("fields")
                .valueStream()
                .map(field -> field.asString(""))
                .collect(Collectors.joining(", "));
        var code = ruleCode(reason);
        var said = words.isEmpty() ? reason : code.equals(RULE) ? reason + ": " + words : words;
        var told = said + (fields.isEmpty() ? "" : " (" + fields + ")");
        return new Fault.Rejected(code, told.isBlank() ? "SUBMIT_VALIDATION_ERROR" : told);
    }

    private static String ruleCode(String reason) {
        return RULES.entrySet().stream()
                .filter(entry -> reason.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(RULE);
    }

    private static Fault byStatus(Reply reply, JsonNode tree) {
        var reason = tree.path("reason").asString("");
        var words = tree.path("message").asString("the network answered: " + reply.status());
        return switch (reply.status()) {
            case 401 -> new Fault.Expired(words);
            case 403 -> forbidden(reply, tree, reason, words);
            // a subreddit that does not exist leads to the search
            case 301, 302, 404 -> new Fault.Rejected("not-found", words);
            case 413 -> new Fault.Rejected("too-large", words);
            case 429 -> new Fault.Busy(reset(reply).orElse(MINUTE), Scope.NETWORK, words);
            default ->
                reply.status() >= 500 || reply.ok()
                        ? new Fault.Unavailable(true, words)
                        : new Fault.Rejected(REFUSED, reason.isEmpty() ? words : words + ": " + reason);
        };
    }

    private static Fault forbidden(Reply reply, JsonNode tree, String reason, String words) {
        if (!tree.isObject()) {
            return new Fault.Rejected("blocked", words);
        }
        if (reply.header("www-authenticate").orElse("").contains("insufficient_scope")) {
            return new Fault.Revoked("a permission is missing: " + words);
        }
        return switch (reason) {
            case "private", "quarantined", "banned" -> new Fault.Rejected(reason, words + ": " + reason);
            default -> new Fault.Rejected("forbidden", reason.isEmpty() ? words : words + ": " + reason);
        };
    }

    /** Calls are counted for the whole app over ten minutes: the last few are left to others. */
    static Optional<Fault> nearlySpent(Reply reply) {
        return number(reply, "x-ratelimit-remaining")
                .filter(left -> left < LEAST_LEFT)
                .map(left -> new Fault.Busy(
                        reset(reply).orElse(MINUTE),
                        Scope.NETWORK,
                        "the calls of these ten minutes are nearly used up"));
    }

    private static Optional<Duration> reset(Reply reply) {
        return number(reply, "x-ratelimit-reset").map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds) + 1));
    }

    /** Whole numbers and fractions both occur. */
    private static Optional<Double> number(Reply reply, String header) {
        return reply.header(header)
                .map(String::strip)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Double::valueOf);
    }

    /** What the upload host says, in XML. */
    static Fault ofUpload(Reply reply) {
        if (reply.status() >= 500) {
            return new Fault.Unavailable(true, "the upload answered: " + reply.status());
        }
        if (reply.status() == 429) {
            return new Fault.Busy(MINUTE, Scope.CHANNEL, "the upload answered: " + reply.status());
        }
        var text = reply.text();
        if (text.contains("EntityTooLarge") || reply.status() == 413) {
            var largest = LARGEST.matcher(text);
            return new Fault.Rejected(
                    "too-large", largest.find() ? "at most " + largest.group(1) + " bytes" : "EntityTooLarge");
        }
        return new Fault.Rejected("upload", "the upload answered: " + reply.status());
    }

    /** Why no token was given; some of these come with HTTP 200. @param wrong what a refused grant means */
    static Fault ofToken(Reply reply, Fault wrong) {
        var error = Json.tree(reply).path("error");
        var name = error.isString() ? error.asString("") : "";
        if (reply.status() == 429) {
            return new Fault.Busy(reset(reply).orElse(MINUTE), Scope.NETWORK, "too many requests");
        }
        if (reply.status() >= 500) {
            return new Fault.Unavailable(true, "the token service answered: " + reply.status());
        }
        if (reply.status() == 401 || name.equals("unauthorized_client")) {
            return new Fault.Rejected("invalid_client", name.isEmpty() ? "Unauthorized" : name);
        }
        if (reply.status() == 403) {
            return new Fault.Rejected("blocked", "the token service answered: 403");
        }
        if (name.equals("invalid_grant")) {
            return wrong;
        }
        if (!name.isEmpty()) {
            var words = Json.tree(reply).path("error_description").asString("");
            return new Fault.Rejected(REFUSED, words.isEmpty() ? name : name + ": " + words);
        }
        return reply.ok()
                ? new Fault.Unavailable(true, "the token service gave no token")
                : new Fault.Rejected(REFUSED, "the token service answered: " + reply.status());
    }
}
