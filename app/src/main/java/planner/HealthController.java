package planner;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.jobs.Jobs;
import planner.jobs.Pulse;
import planner.workspace.Installation;

/** Whether the house stands and keeps up; open to everybody, so it says no more than that. */
@RestController
class HealthController {
    private static final int PATIENCE_SECONDS = 2;
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final Jobs jobs;
    private final Installation installation;
    private final String version;

    HealthController(Jobs jobs, Installation installation) {
        this.jobs = jobs;
        this.installation = installation;
        var built = Application.class.getPackage().getImplementationVersion();
        this.version = built == null ? "development" : built;
    }

    enum Light {
        UP,
        DOWN
    }

    record Health(
            Light status,
            String mode,
            String version,
            Light database,
            @Nullable Publishing publishing) {}

    record Publishing(Pulse.State state, long lagSeconds, int overdue, int workers, String reason) {
        static Publishing of(Pulse pulse) {
            return new Publishing(
                    pulse.state(), pulse.lag().toSeconds(), pulse.overdue(), pulse.workers(), pulse.reason());
        }
    }

    @GetMapping("/health")
    ResponseEntity<Health> health() throws InterruptedException {
        var mode = installation.mode().name().toLowerCase(Locale.ROOT);
        try {
            var pulse = CompletableFuture.supplyAsync(jobs::pulse, THREADS).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return ResponseEntity.ok(new Health(Light.UP, mode, version, Light.UP, Publishing.of(pulse)));
        } catch (ExecutionException | TimeoutException e) {
            return ResponseEntity.status(503).body(new Health(Light.DOWN, mode, version, Light.DOWN, null));
        }
    }
}
