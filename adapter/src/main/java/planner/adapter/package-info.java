/** The networks, each in its folder; {@link planner.adapter.AllNetworks} lists them, {@code kit} holds what they share. */
@NullMarked
package planner.adapter;

import org.jspecify.annotations.NullMarked;
