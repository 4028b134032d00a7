package planner;

import java.io.IOException;
import java.net.URI;
import org.springframework.stereotype.Component;
import planner.channel.Pictures;
import planner.media.Links;

/** Account pictures by the guarded way out of room media. */
@Component
class AvatarPictures implements Pictures {
    private static final int LARGEST = 512 * 1024;

    private final Links links;

    AvatarPictures(Links links) {
        this.links = links;
    }

    @Override
    public Picture fetch(URI address) throws IOException {
        var picture = links.picture(address, LARGEST);
        return new Picture(picture.type(), picture.bytes());
    }
}
