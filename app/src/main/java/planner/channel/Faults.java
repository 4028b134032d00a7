package planner.channel;

import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import planner.network.Fault;
import planner.network.Network;
import planner.network.NetworkException;
import planner.workspace.Problem;

/** What a network's fault means to somebody who just called our API. */
final class Faults {
    private Faults() {}

    /** A call to the network on behalf of somebody who waits for it. @param fields as of {@link #problem} */
    static <T> T asking(Network network, Set<String> fields, Locale locale, Supplier<T> call) {
        try {
            return call.get();
        } catch (NetworkException e) {
            throw problem(network, e.fault(), fields, locale);
        }
    }

    /** @param fields names in the request that the network may blame */
    static Problem problem(Network network, Fault fault, Set<String> fields, Locale locale) {
        var name = network.capabilities().name();
        UnaryOperator<String> said = detail -> NetworkTexts.said(network, detail, locale);
        return switch (fault) {
            case Fault.Rejected(var code, var message) -> {
                var text = NetworkTexts.find(network, "fault." + code, locale).orElse(message);
                yield fields.contains(code)
                        ? Problem.invalid(code, "refused", text)
                        : Problem.of(400, "refused", "by-network", name, text);
            }
            case Fault.Busy busy -> Problem.throttled(busy.retryAfter());
            case Fault.Unavailable away ->
                Problem.of(502, "network-away", "unavailable", name, said.apply(away.detail()));
            case Fault.Expired expired -> Problem.of(409, "refused", "reconnect", name, said.apply(expired.detail()));
            case Fault.Revoked revoked -> Problem.of(409, "refused", "reconnect", name, said.apply(revoked.detail()));
        };
    }

    /** For the log: the class and the network's own code, no sentence of the network. */
    static String summary(Fault fault) {
        return switch (fault) {
            case Fault.Rejected rejected -> "rejected, " + rejected.code();
            case Fault.Busy busy -> "busy for " + busy.retryAfter();
            case Fault.Unavailable away -> "unavailable, " + away.detail();
            case Fault.Expired expired -> "expired";
            case Fault.Revoked revoked -> "revoked";
        };
    }
}
