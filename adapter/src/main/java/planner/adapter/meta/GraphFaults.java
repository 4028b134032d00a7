package planner.adapter.meta;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.Fault.Scope;
import tools.jackson.databind.JsonNode;

/**
 * What an error of the Graph API means, whichever network is behind it. Each network says first what its own codes mean;
 * error-handling guide as of 2026-06-02.
 */
public final class GraphFaults {
    public static final Duration HOUR = Duration.ofHours(1);

    /** Rate limits of business use cases: 80000 ads insights to 80014; 80001 Pages, 80002 Instagram. */
    private static final int FIRST_BUSINESS = 80_000;

    private static final int LAST_BUSINESS = 80_014;

    // our own sentences: what the person can do; the bundles have them in other languages
    private static final String PERMISSION =
            "A permission is missing. Connect again and allow everything that is asked.";

    private final String network;
    private final Set<Integer> told;
    private final Function<GraphError, Optional<Fault>> own;

    /**
     * @param told codes that {@code fault.<code>} has words for; of anything else the network's own words are told
     * @param own what codes of this network mean; empty for what all have in common
     */
    public GraphFaults(String network, Set<Integer> told, Function<GraphError, Optional<Fault>> own) {
        this.network = network;
        this.told = told;
        this.own = own;
    }

    public Fault of(Reply reply) {
        var found = GraphError.in(reply);
        if (found.isEmpty()) {
            return noGraphError(reply);
        }
        var error = found.get();
        if (reply.status() >= 500) {
            return new Fault.Unavailable(true, error.words());
        }
        var fault = own.apply(error).orElseGet(() -> common(error, reply));
        return fault instanceof Fault.Rejected && error.passing() ? new Fault.Unavailable(true, error.words()) : fault;
    }

    /** While a person connects nothing is held or retried: whatever is no outage is told at once. */
    public Fault connecting(Reply reply) {
        boolean dead = GraphError.in(reply).filter(GraphError::deadToken).isPresent();
        return switch (of(reply)) {
            case Fault.Expired(var detail) -> new Fault.Rejected("code", detail);
            case Fault.Revoked(var detail) -> new Fault.Rejected(dead ? "code" : "permission", detail);
            case Fault.Rejected(var code, var words) -> new Fault.Rejected("code", words);
            case Fault.Busy busy -> new Fault.Unavailable(false, busy.detail());
            case Fault.Unavailable other -> other;
        };
    }

    /** Of a call about a post that is out: when that is gone, its owner deleted it. */
    public Fault ofPost(Reply reply) {
        return GraphError.in(reply)
                .filter(GraphError::missing)
                .<Fault>map(error -> new Fault.Rejected("gone", error.words()))
                .orElseGet(() -> of(reply));
    }

    private Fault common(GraphError error, Reply reply) {
        var words = error.words();
        int code = error.code();
        if (error.deadToken()) {
            // it cannot be made young: only a living one is renewed, long before its end
            return new Fault.Revoked(dead(error.subcode(), words));
        }
        if (error.missing()) {
            return new Fault.Revoked(words);
        }
        if (code == 3 || code == 10 || code >= 200 && code < 300) {
            return new Fault.Revoked(PERMISSION);
        }
        if (code >= FIRST_BUSINESS && code <= LAST_BUSINESS) {
            return new Fault.Busy(regain(reply), Scope.CHANNEL, words);
        }
        return switch (code) {
            case 1, 2, -1, -2 -> new Fault.Unavailable(true, words);
            case 4, 341 -> new Fault.Busy(regain(reply), Scope.NETWORK, words);
            case 17, 32, 613 -> new Fault.Busy(regain(reply), Scope.CHANNEL, words);
            case 368 -> blocked();
            default ->
                told.contains(code)
                        ? new Fault.Rejected("" + code, words)
                        : new Fault.Rejected("refused", words + " (" + code + "/" + error.subcode() + ")");
        };
    }

    /** For a while, because of rules that the person did not keep. */
    public Fault blocked() {
        return new Fault.Busy(
                HOUR,
                Scope.CHANNEL,
                network + " has blocked this for a while because of its rules. Open the app and read the notice.");
    }

    /** Blocked as if by a machine: whoever hammers on makes it worse. */
    public Fault spamLike() {
        return new Fault.Busy(
                Duration.ofHours(24),
                Scope.CHANNEL,
                network + " takes this for spam. It is tried again in a day; until then post less, and nothing twice.");
    }

    /** Why a token died, and what its owner must do first; Meta's own words speak to programmers. */
    private String dead(int subcode, String words) {
        return switch (subcode) {
            case 458 -> "The owner removed this app from the account. Connect again.";
            case 459, 490 -> network + " wants to check who you are: open the app, answer, then connect again.";
            case 460 -> "The password was changed. Connect again.";
            case 463, 467 -> "The sign-in has ended. Connect again.";
            case 464 -> "The account is not confirmed: confirm it in the app, then connect again.";
            case 492 -> "The person who connected no longer manages the Page. Connect again as one who does.";
            default -> words;
        };
    }

    /** Token services, the upload host and proxies answer in other shapes. */
    private Fault noGraphError(Reply reply) {
        if (reply.status() >= 500 || reply.ok()) {
            return new Fault.Unavailable(true, "the network answered: " + reply.status());
        }
        if (reply.status() == 429) {
            return new Fault.Busy(HOUR, Scope.CHANNEL, "too many requests");
        }
        var tree = Json.tree(reply);
        var words = tree.path("error_message")
                .asString(tree.path("debug_info").path("message").asString("the network answered: " + reply.status()));
        boolean again = tree.path("debug_info").path("retriable").asBoolean(false);
        return again ? new Fault.Unavailable(false, words) : new Fault.Rejected("refused", words);
    }

    /** The minutes that Meta names until calls are welcome again; an hour when it names none. */
    private static Duration regain(Reply reply) {
        return reply.header("x-business-use-case-usage")
                .map(Json::tree)
                .flatMap(usage -> usage.valueStream()
                        .flatMap(JsonNode::valueStream)
                        .map(row -> row.path("estimated_time_to_regain_access").asInt(0))
                        .filter(minutes -> minutes > 0)
                        .findFirst())
                .map(Duration::ofMinutes)
                .orElse(HOUR);
    }
}
