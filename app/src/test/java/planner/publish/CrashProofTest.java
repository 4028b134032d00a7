package planner.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import planner.TestDatabase;
import planner.adapter.contract.Samples;

/**
 * The promise of the house: whatever is cut and wherever, nothing is published twice, nothing is lost, and what the house
 * says is true. Prints its figures, also to {@code target/figures/crash-proof.txt}.
 */
class CrashProofTest {
    /** Of each network, spread over its samples: a sample of all the pairs there are, the same at every run. */
    private static final int MOST_PAIRS = Integer.getInteger("crash.pairs", 120);

    /** While one network is built the others need no new proof. */
    private static final String ONLY = System.getProperty("crash.network", "");

    @Test
    void nothingIsPublishedTwiceNothingIsLostAndEveryEndIsTrue() throws Exception {
        var figures = each(CrashProof.everyNetwork(ONLY));
        tell(CrashProof.all(figures));

        assertThat(figures).isNotEmpty();
        for (var each : figures) {
            none("twice", each.twice);
            none("untrue", each.lies);
            none("lost", each.lost);
            none("unconfirmed", each.unconfirmed);
        }
    }

    private static void none(String what, List<String> found) {
        assertThat(found.stream().limit(3)).as("%d %s", found.size(), what).isEmpty();
    }

    /** Networks do not know each other, so they can be proven side by side. */
    private static List<CrashProof.Figures> each(List<Samples> networks)
            throws InterruptedException, ExecutionException {
        try (var side = Executors.newFixedThreadPool(3)) {
            var proofs = networks.stream()
                    .<Callable<CrashProof.Figures>>map(samples -> () -> prove(samples))
                    .toList();
            var figures = new java.util.ArrayList<CrashProof.Figures>();
            for (Future<CrashProof.Figures> each : side.invokeAll(proofs)) {
                figures.add(each.get());
            }
            return figures;
        }
    }

    private static CrashProof.Figures prove(Samples samples) {
        try (var pool = TestDatabase.fresh().open()) {
            return new CrashProof(
                            samples,
                            CrashProof.Mutation.NONE,
                            pool,
                            MOST_PAIRS / samples.all().size())
                    .run();
        }
    }

    private static void tell(String figures) throws IOException {
        System.out.println(figures);
        Files.createDirectories(Path.of("target/figures"));
        Files.writeString(Path.of("target/figures/crash-proof.txt"), figures);
    }
}
