package planner.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.Scope;
import tools.jackson.databind.json.JsonMapper;

/** Posts over HTTP. */
@RestController
@RequestMapping("/api/posts")
class PostController {
    private static final int LONGEST_KEY = 200;

    private final Posts posts;
    private final PostViews views;
    private final FindingsView findings;
    private final BodyHash hash;

    PostController(Posts posts, PostViews views, FindingsView findings, JsonMapper mapper) {
        this.posts = posts;
        this.views = views;
        this.findings = findings;
        this.hash = new BodyHash(mapper);
    }

    record PostList(List<PostView> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<PostView> create(
            Caller caller,
            @RequestBody PostInput input,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        caller.require(Scope.WRITE);
        var post = views.of(caller, posts.create(caller, input, creationKey(key, input)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/posts/" + post.id())
                .eTag(etag(post.version()))
                .body(post);
    }

    @GetMapping
    PostList list(
            Caller caller,
            @RequestParam(required = false) @Nullable PostState state,
            @RequestParam(required = false) @Nullable UUID channel,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > 200) {
            throw Problem.invalid("limit", "range", 1, 200);
        }
        var filter = new PostStore.Filter(state, channel, q, from, to);
        var found = posts.list(caller.workspace(), filter, cursor, limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var next = found.size() > limit ? page.getLast().id().value().toString() : null;
        return new PostList(views.of(caller, page), next);
    }

    @GetMapping("/{id}")
    ResponseEntity<PostView> get(Caller caller, @PathVariable UUID id) {
        return answer(caller, posts.find(caller.workspace(), new PostId(id)));
    }

    @PutMapping("/{id}")
    ResponseEntity<PostView> change(
            Caller caller,
            @PathVariable UUID id,
            @RequestBody PostInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        caller.require(Scope.WRITE);
        posts.learn(caller, new PostId(id), input);
        return answer(
                caller,
                findings.unlessRefused(caller, () -> posts.change(caller, new PostId(id), input, version(ifMatch))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        caller.require(Scope.WRITE);
        posts.remove(caller, new PostId(id), version(ifMatch));
    }

    @PostMapping("/{id}/copies")
    ResponseEntity<PostView> copy(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.WRITE);
        var post = views.of(caller, posts.copy(caller, new PostId(id)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.LOCATION, "/api/posts/" + post.id())
                .eTag(etag(post.version()))
                .body(post);
    }

    private ResponseEntity<PostView> answer(Caller caller, Post post) {
        return ResponseEntity.ok().eTag(etag(post.version())).body(views.of(caller, post));
    }

    static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** The version of an If-Match header; {@code null} when there is none or it is a star. */
    static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        var digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("[0-9]{1,9}")) {
            throw Problem.invalid("If-Match", "version");
        }
        return Integer.valueOf(digits);
    }

    private Posts.@Nullable CreationKey creationKey(@Nullable String key, PostInput input) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "length", 1, LONGEST_KEY);
        }
        return new Posts.CreationKey(key, hash.of(input));
    }
}
