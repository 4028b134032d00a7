package planner.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import planner.jobs.Jobs;
import planner.media.Rendition.State;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Recipe;
import planner.workspace.WorkspaceId;

/** The front door to files made from files: each is made once, ahead of its time, and kept while a post needs it. */
@Service
public class Renditions {
    private static final Duration KEPT = Duration.ofDays(7);

    private final RenditionStore store;
    private final FileStore files;
    private final Shelf shelf;
    private final TransactionTemplate transaction;
    private final Jobs jobs;
    private final Clock clock;

    Renditions(
            RenditionStore store,
            FileStore files,
            Shelf shelf,
            TransactionTemplate transaction,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.shelf = shelf;
        this.transaction = transaction;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Something that a post needs. The same recipe for the same bytes has the same id, whoever asks. */
    public record Wish(UUID id, Asset asset, Recipe recipe) {
        public static Wish of(Asset asset, Recipe recipe) {
            var key = asset.workspace().value() + " " + asset.sha256() + " "
                    + MediaJson.MAPPER.writeValueAsString(recipe);
            return new Wish(hash(key), asset, recipe);
        }
    }

    /** How far the files of a delivery are. */
    public sealed interface Outlook {
        /** @param delivery with the files as they were made */
        record Ready(Delivery delivery) implements Outlook {}

        /** @param share 0 to 1, of the one that is least far */
        record Making(double share) implements Outlook {}

        /** @param name of the file; @param problem key of the sentence that says why */
        record Failed(String name, String problem) implements Outlook {}
    }

    /**
     * From now on this post needs these and no others.
     *
     * @param hurry a person waits for it
     */
    @Transactional
    public void want(WorkspaceId workspace, UUID post, Collection<Wish> wishes, boolean hurry) {
        for (var wish : wishes) {
            boolean toDo = store.want(workspace, wish, clock.instant());
            store.use(post, wish.id());
            if (toDo) {
                order(wish.id(), wish.recipe(), hurry);
            }
        }
        store.dropUses(post, wishes.stream().map(Wish::id).toList());
        store.dropUnwanted(clock.instant());
    }

    /** What could not be made for this post is tried again: a person waits for it. */
    @Transactional
    public void again(WorkspaceId workspace, UUID post) {
        store.again(workspace, post, clock.instant()).forEach(it -> order(it.id(), it.recipe(), true));
    }

    private void order(UUID id, Recipe recipe, boolean hurry) {
        jobs.enqueue(RenderJob.kind(recipe), id.toString(), clock.instant(), hurry ? Jobs.NOW : Jobs.NORMAL);
    }

    /** What those of them that are ready became, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, Media> made(WorkspaceId workspace, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return store.find(workspace, ids).stream()
                .map(Rendition::result)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Media::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Outlook outlook(WorkspaceId workspace, Delivery delivery) {
        var ids = delivery.parts().stream()
                .flatMap(part -> part.media().stream())
                .map(Media::id)
                .distinct()
                .toList();
        var renditions = ids.isEmpty() ? List.<Rendition>of() : store.find(workspace, ids);
        var failed =
                renditions.stream().filter(it -> it.state() == State.FAILED).findFirst();
        if (failed.isPresent()) {
            var problem = Objects.requireNonNullElse(failed.get().problem(), "failed");
            return new Outlook.Failed(failed.get().original().name(), problem);
        }
        var gone = gone(workspace, delivery, renditions);
        if (gone.isPresent()) {
            return new Outlook.Failed(gone.get().name(), "original-gone");
        }
        return renditions.stream()
                .filter(it -> it.state() != State.READY)
                .map(Rendition::progress)
                .min(Double::compare)
                .<Outlook>map(Outlook.Making::new)
                .orElseGet(() -> new Outlook.Ready(settled(delivery, renditions)));
    }

    /** A file that is neither a rendition nor an asset any more. */
    private Optional<Media> gone(WorkspaceId workspace, Delivery delivery, List<Rendition> renditions) {
        return delivery.parts().stream()
                .flatMap(part -> part.media().stream())
                .filter(media -> renditions.stream().noneMatch(it -> it.id().equals(media.id())))
                .filter(media -> files.find(workspace, media.id()).isEmpty())
                .findFirst();
    }

    private static Delivery settled(Delivery delivery, List<Rendition> renditions) {
        if (renditions.isEmpty()) {
            return delivery;
        }
        var made = renditions.stream().collect(Collectors.toMap(Rendition::id, Function.identity()));
        return delivery.withMedia(media -> Optional.ofNullable(made.get(media.id()))
                .map(Rendition::result)
                .map(result -> result.described(media.alt()))
                .orElse(media));
    }

    @Transactional(readOnly = true)
    List<Rendition> of(WorkspaceId workspace, AssetId asset) {
        return store.of(workspace, asset);
    }

    @Transactional(readOnly = true)
    Optional<Rendition> find(WorkspaceId workspace, UUID id) {
        return store.find(workspace, List.of(id)).stream().findFirst();
    }

    /** Throws away what no post has needed for a week. */
    public void tidy() {
        var gone = transaction.execute(status -> {
            store.dropUnwanted(clock.instant());
            return store.dropUnused(clock.instant().minus(KEPT));
        });
        Objects.requireNonNull(gone).forEach(shelf::dropUnlessUsed);
    }

    private static UUID hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            // version 8, variant 1: an id of our own making
            long high = bytes.getLong() & 0xffffffffffff0fffL | 0x8000L;
            long low = bytes.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
