package planner.workspace;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;

/** A tenant. */
public record Workspace(WorkspaceId id, String name, ZoneId zone, DayOfWeek weekStart, Late late, int version) {

    /** What happens to publications that are overdue by more than {@code after} when the house was away. */
    public record Late(Duration after, Action action, Duration spacing) {
        public enum Action {
            /** Published one after the other with {@code spacing} between two of a channel. */
            SPACE,
            HOLD,
            SKIP
        }
    }
}
