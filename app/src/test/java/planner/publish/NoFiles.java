package planner.publish;

import java.io.InputStream;
import java.net.URI;
import planner.network.Media;
import planner.network.MediaFiles;

/** For deliveries without media. */
enum NoFiles implements MediaFiles {
    INSTANCE;

    @Override
    public InputStream open(Media media, long offset) {
        return InputStream.nullInputStream();
    }

    @Override
    public URI publicUrl(Media media) {
        return URI.create("https://files.example/" + media.id());
    }
}
