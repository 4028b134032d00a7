/** Google Business Profile: updates, events, offers and alerts of a location, as Search and Maps show them. */
@NullMarked
package planner.adapter.googlebusiness;

import org.jspecify.annotations.NullMarked;
