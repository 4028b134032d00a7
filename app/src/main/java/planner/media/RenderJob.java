package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import planner.jobs.JobHandler;
import planner.jobs.JobKind;
import planner.jobs.Jobs;
import planner.jobs.Next;
import planner.network.Recipe;

/** Makes one rendition. Cut short by a crash it is made anew from the beginning. */
final class RenderJob implements JobHandler {
    /** Stills and new packings: a second or so. */
    static final JobKind LIGHT = new JobKind("render", 8);
    /** Films: minutes, and all the processor there is. */
    static final JobKind HEAVY = new JobKind("encode", 8);

    private static final Logger LOG = LoggerFactory.getLogger(RenderJob.class);
    private static final int MOST_TRIES = 3;
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(1);

    private final JobKind kind;
    private final Semaphore places;
    private final RenditionStore store;
    private final List<Maker> makers;
    private final MediaFolder folder;
    private final Probe probe;
    private final Shelf shelf;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param atOnce how many of them this process makes at a time */
    RenderJob(
            JobKind kind,
            int atOnce,
            RenditionStore store,
            List<Maker> makers,
            MediaFolder folder,
            Probe probe,
            Shelf shelf,
            Jobs jobs,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.kind = kind;
        this.places = new Semaphore(atOnce, true);
        this.store = store;
        this.makers = makers;
        this.folder = folder;
        this.probe = probe;
        this.shelf = shelf;
        this.jobs = jobs;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    static JobKind kind(Recipe recipe) {
        var target = recipe.target();
        return target.video() == null || target.repack() ? LIGHT : HEAVY;
    }

    @Override
    public JobKind kind() {
        return kind;
    }

    @Override
    public Next run(String id) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Next.Again(clock.instant());
        }
        try {
            var found = store.find(UUID.fromString(id));
            return found.isEmpty() ? new Next.Done() : run(found.get());
        } finally {
            places.release();
        }
    }

    private Next run(Rendition rendition) {
        if (!store.progress(rendition.id(), 0, clock.instant())) {
            return new Next.Done();
        }
        if (store.tried(rendition.id()) > MOST_TRIES) {
            failed(rendition, "failed");
            return new Next.Done();
        }
        var to = folder.scratch(".made");
        var thumbnail = folder.scratch(".jpg");
        try {
            make(rendition, to, thumbnail);
            return new Next.Done();
        } catch (Maker.Stopped e) {
            return jobs.stopping() ? new Next.Again(clock.instant()) : new Next.Done();
        } catch (Maker.Unmakable e) {
            failed(rendition, e.why());
            return new Next.Done();
        } catch (Unusable e) {
            LOG.warn("What was made of {} is no good: {}", rendition.asset(), e.getMessage());
            failed(rendition, "failed");
            return new Next.Done();
        } catch (IOException e) {
            LOG.warn("A rendition of {} could not be made", rendition.asset(), e);
            throw new IllegalStateException("a rendition could not be made");
        } finally {
            remove(to);
            remove(thumbnail);
        }
    }

    private void make(Rendition rendition, Path to, Path thumbnail) throws IOException {
        var maker = makers.stream()
                .filter(it -> it.makes(rendition.original(), rendition.recipe().target()))
                .findFirst()
                .orElseThrow(() -> new Maker.Unmakable("no-tools"));
        var original = folder.file(rendition.source());
        if (!Files.exists(original)) {
            throw new Maker.Unmakable("original-gone");
        }
        maker.make(original, rendition.original(), rendition.recipe(), to, new Telling(rendition));
        var facts = probe.look(to, thumbnail);
        var made = folder.take(to);
        transaction.executeWithoutResult(status -> {
            boolean picture = shelf.keep(made, thumbnail);
            var result = facts.of(rendition.id(), made.bytes(), name(rendition, facts), "");
            if (store.ready(rendition.id(), result, made.sha256(), picture, clock.instant())) {
                tell(rendition);
            }
        });
    }

    /** What is told of a file by its name must be true of what it has become. */
    private static String name(Rendition rendition, Facts facts) {
        return FileName.of(rendition.original().name(), facts.type());
    }

    private void failed(Rendition rendition, String why) {
        transaction.executeWithoutResult(status -> {
            if (store.failed(rendition.id(), why, clock.instant())) {
                tell(rendition);
            }
        });
    }

    private void tell(Rendition rendition) {
        var users = store.users(rendition.id());
        events.publishEvent(new RenditionChanged(rendition.workspace(), rendition.asset(), users));
    }

    private static void remove(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            LOG.warn("{} is left over", path.getFileName());
        }
    }

    /** Says how far it is, now and then, and learns that way whether anybody still wants it. */
    private final class Telling implements Maker.Progress {
        private final Rendition rendition;
        private Instant next;

        Telling(Rendition rendition) {
            this.rendition = rendition;
            this.next = clock.instant().plus(BETWEEN_WORDS);
        }

        @Override
        public void at(double share) throws Maker.Stopped {
            var now = clock.instant();
            if (jobs.stopping()) {
                throw new Maker.Stopped();
            }
            if (now.isBefore(next)) {
                return;
            }
            next = now.plus(BETWEEN_WORDS);
            if (!store.progress(rendition.id(), share, now)) {
                throw new Maker.Stopped();
            }
            events.publishEvent(new AssetChanged(rendition.workspace(), rendition.asset()));
        }
    }
}
