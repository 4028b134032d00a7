package planner.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where assets are kept; it is no place on the disk.
 *
 * @param parent {@code null} = it stands at the top
 * @param assets how many lie in it
 */
record Folder(UUID id, String name, @Nullable UUID parent, int assets) {}
