/** Compose, variants, preflight, calendar. */
@ApplicationModule(
        displayName = "Posts",
        allowedDependencies = {"publish", "channel", "media", "network", "workspace"})
@NullMarked
package planner.post;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
