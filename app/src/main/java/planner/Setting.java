package planner;

/**
 * One thing that can be set, as the documented table shows it.
 *
 * @param form what a value looks like
 * @param initial what counts when nothing is set; empty = nothing
 */
record Setting(String name, String form, String initial, String meaning) {}
