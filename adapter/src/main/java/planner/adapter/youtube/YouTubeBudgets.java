package planner.adapter.youtube;

import java.time.ZoneId;
import java.util.List;
import planner.network.Budget;
import planner.network.Delivery;

/** What a Google Cloud project is granted, new at midnight in California; developers.google.com/youtube/v3, quota calculator as of 2026-06: uploads have a budget of their own. */
final class YouTubeBudgets {
    private static final String UPLOADS = "uploads";
    private static final String UNITS = "units";
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    // looking whether it is processed, a unit each time
    private static final int POLLS = 10;
    private static final int WRITE = 50;
    private static final int CAPTIONS = 400;

    private YouTubeBudgets() {}

    static List<Budget> of() {
        return List.of(
                Budget.daily(UPLOADS, Budget.APP, 100, PACIFIC), Budget.daily(UNITS, Budget.APP, 10_000, PACIFIC));
    }

    static int takes(Budget budget, Delivery delivery) {
        if (budget.id().equals(UPLOADS)) {
            return 1;
        }
        var options = YouTubeOptions.of(delivery);
        var playlists = options.playlists();
        return POLLS
                + (options.thumbnail() == null ? 0 : WRITE)
                + (playlists == null ? 0 : WRITE * playlists.size())
                + (options.captions() == null ? 0 : CAPTIONS)
                + (options.firstComment() == null ? 0 : WRITE);
    }
}
