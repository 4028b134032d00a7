/** A network of paper: the least that can be published on, over real HTTP, for proofs and measurements of the engine. */
@NullMarked
package planner.paper;

import org.jspecify.annotations.NullMarked;
