/** What the simulated networks behind Meta's Graph API have in common. */
@NullMarked
package planner.simulator.meta;

import org.jspecify.annotations.NullMarked;
