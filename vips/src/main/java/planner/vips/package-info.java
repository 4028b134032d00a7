/**
 * Stills by libvips, in a process of its own: hostile files may bring that down, but not the server. Knows nothing of the
 * planner. {@link planner.vips.PictureProcess} is the door; {@link planner.vips.Worker} is the other side.
 */
@NullMarked
package planner.vips;

import org.jspecify.annotations.NullMarked;
