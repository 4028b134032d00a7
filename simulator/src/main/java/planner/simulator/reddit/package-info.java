/**
 * Reddit as the planner meets it: refusals with status 200, rules of each subreddit, uploads by lease, posts with files
 * that appear late, filters that say nothing. Rules and their sources: docs/networks/reddit.md.
 */
@NullMarked
package planner.simulator.reddit;

import org.jspecify.annotations.NullMarked;
