/** What the laws of the house must catch. */
@NullMarked
package planner.house;

import org.jspecify.annotations.NullMarked;
