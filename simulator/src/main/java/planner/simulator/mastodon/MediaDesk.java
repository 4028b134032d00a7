package planner.simulator.mastodon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Multipart;
import planner.simulator.World;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;

/** Uploads: stills are ready at once, moving pictures after some work. */
final class MediaDesk {
    private static final Duration WORK = Duration.ofSeconds(4);

    private final World world;
    private final MediaShelf shelf;
    private final Map<String, Medium> media = new ConcurrentHashMap<>();
    private final AtomicLong ids;

    MediaDesk(World world, MediaShelf shelf) {
        this.world = world;
        this.shelf = shelf;
        ids = new AtomicLong(world.clock().instant().toEpochMilli() << 16);
    }

    /** @param kind image, gifv or video @param broken whether the work on it will fail */
    record Medium(
            String id, People owner, String kind, MediaShelf.Kept file, String alt, Instant ready, boolean broken) {}

    Optional<Medium> find(String id) {
        return Optional.ofNullable(media.get(id));
    }

    Answer upload(Ask ask, Access.Signed signed, Rules rules) throws IOException {
        signed.need("write:media");
        Multipart form = Bodies.parts(world, ask, Set.of("file", "thumbnail", "description", "focus"));
        Multipart.Part file = form.parts().get("file");
        if (file == null) {
            throw MastodonError.invalid("File can't be blank");
        }
        Multipart.Part description = form.parts().get("description");
        String alt = description == null ? "" : description.text();
        if (alt.codePointCount(0, alt.length()) > rules.description()) {
            throw MastodonError.invalid("Description is too long (maximum is " + rules.description() + " characters)");
        }
        Medium made = keep(file, alt, signed.who(), rules);
        media.put(made.id(), made);
        return Answer.json(ready(made) ? 200 : 202, json(made));
    }

    private Medium keep(Multipart.Part file, String alt, People who, Rules rules) throws IOException {
        MediaShelf.Kept kept = shelf.keep(new ByteArrayInputStream(file.content()), file.type(), Long.MAX_VALUE - 1);
        MediaHeader header = kept.header()
                .filter(it -> Rules.TYPES.contains(it.type()))
                .orElseThrow(() -> MastodonError.invalid("File content type is invalid, File is invalid"));
        boolean video = header instanceof MediaHeader.Video;
        String kind = video ? "video" : header.type().equals("image/gif") ? "gifv" : "image";
        if (kept.size() > (video ? rules.videoBytes() : rules.imageBytes())) {
            throw MastodonError.invalid("File size must be less than "
                    + (video ? rules.videoBytes() : rules.imageBytes()) / 1_048_576 + " MB");
        }
        long pixels = (long) header.width() * header.height();
        if (pixels > (video ? Rules.VIDEO_PIXELS : Rules.IMAGE_PIXELS)) {
            throw MastodonError.of(
                    422,
                    header.width() + "x" + header.height() + (video ? " videos" : " images") + " are not supported");
        }
        Instant now = world.clock().instant();
        boolean broken =
                header instanceof MediaHeader.Video film && film.duration().isZero();
        return new Medium(
                "" + ids.incrementAndGet(), who, kind, kept, alt, kind.equals("image") ? now : now.plus(WORK), broken);
    }

    /** 206 as long as it is worked on. */
    Answer state(String id, Access.Signed signed) {
        signed.need("write:media");
        Medium medium = find(id).filter(it -> it.owner().equals(signed.who())).orElseThrow(MastodonError::notFound);
        if (ready(medium) && medium.broken()) {
            throw MastodonError.of(422, "Error processing thumbnail for uploaded media");
        }
        return Answer.json(ready(medium) ? 200 : 206, json(medium));
    }

    boolean ready(Medium medium) {
        return !world.clock().instant().isBefore(medium.ready());
    }

    Map<String, Object> json(Medium medium) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", medium.id());
        json.put("type", medium.kind());
        json.put("url", ready(medium) ? world.base() + "/mastodon/media/" + medium.id() : null);
        json.put("preview_url", world.base() + "/mastodon/media/" + medium.id());
        json.put("description", medium.alt().isEmpty() ? null : medium.alt());
        return json;
    }
}
