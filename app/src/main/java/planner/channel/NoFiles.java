package planner.channel;

import java.io.InputStream;
import java.net.URI;
import planner.network.Media;
import planner.network.MediaFiles;

/** For sessions that only read. */
enum NoFiles implements MediaFiles {
    NONE;

    @Override
    public InputStream open(Media media, long offset) {
        throw new IllegalStateException("no files here");
    }

    @Override
    public URI publicUrl(Media media) {
        throw new IllegalStateException("no files here");
    }
}
