package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedCommitsTest {
    private final ExecutorService walks = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> alone = new CopyOnWriteArrayList<>();
    private final List<List<String>> together = new CopyOnWriteArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger under = new AtomicInteger();
    private volatile boolean broken;

    private final SharedCommits<String> commits = new SharedCommits<>(this::one, this::many);

    @AfterEach
    void close() {
        walks.close();
    }

    private boolean one(String write) {
        if (write.equals("first")) {
            under.incrementAndGet();
            pass(gate);
        }
        if (write.equals("bad")) {
            throw new IllegalStateException("bad value");
        }
        alone.add(write);
        return !write.startsWith("overtaken");
    }

    private boolean[] many(List<String> writes) {
        if (writes.contains("fatal")) {
            throw new AssertionError("out of something");
        }
        if (broken || writes.contains("bad")) {
            throw new IllegalStateException("none of them");
        }
        together.add(List.copyOf(writes));
        var written = new boolean[writes.size()];
        for (int i = 0; i < written.length; i++) {
            written[i] = !writes.get(i).startsWith("overtaken");
        }
        return written;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes one, and the others while that one is on its way. */
    private List<CompletableFuture<Boolean>> behindTheFirst(List<String> others) {
        var answers = new ArrayList<CompletableFuture<Boolean>>();
        answers.add(CompletableFuture.supplyAsync(() -> commits.write("first"), walks));
        await().until(() -> under.get() == 1);
        var asked = new AtomicInteger();
        for (var other : others) {
            answers.add(CompletableFuture.supplyAsync(
                    () -> {
                        asked.incrementAndGet();
                        return commits.write(other);
                    },
                    walks));
        }
        await().until(() -> asked.get() == others.size() && commits.waiting() == others.size());
        gate.countDown();
        return answers;
    }

    @Test
    void aLoneWriteGoesAtOnceAndByItself() {
        assertThat(commits.write("lone")).isTrue();
        assertThat(commits.write("overtaken")).isFalse();

        assertThat(alone).containsExactly("lone", "overtaken");
        assertThat(together).isEmpty();
    }

    @Test
    void whatComesMeanwhileSharesACommitAndEachHearsOfItsOwn() {
        var answers = behindTheFirst(List.of("b", "overtaken", "c"));

        assertThat(answers.get(0).join()).isTrue();
        assertThat(answers.get(1).join()).isTrue();
        assertThat(answers.get(2).join()).isFalse();
        assertThat(answers.get(3).join()).isTrue();
        assertThat(together)
                .singleElement()
                .satisfies(batch -> assertThat(batch).containsExactlyInAnyOrder("b", "overtaken", "c"));
        assertThat(alone).containsExactly("first");
    }

    @Test
    void oneBadWriteSpoilsOnlyItself() {
        var answers = behindTheFirst(List.of("b", "bad", "c"));

        assertThat(answers.get(1).join()).isTrue();
        assertThatThrownBy(answers.get(2)::join).hasRootCauseMessage("bad value");
        assertThat(answers.get(3).join()).isTrue();
        assertThat(alone).containsExactlyInAnyOrder("first", "b", "c");
    }

    @Test
    void whenCommitsFailNobodyWaitsForEver() {
        broken = true;

        var answers = behindTheFirst(
                IntStream.range(0, 250).mapToObj(i -> "write-" + i).toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
        assertThat(alone).hasSize(251).doesNotHaveDuplicates();
    }

    @Test
    void anErrorInACommitStopsNobody() {
        var answers = behindTheFirst(List.of("b", "fatal"));

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
        assertThat(commits.write("after")).isTrue();
    }

    @Test
    void thousandsFromManyWalksAreWrittenOnceEach() {
        gate.countDown();
        var writes = IntStream.range(0, 5_000).mapToObj(i -> "write-" + i).toList();

        var answers = writes.stream()
                .map(write -> CompletableFuture.supplyAsync(() -> commits.write(write), walks))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isTrue());
        var all = new ArrayList<>(alone);
        together.forEach(all::addAll);
        assertThat(all).containsExactlyInAnyOrderElementsOf(writes);
        assertThat(together).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(100));
    }
}
