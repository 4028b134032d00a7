/** The thin front door to db-scheduler: enqueue in the caller's transaction, lanes, pause, priority, counts. Nothing else knows the library. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {})
@NullMarked
package planner.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
