/** LinkedIn: members and pages; text, images, video by parts, documents, articles and polls through the versioned API. */
@NullMarked
package planner.adapter.linkedin;

import org.jspecify.annotations.NullMarked;
