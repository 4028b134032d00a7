@NullMarked
package planner.adapter.facebook;

import org.jspecify.annotations.NullMarked;
