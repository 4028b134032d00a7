/** X: text, images, video by chunks, threads and polls through the v2 API. */
@NullMarked
package planner.adapter.x;

import org.jspecify.annotations.NullMarked;
