@NullMarked
package planner.adapter.telegram;

import org.jspecify.annotations.NullMarked;
