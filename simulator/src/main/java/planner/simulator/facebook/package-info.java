/**
 * Facebook Pages: Facebook Login and Page tokens, posts with links and photos, videos and reels in phases, stories,
 * drafts and schedules, webhooks, and the pages that a viewer sees.
 */
@NullMarked
package planner.simulator.facebook;

import org.jspecify.annotations.NullMarked;
