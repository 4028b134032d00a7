/** A real PostgreSQL server that lives in one folder and belongs to the process that started it. */
@NullMarked
package planner.postgres;

import org.jspecify.annotations.NullMarked;
