package planner;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;

/** The stream of changes of one's own workspace. */
@RestController
class EventsController {
    private final LiveUpdates updates;

    EventsController(LiveUpdates updates) {
        this.updates = updates;
    }

    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> listen(Caller caller) {
        var stream = new Stream(caller.workspace());
        if (!updates.join(stream)) {
            throw Problem.of(503, "unavailable", "");
        }
        stream.emitter.onCompletion(() -> updates.leave(stream));
        stream.emitter.onError(e -> updates.leave(stream));
        Thread.ofVirtual().name("events").start(() -> pump(stream));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(stream.emitter);
    }

    private void pump(Stream stream) {
        try {
            stream.run();
        } catch (IOException | IllegalStateException e) {
            stream.emitter.completeWithError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            updates.leave(stream);
        }
    }

    /** A slow browser makes nobody wait: what does not fit ends its stream, and it comes back and reads anew. */
    private static final class Stream implements LiveUpdates.Listener {
        private static final int MOST_WAITING = 5_000;
        private static final int BEAT_SECONDS = 15;

        private final SseEmitter emitter = new SseEmitter(0L);
        private final LinkedBlockingQueue<LiveUpdates.Change> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
        private final WorkspaceId workspace;
        private volatile boolean ended;

        Stream(WorkspaceId workspace) {
            this.workspace = workspace;
        }

        @Override
        public WorkspaceId workspace() {
            return workspace;
        }

        @Override
        public void changed(LiveUpdates.Change change) {
            if (!waiting.offer(change)) {
                end();
            }
        }

        @Override
        public void end() {
            ended = true;
            emitter.complete();
        }

        void run() throws IOException, InterruptedException {
            emitter.send(SseEmitter.event().comment("here"));
            while (!ended) {
                var change = waiting.poll(BEAT_SECONDS, TimeUnit.SECONDS);
                emitter.send(
                        change == null
                                ? SseEmitter.event().comment("still here")
                                : SseEmitter.event()
                                        .name("change")
                                        .data(
                                                Map.of("kind", change.kind(), "id", change.id()),
                                                MediaType.APPLICATION_JSON));
            }
        }
    }
}
