package planner.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import planner.media.AssetId;
import planner.media.Assets;
import planner.media.Renditions;
import planner.publish.Publications;
import planner.workspace.Caller;
import planner.workspace.Problem;
import planner.workspace.WorkspaceId;
import planner.workspace.Workspaces;

/** What people compose, from draft to calendar. */
@Service
public class Posts {
    private static final Duration KEYS_KEPT = Duration.ofDays(7);

    private final PostStore store;
    private final PostShape shape;
    private final PostPreflight preflight;
    private final PostOrder orders;
    private final Publications publications;
    private final Assets assets;
    private final Renditions renditions;
    private final Workspaces workspaces;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(
            PostStore store,
            PostShape shape,
            PostPreflight preflight,
            PostOrder orders,
            Publications publications,
            Assets assets,
            Renditions renditions,
            Workspaces workspaces,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.shape = shape;
        this.preflight = preflight;
        this.orders = orders;
        this.publications = publications;
        this.assets = assets;
        this.renditions = renditions;
        this.workspaces = workspaces;
        this.events = events;
        this.clock = clock;
    }

    /** An Idempotency-Key together with the hash of the body it came with. */
    record CreationKey(String key, byte[] bodyHash) {}

    /** When a post goes out. @param at {@code null} = now */
    record When(@Nullable Instant at, @Nullable ZoneId zone) {}

    @Transactional
    Post create(Caller caller, PostInput input, @Nullable CreationKey key) {
        var now = now();
        var id = store.nextId();
        if (key != null) {
            var earlier = store.creation(caller.workspace(), key.key(), key.bodyHash(), id, now);
            if (earlier.isPresent()) {
                return created(caller, earlier.get(), key);
            }
        }
        shape.check(caller.workspace(), input);
        var zone = zone(caller.workspace(), input);
        store.insert(
                new Post(id, caller.workspace(), caller.person(), 1, PostState.DRAFT, null, zone, input, now, now));
        uses(caller.workspace(), id, input.assets());
        changed(caller.workspace(), id);
        return find(caller.workspace(), id);
    }

    private Post created(Caller caller, PostStore.Creation earlier, CreationKey key) {
        if (!Arrays.equals(earlier.bodyHash(), key.bodyHash())) {
            throw Problem.of(422, "key-reused", "");
        }
        return store.find(caller.workspace(), earlier.post()).orElseThrow(() -> Problem.conflict("created-and-gone"));
    }

    @Transactional(readOnly = true)
    Post find(WorkspaceId workspace, PostId id) {
        return store.find(workspace, id).orElseThrow(Problem::notFound);
    }

    /** Changes what is composed. A scheduled post is checked and frozen anew, or nothing changes. */
    @Transactional
    Post change(Caller caller, PostId id, PostInput input, @Nullable Integer version) {
        var post = lock(caller.workspace(), id, version);
        requireMovable(post);
        shape.check(caller.workspace(), input, post.content().channels());
        store.write(id, input, now());
        uses(caller.workspace(), id, input.assets());
        if (ordered(post)) {
            order(caller, find(caller.workspace(), id), post.dueAt(), post.zone());
        }
        changed(caller.workspace(), id);
        return find(caller.workspace(), id);
    }

    @Transactional
    Post schedule(Caller caller, PostId id, When when, @Nullable Integer version) {
        var post = lock(caller.workspace(), id, version);
        requireMovable(post);
        var zone = when.zone() == null ? post.zone() : when.zone();
        if (when.at() != null && when.at().isBefore(now().minusSeconds(60))) {
            throw Problem.invalid("at", "past");
        }
        order(caller, post, when.at(), zone);
        changed(caller.workspace(), id);
        return find(caller.workspace(), id);
    }

    /** Orders it anew as it is composed, for something that it needs has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void orderAnew(Caller caller, Post post) {
        order(caller, post, post.dueAt(), post.zone());
        changed(caller.workspace(), post.id());
    }

    /** @param at {@code null} = now */
    private void order(Caller caller, Post post, @Nullable Instant at, ZoneId zone) {
        if (post.content().channels().isEmpty()) {
            throw Problem.invalid("channels", "required");
        }
        var due = at == null ? now() : at;
        var report = preflight.check(caller.workspace(), post.content(), due);
        if (report.blocks()) {
            throw new PreflightFailed(report);
        }
        var ordered = orders.of(post, due, at == null);
        renditions.want(caller.workspace(), post.id().value(), ordered.wishes(), at == null);
        publications.schedule(ordered.order());
        store.plan(post.id(), due, zone, now());
    }

    /** Back to a draft; what waited is cancelled. */
    @Transactional
    Post unschedule(Caller caller, PostId id, @Nullable Integer version) {
        requireMovable(lock(caller.workspace(), id, version));
        publications.cancel(caller.workspace(), id.value());
        renditions.want(caller.workspace(), id.value(), List.of(), false);
        store.unplan(id, now());
        changed(caller.workspace(), id);
        return find(caller.workspace(), id);
    }

    @Transactional
    Post copy(Caller caller, PostId id) {
        var content = find(caller.workspace(), id).content();
        return create(caller, content.only(channel -> shape.connected(caller.workspace(), channel)), null);
    }

    @Transactional
    void remove(Caller caller, PostId id, @Nullable Integer version) {
        var post = lock(caller.workspace(), id, version);
        if (post.state() == PostState.PUBLISHING) {
            throw Problem.conflict("post-state");
        }
        publications.close(caller.workspace(), id.value());
        store.remove(id);
        uses(caller.workspace(), id, Set.of());
        renditions.want(caller.workspace(), id.value(), List.of(), false);
        changed(caller.workspace(), id);
    }

    /** Forgets the Idempotency-Keys that nobody will repeat. */
    @Transactional
    public void tidy() {
        store.deleteCreations(now().minus(KEYS_KEPT));
    }

    /** No transaction: networks are asked. */
    PostPreflight.Report preflight(Caller caller, PostInput input, @Nullable Instant at) {
        shape.check(caller.workspace(), input, input.channels());
        var due = at == null || at.isBefore(now()) ? now() : at;
        preflight.learn(caller.workspace(), input, due);
        return preflight.check(caller.workspace(), input, due);
    }

    /** What {@link #schedule} will want to know of the networks; no transaction. */
    void learn(Caller caller, PostId id) {
        store.find(caller.workspace(), id)
                .ifPresent(post -> preflight.learn(caller.workspace(), post.content(), now()));
    }

    /** The same for {@link #change}, which checks only what is scheduled. */
    void learn(Caller caller, PostId id, PostInput input) {
        store.find(caller.workspace(), id).filter(Posts::ordered).ifPresent(post -> {
            shape.check(caller.workspace(), input, post.content().channels());
            preflight.learn(caller.workspace(), input, now());
        });
    }

    static boolean ordered(Post post) {
        return post.state() == PostState.SCHEDULED || post.state() == PostState.HELD;
    }

    @Transactional(readOnly = true)
    List<Post> list(WorkspaceId workspace, PostStore.Filter filter, @Nullable UUID before, int limit) {
        return store.list(workspace, filter, before, limit);
    }

    @Transactional(readOnly = true)
    List<Post> calendar(WorkspaceId workspace, PostStore.Filter filter, int limit) {
        return store.between(workspace, filter, limit);
    }

    private void uses(WorkspaceId workspace, PostId id, Set<UUID> assetIds) {
        assets.markUsed(
                workspace, id.value(), assetIds.stream().map(AssetId::new).toList());
    }

    private Post lock(WorkspaceId workspace, PostId id, @Nullable Integer version) {
        publications.lock(workspace, id.value());
        var post = store.lock(workspace, id).orElseThrow(Problem::notFound);
        if (version != null && version != post.version()) {
            throw Problem.stale(post.version());
        }
        return post;
    }

    private static void requireMovable(Post post) {
        if (!post.state().movable()) {
            throw Problem.conflict("post-state");
        }
    }

    private ZoneId zone(WorkspaceId workspace, PostInput input) {
        return input.zone() == null ? workspaces.get(workspace).zone() : ZoneId.of(input.zone());
    }

    private void changed(WorkspaceId workspace, PostId id) {
        events.publishEvent(new PostChanged(workspace, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
