package planner.adapter.instagram;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/** What an error of Meta's Graph API means for Instagram; error-codes reference as of 2026-06-02. */
final class InstagramFaults {
    private static final int NOT_READY = 2207027;
    private static final int SPAM_LIKE = 2207051;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern SUBCODE = Pattern.compile("\\b(2207\\d{3})\\b");

    private InstagramFaults() {}

    /** While a person connects nothing is held or retried: whatever is no outage is told at once. */
    static Fault connecting(Reply reply) {
        return switch (of(reply)) {
            case Fault.Expired(var detail) -> new Fault.Rejected("code", detail);
            case Fault.Revoked(var detail) -> new Fault.Rejected("permission", detail);
            case Fault.Busy busy -> new Fault.Unavailable(false, busy.detail());
            case Fault other -> other;
        };
    }

    static Fault of(Reply reply) {
        var error = Json.tree(reply).path("error");
        if (!error.isObject()) {
            return noGraphError(reply);
        }
        int code = error.path("code").asInt(0);
        int subcode = error.path("error_subcode").asInt(0);
        var words = words(error);
        if (reply.status() >= 500 || error.path("is_transient").asBoolean(false)) {
            return new Fault.Unavailable(true, words);
        }
        return subcode == 0
                ? byCode(code, words, reply)
                : bySubcode(subcode, words).orElseGet(() -> byCode(code, words, reply));
    }

    /** The short-lived token service and proxies answer in other shapes. */
    private static Fault noGraphError(Reply reply) {
        if (reply.status() >= 500) {
            return new Fault.Unavailable(true, "Instagram answered " + reply.status());
        }
        if (reply.status() == 429) {
            return new Fault.Busy(HOUR, Scope.CHANNEL, "too many requests");
        }
        var tree = Json.tree(reply);
        var words = tree.path("error_message")
                .asString(tree.path("debug_info").path("message").asString(""));
        boolean again = tree.path("debug_info").path("retriable").asBoolean(false);
        return again ? new Fault.Unavailable(false, words) : new Fault.Rejected("" + reply.status(), words);
    }

    private static String words(JsonNode error) {
        var user = error.path("error_user_msg").asString("");
        return user.isEmpty() ? error.path("message").asString("") : user;
    }

    private static Optional<Fault> bySubcode(int subcode, String words) {
        return Optional.ofNullable(
                switch (subcode) {
                    // downloads and containers that failed for the moment: nothing is visible, make it again
                    case 2207003, 2207020, 2207001, 2207032, 2207053, 2207082, 2207077, 2207052, 2207006 ->
                        new Fault.Unavailable(false, words);
                    // unknown to the publish call: published already, or gone; the container's status knows
                    case 2207008 -> new Fault.Unavailable(true, words);
                    // blocked, and sometimes done all the same; the publisher looks before it believes
                    case SPAM_LIKE -> new Fault.Busy(Duration.ofHours(24), Scope.CHANNEL, words);
                    case 2207042 -> new Fault.Busy(HOUR, Scope.CHANNEL, words);
                    case NOT_READY -> new Fault.Unavailable(false, words);
                    case 2207050 -> new Fault.Revoked(words);
                    default -> subcode / 1000 == 2207 ? new Fault.Rejected("" + subcode, words) : null;
                });
    }

    private static Fault byCode(int code, String words, Reply reply) {
        if (code == 10 || code >= 200 && code < 300) {
            return new Fault.Revoked(words);
        }
        return switch (code) {
            case 190, 102 -> new Fault.Expired(words);
            case 1, 2, -1, -2 -> new Fault.Unavailable(true, words);
            case 4, 341 -> new Fault.Busy(regain(reply).orElse(HOUR), Scope.NETWORK, words);
            case 17, 32, 613, 80002 -> new Fault.Busy(regain(reply).orElse(HOUR), Scope.CHANNEL, words);
            case 9, 368 -> new Fault.Busy(HOUR, Scope.CHANNEL, words);
            case 24, 9004, 9007 -> new Fault.Unavailable(code == 24, words);
            case 25 -> new Fault.Revoked(words);
            default -> new Fault.Rejected("" + code, words);
        };
    }

    /** Minutes that Meta names until calls are welcome again. */
    private static Optional<Duration> regain(Reply reply) {
        return reply.header("x-business-use-case-usage")
                .map(Json::tree)
                .flatMap(usage -> usage.valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(row -> row.path("estimated_time_to_regain_access").asInt(0))
                        .filter(minutes -> minutes > 0)
                        .findFirst())
                .map(Duration::ofMinutes);
    }

    static boolean spamLike(Reply reply) {
        return Json.tree(reply).path("error").path("error_subcode").asInt(0) == SPAM_LIKE;
    }

    /** The subcode in the text of a container's status; 0 when there is none. */
    static int subcodeIn(String status) {
        var found = SUBCODE.matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** A container that failed, by the subcode in its status. */
    static Fault ofContainer(String status) {
        int subcode = subcodeIn(status);
        return subcode == 0
                ? new Fault.Rejected("container", status)
                : bySubcode(subcode, status).orElseGet(() -> new Fault.Rejected("" + subcode, status));
    }
}
