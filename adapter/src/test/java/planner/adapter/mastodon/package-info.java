@NullMarked
package planner.adapter.mastodon;

import org.jspecify.annotations.NullMarked;
