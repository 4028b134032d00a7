package planner.jobs;

import java.util.List;

/** For a room with a family of kinds. */
public interface JobHandlers {
    List<JobHandler> handlers();
}
