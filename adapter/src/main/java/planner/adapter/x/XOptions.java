package planner.adapter.x;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Option;

/** What a person may set for a post on X. */
record XOptions(
        @Option(initial = "\"EVERYONE\"") @Nullable Replies replies,

        @Option(formats = {XCapabilities.POST, XCapabilities.LONG_POST}) @Nullable
        Poll poll,

        @Option(initial = "false") @Nullable Boolean madeWithAi,
        @Option(initial = "false") @Nullable Boolean paidPartnership)
        implements Delivery.Options {

    /** Who may reply; EVERYONE is said by saying nothing. */
    enum Replies {
        EVERYONE,
        FOLLOWING,
        MENTIONED_USERS,
        SUBSCRIBERS,
        VERIFIED
    }

    record Poll(
            @JsonProperty("options") List<String> options,
            @Nullable Integer minutes) {
        private static final int DAY = 24 * 60;

        Poll(@Nullable List<String> options, @Nullable Integer minutes) {
            this.options = options == null ? List.of() : List.copyOf(options);
            this.minutes = minutes;
        }

        int minutesOrDay() {
            return Objects.requireNonNullElse(minutes, DAY);
        }
    }
}
