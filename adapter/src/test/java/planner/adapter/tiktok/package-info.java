@NullMarked
package planner.adapter.tiktok;

import org.jspecify.annotations.NullMarked;
