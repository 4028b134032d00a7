/** A network that does what a test says. */
@NullMarked
package planner.fake;

import org.jspecify.annotations.NullMarked;
