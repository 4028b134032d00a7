/** What every network must keep, and the samples that prove it; room {@code publish} walks the same samples through its crash proof. */
@NullMarked
package planner.adapter.contract;

import org.jspecify.annotations.NullMarked;
