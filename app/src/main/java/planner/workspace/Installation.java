package planner.workspace;

import java.net.URI;
import java.nio.file.Path;

/**
 * What the rooms may know about where they run.
 *
 * @param publicUrl where browsers and networks reach us, without a slash at its end
 * @param data the data folder; it exists
 */
public record Installation(Mode mode, URI publicUrl, Path data, MasterKey masterKey) {
    public boolean demo() {
        return mode == Mode.DEMO;
    }
}
