@NullMarked
package planner.adapter.reddit;

import org.jspecify.annotations.NullMarked;
