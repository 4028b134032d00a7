package planner.media;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Service;
import planner.workspace.Caller;
import planner.workspace.Installation;

/** Files from addresses that people name. */
@Service
public class Links {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration PICTURE = Duration.ofSeconds(15);

    private final Fetch fetch;
    private final Uploads uploads;

    Links(Uploads uploads, Installation installation) {
        this.fetch = new Fetch(installation.demo(), InetAddress::getAllByName);
        this.uploads = uploads;
    }

    @PreDestroy
    void close() throws IOException {
        fetch.close();
    }

    /** @param type MIME type decided by content */
    public record Picture(String type, byte[] bytes) {}

    Asset take(Caller caller, URI address) throws IOException {
        return fetch.get(address, LONGEST, (name, in) -> uploads.take(caller, FileName.clean(name), in));
    }

    /**
     * A small picture as it is, not kept here.
     *
     * @throws IOException when there is none of at most this size, or it is no picture
     */
    public Picture picture(URI address, int most) throws IOException {
        var bytes = fetch.get(address, PICTURE, (name, in) -> in.readNBytes(most + 1));
        if (bytes.length > most) {
            throw new IOException("more than " + most + " bytes");
        }
        var type = FileType.of(bytes).filter(FileType::picture).orElseThrow(() -> new IOException("no picture"));
        return new Picture(type.mime(), bytes);
    }
}
