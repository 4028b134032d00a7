package planner.jobs;

import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Between the front door and the worker of this process: "look now", and "we are closing". */
@Component
class Bell {
    private final AtomicReference<Runnable> ringer = new AtomicReference<>(() -> {});
    private volatile boolean stopping;

    void ring() {
        ringer.get().run();
    }

    boolean stopping() {
        return stopping;
    }

    void open(Runnable look) {
        ringer.set(look);
        stopping = false;
    }

    void close() {
        stopping = true;
        ringer.set(() -> {});
    }
}
