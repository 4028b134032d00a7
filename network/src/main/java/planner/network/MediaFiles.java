package planner.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** The files behind a delivery's media. */
public interface MediaFiles {
    /**
     * The bytes from {@code offset} (0 to {@code media.bytes()}) to the end; the caller closes.
     *
     * @throws IOException when the file cannot be read
     */
    InputStream open(Media media, long offset) throws IOException;

    /**
     * An unguessable address where the network can fetch the file without signing in, for at least 24 hours. The same
     * medium of the same delivery gives the same address, so that a repeated step sends the same bytes.
     */
    URI publicUrl(Media media);
}
