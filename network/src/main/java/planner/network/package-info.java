/**
 * What a network is: capabilities as data, connectors, steps, outcomes, faults and readers. The contract that every
 * adapter implements and that the other rooms build upon. It knows the JDK and nothing else.
 */
@NullMarked
package planner.network;

import org.jspecify.annotations.NullMarked;
