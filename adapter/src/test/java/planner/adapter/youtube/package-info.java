@NullMarked
package planner.adapter.youtube;

import org.jspecify.annotations.NullMarked;
