package planner.media;

import java.util.UUID;
import planner.network.MediaKind;

/**
 * A file that can be sent: that of an asset, or a rendition.
 *
 * @param id of the asset or of the rendition
 * @param sha256 of its bytes, in hexadecimal: where it lies
 */
record KeptFile(UUID id, String name, MediaKind kind, String type, long bytes, String sha256) {}
