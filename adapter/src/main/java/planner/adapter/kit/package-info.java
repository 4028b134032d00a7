/** What every adapter needs: HTTP with redaction, deadlines and one way to fail; JSON; OAuth. */
@NullMarked
package planner.adapter.kit;

import org.jspecify.annotations.NullMarked;
