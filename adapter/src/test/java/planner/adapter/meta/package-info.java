@NullMarked
package planner.adapter.meta;

import org.jspecify.annotations.NullMarked;
