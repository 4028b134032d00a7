package planner.simulator.youtube;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import planner.simulator.google.GoogleError;

/** What a project may ask for in a day, which begins at midnight in California. Refused calls cost, too. */
final class Quota {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");

    private final Clock clock;
    private LocalDate day = LocalDate.EPOCH;
    private int uploads;
    private int units;
    private int mostUploads = 100;
    private int mostUnits = 10_000;

    Quota(Clock clock) {
        this.clock = clock;
    }

    synchronized void limits(int uploadsADay, int unitsADay) {
        mostUploads = uploadsADay;
        mostUnits = unitsADay;
    }

    synchronized int units() {
        return units;
    }

    synchronized void upload() {
        begin();
        uploads++;
        if (uploads > mostUploads) {
            throw exceeded();
        }
    }

    synchronized void spend(int cost) {
        begin();
        units += cost;
        if (units > mostUnits) {
            throw exceeded();
        }
    }

    private void begin() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PACIFIC);
        if (!today.equals(day)) {
            day = today;
            uploads = 0;
            units = 0;
        }
    }

    private static GoogleError exceeded() {
        return GoogleError.of(
                403,
                "quotaExceeded",
                "youtube.quota",
                "The request cannot be completed because you have exceeded your quota.");
    }
}
