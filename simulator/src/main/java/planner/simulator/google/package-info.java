/** What the simulated services of Google share: sign-in, tokens, strict JSON and the shape of an error. */
@NullMarked
package planner.simulator.google;

import org.jspecify.annotations.NullMarked;
