/** Assets, probing, renditions and public links. */
@ApplicationModule(
        displayName = "Media",
        allowedDependencies = {"workspace", "network", "jobs", "vips"})
@NullMarked
package planner.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
