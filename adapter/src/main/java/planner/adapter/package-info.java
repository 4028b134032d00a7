/** The networks, each in its folder; {@link planner.adapter.AllNetworks} lists them, {@code kit} holds what they share, {@code meta} and {@code google} what a family of them shares. */
@NullMarked
package planner.adapter;

import org.jspecify.annotations.NullMarked;
