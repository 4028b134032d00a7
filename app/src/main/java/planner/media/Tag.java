package planner.media;

import java.util.UUID;

/** A word that assets are found by. @param assets how many have it */
record Tag(UUID id, String name, int assets) {}
