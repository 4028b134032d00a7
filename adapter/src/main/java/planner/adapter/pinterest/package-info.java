/** Pinterest: pins of one image, of several and of a video, on boards and their sections. */
@NullMarked
package planner.adapter.pinterest;

import org.jspecify.annotations.NullMarked;
