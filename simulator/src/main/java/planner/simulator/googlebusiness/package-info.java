/**
 * Google Business Profile as the planner meets it: accounts and their locations, local posts that are reviewed before
 * anybody sees them, a location's numbers, and the profile as Search shows it. Written from the public reference alone.
 */
@NullMarked
package planner.simulator.googlebusiness;

import org.jspecify.annotations.NullMarked;
