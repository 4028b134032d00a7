/** Publications: the walk over saved steps, never twice, verdicts. */
@ApplicationModule(
        displayName = "Publishing",
        allowedDependencies = {"channel", "media", "network", "jobs", "workspace"})
@NullMarked
package planner.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
