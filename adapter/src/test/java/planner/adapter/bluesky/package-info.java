@NullMarked
package planner.adapter.bluesky;

import org.jspecify.annotations.NullMarked;
