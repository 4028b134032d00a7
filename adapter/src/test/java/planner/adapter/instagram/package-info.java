@NullMarked
package planner.adapter.instagram;

import org.jspecify.annotations.NullMarked;
