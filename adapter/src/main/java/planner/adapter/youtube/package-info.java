/** YouTube: videos and Shorts by resumable upload, with thumbnail, playlists, captions and a first comment. */
@NullMarked
package planner.adapter.youtube;

import org.jspecify.annotations.NullMarked;
