/** What Google's APIs have in common: sign-in, the shape of an error, and what every one of them says alike. */
@NullMarked
package planner.adapter.google;

import org.jspecify.annotations.NullMarked;
