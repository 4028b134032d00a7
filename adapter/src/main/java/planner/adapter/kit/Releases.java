package planner.adapter.kit;

import java.time.Duration;
import java.time.Instant;
import planner.network.Outcome;
import planner.network.Outcome.HandedOver;
import planner.network.Outcome.Later;
import planner.network.Step;

/** Posts that a network has and shows by itself at a time that a person chose. */
public final class Releases {
    private static final Duration A_MOMENT = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration FORGIVEN = Duration.ofHours(1);

    private Releases() {}

    /**
     * It is not shown yet: it is looked at a minute after its time, then with growing pauses.
     *
     * @param handedOver what is told until then, with the time
     * @param late what is told afterwards
     */
    public static <S extends Step> Outcome<S> notYet(
            S step, Instant release, Instant now, String handedOver, String late) {
        var look = release.plus(A_MOMENT);
        if (now.isBefore(look)) {
            return new HandedOver<>(step, look, handedOver);
        }
        var since = Duration.between(release, now);
        return new Later<>(step, since.compareTo(LONGEST_PAUSE) < 0 ? since : LONGEST_PAUSE, late);
    }

    /** Whether the network has had its time: what is not shown by now is not going to be. */
    public static boolean missed(Instant release, Instant now) {
        return now.isAfter(release.plus(FORGIVEN));
    }
}
