/** Connected accounts: the connect flow, sealed credentials, refresh under a row lock, health. */
@ApplicationModule(
        displayName = "Channels",
        allowedDependencies = {"workspace", "network", "jobs"})
@NullMarked
package planner.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
