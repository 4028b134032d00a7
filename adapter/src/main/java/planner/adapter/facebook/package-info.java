/** Facebook Pages: posts by way of unpublished photos, videos and reels in phases, stories; with Facebook Login. */
@NullMarked
package planner.adapter.facebook;

import org.jspecify.annotations.NullMarked;
