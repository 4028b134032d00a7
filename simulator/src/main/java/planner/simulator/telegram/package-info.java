/** Telegram's Bot API played back, with a channel and a group to post to. */
@NullMarked
package planner.simulator.telegram;

import org.jspecify.annotations.NullMarked;
