@NullMarked
package planner.adapter.googlebusiness;

import org.jspecify.annotations.NullMarked;
