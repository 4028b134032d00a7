/** What networks push: verified, kept once, and passed on as a reason to look. */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {"publish", "channel", "network"})
@NullMarked
package planner.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
