package planner.channel;

import java.io.IOException;
import java.net.URI;

/** Fetches a small public picture; made by the root, which knows the guarded way out. */
public interface Pictures {
    /** @param type MIME type decided by content */
    record Picture(String type, byte[] bytes) {}

    /** @throws IOException when there is none to be had */
    Picture fetch(URI address) throws IOException;
}
