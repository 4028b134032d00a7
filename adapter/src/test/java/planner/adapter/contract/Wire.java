package planner.adapter.contract;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Call;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;

/** Carries requests to the simulator, keeps them, and cuts those that a test wants cut. */
public final class Wire implements Transport {
    private final Transport transport;
    private final List<Sent> sent = new ArrayList<>();
    private final Map<Integer, Cut> cuts;
    private int count;

    public Wire(Transport transport) {
        this(transport, Map.of());
    }

    /** @param cuts by number of the request, from 0 */
    public Wire(Transport transport, Map<Integer, Cut> cuts) {
        this.transport = transport;
        this.cuts = cuts;
    }

    /** @param status {@code null} when no answer came */
    public record Sent(Call call, byte[] body, @Nullable Integer status) {
        public boolean write() {
            return !call.method().equals("GET") && !call.method().equals("HEAD");
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The process died: no adapter may catch it. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the process dies here", null, false, false);
        }
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public int count() {
        return count;
    }

    @Override
    public Reply send(Call call) throws IOException {
        var host = call.uri().getHost();
        if (!InetAddress.getByName(host).isLoopbackAddress()) {
            throw new AssertionError("a request leaves this machine: " + call.method() + " " + call.uri());
        }
        var cut = cuts.get(count);
        count++;
        if (cut == Cut.CRASH_BEFORE) {
            throw new Crash();
        }
        if (cut == Cut.NOT_CONNECTED) {
            throw new NotSent("refused by the test", new ConnectException());
        }
        if (cut == Cut.ERROR_BEFORE) {
            return error();
        }
        var kept = keep(call);
        var reply = transport.send(kept);
        sent.add(new Sent(kept, body(kept), reply.status()));
        return switch (cut) {
            case CRASH_AFTER -> throw new Crash();
            case ANSWER_LOST -> throw new IOException("lost by the test");
            case ERROR_AFTER -> error();
            case null, default -> reply;
        };
    }

    private static Reply error() {
        return new Reply(500, Map.of(), "oops".getBytes(StandardCharsets.UTF_8));
    }

    /** Streams are read once, here. */
    private static Call keep(Call call) throws IOException {
        if (!(call.body() instanceof Call.Body.Stream(var type, var length, var source))) {
            return call;
        }
        try (var in = source.open()) {
            var bytes = in.readAllBytes();
            if (bytes.length != length) {
                throw new AssertionError("announced " + length + " bytes, gave " + bytes.length);
            }
            return call.body(new Call.Body.Bytes(type, bytes, bytes.length + " bytes " + type));
        }
    }

    private static byte[] body(Call call) {
        return call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary) ? bytes : new byte[0];
    }
}
