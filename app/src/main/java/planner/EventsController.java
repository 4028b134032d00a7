package planner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import planner.workspace.Caller;
import planner.workspace.Presence;
import planner.workspace.Problem;

/** The stream of changes of one's own workspace. */
@RestController
class EventsController {
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final LiveUpdates updates;
    private final Presence presence;

    EventsController(LiveUpdates updates, Presence presence) {
        this.updates = updates;
        this.presence = presence;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(Caller caller, HttpServletRequest request) {
        var stream = new EventStream(caller, presence.of(request, caller), BEAT);
        if (!updates.join(stream)) {
            throw Problem.of(503, "unavailable", "");
        }
        stream.emitter().onCompletion(() -> updates.leave(stream));
        stream.emitter().onError(e -> updates.leave(stream));
        Thread.ofVirtual().name("events").start(() -> pump(stream));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter());
    }

    private void pump(EventStream stream) {
        try {
            stream.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            updates.leave(stream);
        }
    }
}
