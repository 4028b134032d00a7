/** What a network can tell of a file from its headers alone: type, size, length, codec. Pictures are never decoded. */
@NullMarked
package planner.simulator.media;

import org.jspecify.annotations.NullMarked;
