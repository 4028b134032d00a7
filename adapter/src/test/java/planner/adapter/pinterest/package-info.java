@NullMarked
package planner.adapter.pinterest;

import org.jspecify.annotations.NullMarked;
