/** Bluesky and every other server of the AT Protocol. See docs/networks/bluesky.md. */
@NullMarked
package planner.adapter.bluesky;

import org.jspecify.annotations.NullMarked;
