/** Mastodon: the person names their server; text, images, video, polls and threads through its client API. */
@NullMarked
package planner.adapter.mastodon;

import org.jspecify.annotations.NullMarked;
