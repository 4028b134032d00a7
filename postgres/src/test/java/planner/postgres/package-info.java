@NullMarked
package planner.postgres;

import org.jspecify.annotations.NullMarked;
