@NullMarked
package planner.adapter.threads;

import org.jspecify.annotations.NullMarked;
