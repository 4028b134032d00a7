@NullMarked
package planner.adapter.google;

import org.jspecify.annotations.NullMarked;
