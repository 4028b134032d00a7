/** TikTok: videos by chunked upload or pulled from an address, photos, direct posts and drafts in the inbox. */
@NullMarked
package planner.adapter.tiktok;

import org.jspecify.annotations.NullMarked;
