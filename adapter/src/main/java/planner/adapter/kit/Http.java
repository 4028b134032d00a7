package planner.adapter.kit;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import planner.network.Exchange;
import planner.network.Fault;
import planner.network.NetworkException;

/**
 * The way out for every adapter: sends, tells the listener what was said without its secrets, and turns a lost
 * connection into {@link Fault.Unavailable}. What a status means is the network's own classification.
 */
public final class Http {
    private final Transport transport;

    public Http(Transport transport) {
        this.transport = transport;
    }

    /**
     * @throws NetworkException with {@link Fault.Unavailable}; {@code maybeDone} is false only when nothing was sent
     */
    public Reply send(Call call) {
        if (Exchange.GATE.isBound()) {
            Exchange.GATE.get().run();
        }
        var start = System.nanoTime();
        try {
            var reply = transport.send(call);
            tell(call, reply.status(), reply.text(), start);
            return reply;
        } catch (IOException e) {
            boolean sent = !(e instanceof Transport.NotSent);
            var what = sent ? "the answer was lost" : "could not connect";
            tell(call, null, what, start);
            throw new NetworkException(new Fault.Unavailable(sent, what));
        }
    }

    private static void tell(Call call, @Nullable Integer status, String answer, long start) {
        if (!Exchange.LISTENER.isBound()) {
            return;
        }
        var redaction = new Redaction(call.secrets());
        Exchange.LISTENER
                .get()
                .accept(new Exchange(
                        call.method(),
                        redaction.url(call.uri()),
                        redaction.body(call.body()),
                        status,
                        redaction.text(answer),
                        Duration.ofNanos(System.nanoTime() - start)));
    }
}
