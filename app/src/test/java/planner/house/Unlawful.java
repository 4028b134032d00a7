package planner.house;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.springframework.beans.factory.annotation.Autowired;
import planner.simulator.Simulator;

/** Breaks the laws, so that they can be seen to bite. Nobody uses it. */
public final class Unlawful {
    @Autowired
    @Nullable
    Simulator injected;

    void breaks() throws InterruptedException {
        Assertions.assertNotNull(injected);
        Thread.sleep(1);
        System.out.println(Instant.now());
    }
}
