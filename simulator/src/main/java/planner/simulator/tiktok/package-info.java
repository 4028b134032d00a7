/**
 * TikTok as the planner meets it: short tokens with rotating refresh, uploads by chunks, pulls from verified domains,
 * drafts in the creator's inbox, and vertical videos on a profile. Rules and their sources: docs/networks/tiktok.md.
 */
@NullMarked
package planner.simulator.tiktok;

import org.jspecify.annotations.NullMarked;
