/**
 * The sandbox: networks imitated strictly enough to publish against, each in a package of its own. Knows nothing of the
 * adapters, so that a misreading of a network cannot be made twice by the same hand.
 */
@NullMarked
package planner.simulator;

import org.jspecify.annotations.NullMarked;
