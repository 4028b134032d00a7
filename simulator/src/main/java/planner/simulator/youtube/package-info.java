/**
 * YouTube as the planner meets it: resumable uploads, the Data API with its quota, the Analytics API, and the pages that
 * viewers see. Written from the public reference alone.
 */
@NullMarked
package planner.simulator.youtube;

import org.jspecify.annotations.NullMarked;
