/**
 * Instagram as the planner meets it: sign-in by Instagram or by Facebook, containers that take their time, one publish
 * call, and a profile page where the result is seen. Rules and their sources: docs/networks/instagram.md.
 */
@NullMarked
package planner.simulator.instagram;

import org.jspecify.annotations.NullMarked;
