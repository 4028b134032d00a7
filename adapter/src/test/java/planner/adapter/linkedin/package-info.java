@NullMarked
package planner.adapter.linkedin;

import org.jspecify.annotations.NullMarked;
