/** Telegram channels and groups through the Bot API. See docs/networks/telegram.md. */
@NullMarked
package planner.adapter.telegram;

import org.jspecify.annotations.NullMarked;
