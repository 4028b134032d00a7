package planner.adapter.instagram;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/** What an error of Meta's Graph API means for Instagram; error-codes reference as of 2026-06-02. */
final class InstagramFaults {
    private static final int SPAM_LIKE = 2207051;
    private static final int MISSING = 33;
    private static final Set<Integer> DEAD_TOKEN = Set.of(190, 102);

    /** What {@code fault.<code>} has words for; of anything else the network's own words are told. */
    private static final Set<Integer> TOLD = Set.of(
            2207003, 2207004, 2207005, 2207009, 2207010, 2207026, 2207028, 2207040, 2207052, 2207057, 2207077, 2207081,
            100, 352, 36000, 36001, 36003, 36004);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern SUBCODE = Pattern.compile("\\b(2207\\d{3})\\b");

    private InstagramFaults() {}

    /** While a person connects nothing is held or retried: whatever is no outage is told at once. */
    static Fault connecting(Reply reply) {
        return switch (of(reply)) {
            case Fault.Expired(var detail) -> new Fault.Rejected("code", detail);
            case Fault.Revoked(var detail) ->
                new Fault.Rejected(DEAD_TOKEN.contains(code(reply)) ? "code" : "permission", detail);
            case Fault.Rejected(var code, var words) -> new Fault.Rejected("code", words);
            case Fault.Busy busy -> new Fault.Unavailable(false, busy.detail());
            case Fault.Unavailable other -> other;
        };
    }

    /** Of a call about a post that is out: when that is gone, its owner deleted it. */
    static Fault ofPost(Reply reply) {
        return missing(reply) ? new Fault.Rejected("gone", words(error(reply))) : of(reply);
    }

    /** The object of the path does not exist, or not for this token. */
    static boolean missing(Reply reply) {
        return code(reply) == 100 && subcode(reply) == MISSING;
    }

    static Fault of(Reply reply) {
        var error = error(reply);
        if (!error.isObject()) {
            return noGraphError(reply);
        }
        var words = words(error);
        if (reply.status() >= 500) {
            return new Fault.Unavailable(true, words);
        }
        var fault = bySubcode(subcode(reply), words).orElseGet(() -> byCode(reply, words));
        boolean passes =
                fault instanceof Fault.Rejected && error.path("is_transient").asBoolean(false);
        return passes ? new Fault.Unavailable(true, words) : fault;
    }

    private static JsonNode error(Reply reply) {
        return Json.tree(reply).path("error");
    }

    private static int code(Reply reply) {
        return error(reply).path("code").asInt(0);
    }

    private static int subcode(Reply reply) {
        return error(reply).path("error_subcode").asInt(0);
    }

    /** The short-lived token service, the upload host and proxies answer in other shapes. */
    private static Fault noGraphError(Reply reply) {
        if (reply.status() >= 500 || reply.ok()) {
            return new Fault.Unavailable(true, "Instagram answered " + reply.status());
        }
        if (reply.status() == 429) {
            return new Fault.Busy(HOUR, Scope.CHANNEL, "too many requests");
        }
        var tree = Json.tree(reply);
        var words = tree.path("error_message")
                .asString(tree.path("debug_info").path("message").asString("Instagram answered " + reply.status()));
        boolean again = tree.path("debug_info").path("retriable").asBoolean(false);
        return again ? new Fault.Unavailable(false, words) : new Fault.Rejected("refused", words);
    }

    private static String words(JsonNode error) {
        var user = error.path("error_user_msg").asString("");
        return user.isEmpty() ? error.path("message").asString("") : user;
    }

    private static Optional<Fault> bySubcode(int subcode, String words) {
        return Optional.ofNullable(
                switch (subcode) {
                    // downloads and containers that failed for the moment, or are not ready: nothing is visible
                    case 2207003, 2207001, 2207032, 2207053, 2207082, 2207077, 2207052, 2207027 ->
                        new Fault.Unavailable(false, words);
                    // unknown to the publish call: published already, or expired; the container's status knows
                    case 2207006, 2207008, 2207020 -> new Fault.Unavailable(true, words);
                    // blocked, and sometimes done all the same; the publisher looks before it believes
                    case SPAM_LIKE -> new Fault.Busy(Duration.ofHours(24), Scope.CHANNEL, words);
                    case 2207042 -> new Fault.Busy(HOUR, Scope.CHANNEL, words);
                    case 2207050, MISSING -> new Fault.Revoked(words);
                    default -> TOLD.contains(subcode) ? new Fault.Rejected("" + subcode, words) : null;
                });
    }

    private static Fault byCode(Reply reply, String words) {
        int code = code(reply);
        if (code == 10 || code >= 200 && code < 300 || DEAD_TOKEN.contains(code)) {
            // a dead token cannot be made young: only a living one is renewed, long before its end
            return new Fault.Revoked(words);
        }
        return switch (code) {
            case 1, 2, -1, -2 -> new Fault.Unavailable(true, words);
            case 4, 341 -> new Fault.Busy(regain(reply).orElse(HOUR), Scope.NETWORK, words);
            case 17, 32, 613, 80002 -> new Fault.Busy(regain(reply).orElse(HOUR), Scope.CHANNEL, words);
            case 9, 368 -> new Fault.Busy(HOUR, Scope.CHANNEL, words);
            case 24, 9004, 9007 -> new Fault.Unavailable(code == 24, words);
            case 25 -> new Fault.Revoked(words);
            default -> new Fault.Rejected(told(code), words);
        };
    }

    private static String told(int code) {
        return TOLD.contains(code) ? "" + code : "refused";
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
        return subcode(reply) == SPAM_LIKE;
    }

    /** The subcode in the text of a container's status; 0 when there is none. */
    static int subcodeIn(String status) {
        var found = SUBCODE.matcher(status);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** A container that failed, by the subcode in its status. */
    static Fault ofContainer(String status) {
        return bySubcode(subcodeIn(status), status).orElseGet(() -> failedForGood(status));
    }

    /** A container that failed and is not made again. */
    static Fault failedForGood(String status) {
        int subcode = subcodeIn(status);
        return new Fault.Rejected(TOLD.contains(subcode) ? "" + subcode : "container", status);
    }
}
