/**
 * Threads: consent page, tokens of sixty days, containers that are processed and published, replies, places, figures,
 * webhooks, and a timeline to look at.
 */
@NullMarked
package planner.simulator.threads;

import org.jspecify.annotations.NullMarked;
