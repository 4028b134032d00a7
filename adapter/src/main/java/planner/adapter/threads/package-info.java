/** Threads: containers that are made, waited for and published; a thread is a chain of replies to oneself. */
@NullMarked
package planner.adapter.threads;

import org.jspecify.annotations.NullMarked;
