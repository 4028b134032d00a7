package planner.simulator.linkedin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** Calls of a day, for each app and for each of its members; the day ends at midnight UTC. No header tells of them. */
final class Quotas {
    private final Clock clock;
    private final Map<String, Integer> spent = new HashMap<>();
    private LocalDate day = LocalDate.EPOCH;

    Quotas(Clock clock) {
        this.clock = clock;
    }

    synchronized void spend(Caller caller) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (!today.equals(day)) {
            day = today;
            spent.clear();
        }
        count(caller.app().id(), caller.app().ofApp(), "APPLICATION");
        count(caller.app().id() + caller.member().id(), caller.app().ofMember(), "MEMBER");
    }

    private void count(String key, int most, String whose) {
        if (spent.merge(key, 1, Integer::sum) > most) {
            throw ApiError.of(429, "TOO_MANY_REQUESTS", limit(whose));
        }
    }

    static String limit(String whose) {
        return "Resource level throttle " + whose + " DAY limit for calls to this resource is reached.";
    }
}
