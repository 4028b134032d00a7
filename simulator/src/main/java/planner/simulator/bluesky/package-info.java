/** Bluesky played back: one server as entryway, PDS, app view, video service and directory. */
@NullMarked
package planner.simulator.bluesky;

import org.jspecify.annotations.NullMarked;
