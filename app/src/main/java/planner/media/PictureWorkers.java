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

    private static final long LARGEST_FILE = 4L << 30;

    private final Installation installation;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("picture-deadlines").factory());

    private final ScheduledFuture<?> sweeping;
    private boolean looked;
    private Optional<Unpacked> unpacked = Optional.empty();

    PictureWorkers(Installation installation) {
        this.installation = installation;
        sweeping =
                deadlines.scheduleWithFixedDelay(this::endIdle, IDLE.toSeconds(), IDLE.toSeconds(), TimeUnit.SECONDS);
    }

    private record Idle(PictureProcess process, long since) {}

    /** Whether there is a library for this machine. */
    boolean ready() {
        return unpacked().isPresent();
    }

    /**
     * @throws Maker.Unmakable when the picture brings every worker down that touches it
     * @throws IOException when no worker can be started
     */
    Answer ask(Request request, Duration within) throws IOException {
        places.acquireUninterruptibly();
        try {
            for (int tries = 0; tries < 2; tries++) {
                var process = take();
                try {
                    var answer = process.ask(request, within);
                    giveBack(process);
                    return answer;
                } catch (IOException e) {
                    process.close();
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
        var files = unpacked().orElseThrow(() -> new IOException("no libvips for this machine"));
        var limits = ChildProcess.limits(ChildProcess.Limits.work(OF_A_PROCESS, LARGEST_FILE));
        return PictureProcess.start(files, limits, ChildProcess::begun, deadlines);
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
        if (!looked) {
            looked = true;
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
