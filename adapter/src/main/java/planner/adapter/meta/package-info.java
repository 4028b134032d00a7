/** What the networks behind Meta's Graph API have in common: errors, Facebook Login, long-lived tokens, sending. */
@NullMarked
package planner.adapter.meta;

import org.jspecify.annotations.NullMarked;
