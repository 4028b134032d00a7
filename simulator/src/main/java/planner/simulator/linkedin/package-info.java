/**
 * LinkedIn as the planner meets it: two apps with their products and quotas, members and pages, uploads by address and part,
 * little text that is cut where it was not escaped, and a feed. Rules and their sources: docs/networks/linkedin.md.
 */
@NullMarked
package planner.simulator.linkedin;

import org.jspecify.annotations.NullMarked;
