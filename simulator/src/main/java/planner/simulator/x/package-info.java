/** X played back: consent page, media, posts, and the rules by which it says no. */
@NullMarked
package planner.simulator.x;

import org.jspecify.annotations.NullMarked;
