/** Tenants, people, roles, sign-in, API tokens; what a caller is and how a room says no ({@link planner.workspace.Problem}). */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {})
@NullMarked
package planner.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
