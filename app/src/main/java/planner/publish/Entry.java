package planner.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import planner.network.Exchange;

/** A line in the story of a post. @param decision a stable word for what it led to */
record Entry(Instant at, String step, String decision, String detail, Duration duration, List<Exchange> exchanges) {

    static Entry of(Instant at, String step, String decision, String detail) {
        return new Entry(at, step, decision, detail, Duration.ZERO, List.of());
    }
}
