/** Measurements of the whole house, and the house with a paper network in it. */
@NullMarked
package planner.bench;

import org.jspecify.annotations.NullMarked;
