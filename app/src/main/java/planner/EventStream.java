package planner;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import planner.workspace.Caller;
import planner.workspace.PersonId;
import planner.workspace.WorkspaceId;

/**
 * One browser's stream. A slow browser makes nobody wait: what does not fit ends its stream, and it comes back and reads
 * anew. It ends, too, when its sign-in has.
 */
final class EventStream implements LiveUpdates.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int MOST_WAITING = 5_000;

    private final SseEmitter emitter = new SseEmitter(0L);
    private final LinkedBlockingQueue<LiveUpdates.Change> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    /** Tells nothing, only wakes the thread that sends. */
    private final LiveUpdates.Change nudge;

    private final Caller caller;
    private final BooleanSupplier present;
    private final Duration beat;
    private volatile boolean ended;

    /**
     * @param present whether the caller still may listen
     * @param beat how often it is asked, and a sign of life is given when there is nothing to tell
     */
    EventStream(Caller caller, BooleanSupplier present, Duration beat) {
        this.caller = caller;
        this.nudge = new LiveUpdates.Change(caller.workspace(), "", new UUID(0, 0));
        this.present = present;
        this.beat = beat;
    }

    SseEmitter emitter() {
        return emitter;
    }

    @Override
    public WorkspaceId workspace() {
        return caller.workspace();
    }

    @Override
    public PersonId person() {
        return caller.person();
    }

    @Override
    public void changed(LiveUpdates.Change change) {
        if (!waiting.offer(change)) {
            end();
        }
    }

    @Override
    public void look() {
        changed(nudge);
    }

    @Override
    public void end() {
        ended = true;
        waiting.clear();
        waiting.offer(nudge);
    }

    /** Until it ends. Only the thread that sends closes: a foreign hand would break off what is being written. */
    void run() throws InterruptedException {
        try {
            send();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A stream broke off; its browser has gone, or comes back by itself", e);
        }
        try {
            emitter.complete();
        } catch (IllegalStateException e) {
            LOG.debug("The container was faster", e);
        }
    }

    private void send() throws IOException, InterruptedException {
        emitter.send(SseEmitter.event().comment("here"));
        long looked = System.nanoTime();
        while (!ended) {
            var change = waiting.poll(beat.toNanos(), TimeUnit.NANOSECONDS);
            boolean asked = nudge.equals(change);
            if (change == null || asked || System.nanoTime() - looked > beat.toNanos()) {
                if (ended || !present.getAsBoolean()) {
                    return;
                }
                looked = System.nanoTime();
            }
            if (!asked) {
                emitter.send(told(change));
            }
        }
    }

    private static SseEmitter.SseEventBuilder told(LiveUpdates.@Nullable Change change) {
        return change == null
                ? SseEmitter.event().comment("still here")
                : SseEmitter.event()
                        .name("change")
                        .data(Map.of("kind", change.kind(), "id", change.id()), MediaType.APPLICATION_JSON);
    }
}
