package planner.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import planner.vips.Answer;
import planner.vips.PictureProcess;
import planner.vips.Request;
import planner.vips.Unpacked;
import planner.workspace.Installation;

/** The processes that work on pictures: begun when there is work, ended when there has been none for a while. */
@Component
class PictureWorkers {
    private static final Logger LOG = LoggerFactory.getLogger(PictureWorkers.class);
    private static final String VERSION = "vips-8.18.7";
    private static final int AT_ONCE = 2;
    private static final Duration IDLE = Duration.ofMinutes(1);
    /** A process, not one picture: of a picture the asker says how long it may take. */
    private static final Duration OF_A_PROCESS = Duration.ofHours(12);

    private static final long GIGA = 1L << 30;
    private static final ChildProcess.Limits LIMITS = new ChildProcess.Limits(OF_A_PROCESS, 3 * GIGA, 2 * GIGA, true);
    /** How long it is believed that no worker can be started. */
    private static final Duration UNTIL_ANOTHER_START = Duration.ofMinutes(5);

    static final String TOO_SLOW = "takes-too-long";

    private final Installation installation;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    /** An animation may take minutes: a place is left for what somebody waits for. */
    private final Semaphore animations = new Semaphore(AT_ONCE - 1, true);

    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("picture-deadlines").factory());

    private final ScheduledFuture<?> sweeping;
    private boolean unpacking = true;
    private Optional<Unpacked> unpacked = Optional.empty();
    private boolean works;
    private long failedAt;

    PictureWorkers(Installation installation) {
        this.installation = installation;
        sweeping =
                deadlines.scheduleWithFixedDelay(this::endIdle, IDLE.toSeconds(), IDLE.toSeconds(), TimeUnit.SECONDS);
    }

    private record Idle(PictureProcess process, long since) {}

    /** Whether there is a library for this machine, and it runs. */
    synchronized boolean ready() {
        if (works || unpacked().isEmpty()) {
            return works;
        }
        if (failedAt != 0 && System.nanoTime() - failedAt < UNTIL_ANOTHER_START.toNanos()) {
            return false;
        }
        try {
            giveBack(begun());
            works = true;
        } catch (IOException e) {
            failedAt = System.nanoTime();
            LOG.warn("libvips does not run here: pictures cannot be made to fit. {}", e.getMessage());
        }
        return works;
    }

    /**
     * @throws Maker.Unmakable when the picture brings every worker down that touches it, or takes too long
     * @throws IOException when no worker can be started
     */
    Answer ask(Request request, Duration within) throws IOException {
        if (!(request instanceof Request.Make make && make.animated())) {
            return inTurn(request, within);
        }
        animations.acquireUninterruptibly();
        try {
            return inTurn(request, within);
        } finally {
            animations.release();
        }
    }

    private Answer inTurn(Request request, Duration within) throws IOException {
        places.acquireUninterruptibly();
        try {
            for (int tries = 0; tries < 2; tries++) {
                var process = take();
                try {
                    var answer = process.ask(request, within);
                    giveBack(process);
                    return answer;
                } catch (PictureProcess.TooSlow e) {
                    LOG.warn("A picture was given up: {}", e.getMessage());
                    throw new Maker.Unmakable(TOO_SLOW);
                } catch (IOException e) {
                    LOG.warn("A picture brought its worker down: {}", e.getMessage());
                }
            }
            throw new Maker.Unmakable("damaged");
        } finally {
            places.release();
        }
    }

    /** Those that wait for work, for measurements. */
    List<Long> pids() {
        synchronized (idle) {
            return idle.stream().map(it -> it.process().pid()).toList();
        }
    }

    @PreDestroy
    void close() {
        sweeping.cancel(false);
        deadlines.shutdownNow();
        synchronized (idle) {
            idle.forEach(it -> it.process().close());
            idle.clear();
        }
    }

    private PictureProcess take() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                var process = idle.pop().process();
                if (process.alive()) {
                    return process;
                }
            }
        }
        return begun();
    }

    private PictureProcess begun() throws IOException {
        var files = unpacked().orElseThrow(() -> new IOException("no libvips for this machine"));
        return PictureProcess.start(files, ChildProcess.limits(LIMITS), ChildProcess::begun, deadlines);
    }

    private void giveBack(PictureProcess process) {
        synchronized (idle) {
            idle.push(new Idle(process, System.nanoTime()));
        }
    }

    private void endIdle() {
        synchronized (idle) {
            long before = System.nanoTime() - IDLE.toNanos();
            idle.removeIf(it -> {
                boolean over = it.since() - before < 0;
                if (over) {
                    it.process().close();
                }
                return over;
            });
        }
    }

    private synchronized Optional<Unpacked> unpacked() {
        if (unpacking) {
            unpacking = false;
            try {
                unpacked = Unpacked.into(installation.data().resolve("tools").resolve(VERSION));
            } catch (IOException e) {
                LOG.warn("libvips could not be unpacked: {}", e.getMessage());
            }
            if (unpacked.isEmpty()) {
                LOG.warn("No libvips for this machine: pictures are taken as they are, and cannot be made to fit.");
            }
        }
        return unpacked;
    }
}
