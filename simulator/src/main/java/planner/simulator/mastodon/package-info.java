/** Mastodon: one server with its app registration, consent page, uploads, statuses and timeline. */
@NullMarked
package planner.simulator.mastodon;

import org.jspecify.annotations.NullMarked;
