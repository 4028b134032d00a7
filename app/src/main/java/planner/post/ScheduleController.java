package planner.post;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;
import planner.workspace.Zones;

/** When a post goes out. */
@RestController
@RequestMapping("/api/posts/{id}/schedule")
class ScheduleController {
    private final Posts posts;
    private final PostViews views;
    private final FindingsView findings;

    ScheduleController(Posts posts, PostViews views, FindingsView findings) {
        this.posts = posts;
        this.views = views;
        this.findings = findings;
    }

    /** Either a time with its offset, or now. @param zone in which the person meant it, an IANA name */
    record ScheduleInput(
            @Nullable OffsetDateTime at,
            @Nullable String zone,
            @Nullable Boolean now) {
        Posts.When when() {
            boolean rightNow = Boolean.TRUE.equals(now);
            if (rightNow == (at != null)) {
                throw Problem.invalid("at", "at-or-now");
            }
            return new Posts.When(at == null ? null : at.toInstant(), zoneId());
        }

        private @Nullable ZoneId zoneId() {
            return zone == null ? null : Zones.find(zone).orElseThrow(() -> Problem.invalid("zone", "unknown-zone"));
        }
    }

    @PutMapping
    ResponseEntity<PostView> schedule(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody ScheduleInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        caller.require(Scope.WRITE);
        var when = input.when();
        posts.learn(caller, new PostId(id));
        return answer(
                caller,
                findings.unlessRefused(
                        caller, () -> posts.schedule(caller, new PostId(id), when, PostController.version(ifMatch))));
    }

    @DeleteMapping
    ResponseEntity<PostView> unschedule(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        caller.require(Scope.WRITE);
        return answer(caller, posts.unschedule(caller, new PostId(id), PostController.version(ifMatch)));
    }

    private ResponseEntity<PostView> answer(Caller caller, Post post) {
        return ResponseEntity.ok().eTag(PostController.etag(post.version())).body(views.of(caller, post));
    }
}
