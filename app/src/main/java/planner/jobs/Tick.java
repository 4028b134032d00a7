package planner.jobs;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Makes the scheduler look right after each full second, for that is when posts are due, and whenever it is nudged. */
final class Tick implements Runnable {
    private static final long AFTER_THE_SECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(4);

    private final Clock clock = Clock.systemUTC();
    private final Runnable look;
    private final Runnable eachSecond;
    private final AtomicBoolean nudged = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean open = true;

    Tick(Runnable look, Runnable eachSecond) {
        this.look = look;
        this.eachSecond = eachSecond;
        this.thread = Thread.ofPlatform().daemon().name("jobs-tick").unstarted(this);
    }

    void start() {
        thread.start();
    }

    void stop() {
        open = false;
        LockSupport.unpark(thread);
    }

    void nudge() {
        if (nudged.compareAndSet(false, true)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void run() {
        long second = clock.millis() / 1000;
        while (open) {
            boolean full = clock.millis() / 1000 > second;
            if (full || nudged.getAndSet(false)) {
                look.run();
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            if (full) {
                second = clock.millis() / 1000;
                eachSecond.run();
            }
            if (!nudged.get()) {
                LockSupport.parkNanos(nanosToNextSecond());
            }
        }
    }

    private long nanosToNextSecond() {
        return TimeUnit.SECONDS.toNanos(1) - clock.instant().getNano() + AFTER_THE_SECOND;
    }
}
