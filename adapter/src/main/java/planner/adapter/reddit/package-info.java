/** Reddit: posts to one or several subreddits, one after the other, with uploads by lease and a look at what became of them. */
@NullMarked
package planner.adapter.reddit;

import org.jspecify.annotations.NullMarked;
