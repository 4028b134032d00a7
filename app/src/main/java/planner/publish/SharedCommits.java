package planner.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets writes that come while another is on its way to the disk go there together: one commit for all of them. Who
 * writes waits until the commit that bears his write is on the disk; a lone one is written at once.
 *
 * @param <W> what is written
 */
final class SharedCommits<W> {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCommits.class);
    private static final int MOST_AT_ONCE = 100;

    private final Predicate<W> alone;
    private final Function<List<W>, boolean[]> together;
    private final Queue<Waiting<W>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * @param alone writes one, and says whether it was
     * @param together writes many with one commit, or none of them and throws
     */
    SharedCommits(Predicate<W> alone, Function<List<W>, boolean[]> together) {
        this.alone = alone;
        this.together = together;
    }

    /** @param written empty = it must be written alone */
    private record Waiting<W>(W write, CompletableFuture<Optional<Boolean>> written) {}

    boolean write(W write) {
        if (busy.compareAndSet(false, true)) {
            try {
                return alone.test(write);
            } finally {
                passOn();
            }
        }
        var waiting = new Waiting<>(write, new CompletableFuture<Optional<Boolean>>());
        queue.add(waiting);
        // who was busy may have looked just before
        if (busy.compareAndSet(false, true)) {
            passOn();
        }
        return waiting.written().join().orElseGet(() -> alone.test(write));
    }

    /** For tests. */
    int waiting() {
        return queue.size();
    }

    /** By who is busy: others go on with what has come meanwhile. */
    private void passOn() {
        do {
            if (!queue.isEmpty()) {
                Thread.ofVirtual().name("commits").start(this::commitAll);
                return;
            }
            busy.set(false);
        } while (!queue.isEmpty() && busy.compareAndSet(false, true));
    }

    private void commitAll() {
        try {
            for (var batch = batch(); !batch.isEmpty(); batch = batch()) {
                commit(batch);
            }
        } finally {
            passOn();
        }
    }

    private List<Waiting<W>> batch() {
        var batch = new ArrayList<Waiting<W>>();
        for (var next = queue.poll(); next != null; next = batch.size() < MOST_AT_ONCE ? queue.poll() : null) {
            batch.add(next);
        }
        return batch;
    }

    /** If it fails for one it fails for all: each then writes alone and sees for himself. */
    private void commit(List<Waiting<W>> batch) {
        try {
            var written = together.apply(batch.stream().map(Waiting::write).toList());
            for (int i = 0; i < written.length; i++) {
                batch.get(i).written().complete(Optional.of(written[i]));
            }
        } catch (RuntimeException | Error e) {
            LOG.info("A commit of {} writes failed; each goes alone", batch.size(), e);
        } finally {
            batch.forEach(each -> each.written().complete(Optional.empty()));
        }
    }
}
