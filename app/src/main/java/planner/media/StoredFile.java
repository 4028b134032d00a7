package planner.media;

import java.nio.file.Path;

/** A file on disk. @param sha256 of its bytes, in hexadecimal */
record StoredFile(Path path, String sha256, long bytes) {}
