package planner.adapter.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import planner.adapter.kit.Reply;
import planner.network.Fault;

/**
 * An answer as the network gives it, and what it must be taken for.
 *
 * @param code of a {@link Fault.Rejected}; empty for other faults
 */
public record FaultCase(String name, Reply reply, Class<? extends Fault> fault, String code) {
    public static FaultCase of(int status, String body, Class<? extends Fault> fault) {
        return new FaultCase(status + " " + body, reply(status, Map.of(), body), fault, "");
    }

    public static FaultCase of(int status, Map<String, String> headers, String body, Class<? extends Fault> fault) {
        return new FaultCase(status + " " + body, reply(status, headers, body), fault, "");
    }

    public static FaultCase rejected(int status, String body, String code) {
        return new FaultCase(status + " " + body, reply(status, Map.of(), body), Fault.Rejected.class, code);
    }

    private static Reply reply(int status, Map<String, String> headers, String body) {
        return new Reply(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
