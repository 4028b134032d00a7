package planner.media;

import java.nio.file.Path;

/** A file that came in and was looked into; nothing names it yet, and it goes again unless something does. */
public final class Arrived {
    private final StoredFile file;
    private final Facts facts;
    private final Path thumbnail;

    Arrived(StoredFile file, Facts facts, Path thumbnail) {
        this.file = file;
        this.facts = facts;
        this.thumbnail = thumbnail;
    }

    StoredFile file() {
        return file;
    }

    Facts facts() {
        return facts;
    }

    /** There may be no picture there. */
    Path thumbnail() {
        return thumbnail;
    }
}
