/** The root: starts the house and wires the rooms. Only this package sees the adapters. */
@NullMarked
package planner;

import org.jspecify.annotations.NullMarked;
