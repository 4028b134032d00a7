/**
 * Pinterest as the planner meets it: tokens that roll on, boards with sections, pins of images and videos, videos that go
 * up by a form, trial access that hides everything, and a wall of pins. Rules and their sources: docs/networks/pinterest.md.
 */
@NullMarked
package planner.simulator.pinterest;

import org.jspecify.annotations.NullMarked;
