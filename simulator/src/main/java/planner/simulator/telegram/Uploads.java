package planner.simulator.telegram;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import planner.simulator.Multipart;
import planner.simulator.media.MediaHeader;
import planner.simulator.media.MediaShelf;
import planner.simulator.telegram.Chats.Stored;

/** The files of a message (sheet, section 2.3). */
final class Uploads {
    private static final long PHOTO_UPLOAD = 10_000_000;
    private static final long FILE_UPLOAD = 50_000_000;
    private static final long PHOTO_URL = 5_000_000;
    private static final long FILE_URL = 20_000_000;
    private static final long THUMBNAIL = 200_000;
    private static final int THUMBNAIL_SIDE = 320;

    private final Chats chats;
    private final MediaShelf shelf;

    Uploads(Chats chats, MediaShelf shelf) {
        this.chats = chats;
        this.shelf = shelf;
    }

    /** An upload, an address, or the id of a file that was sent before. */
    Stored file(Parameters call, String kind, String value, String part) throws IOException {
        var known = chats.file(value);
        if (known.isPresent()) {
            if (!known.get().kind().equals(kind)) {
                throw BotError.bad("can't use file of type " + known.get().kind() + " as " + kind);
            }
            return known.get();
        }
        boolean photo = kind.equals("photo");
        if (value.startsWith("http://") || value.startsWith("https://")) {
            return fetched(kind, value, photo ? PHOTO_URL : FILE_URL);
        }
        String name = value.startsWith("attach://") ? value.substring("attach://".length()) : part;
        Multipart.Part upload =
                call.file(name).orElseThrow(() -> BotError.bad("there is no " + kind + " in the request"));
        long most = photo ? PHOTO_UPLOAD : FILE_UPLOAD;
        if (upload.content().length > most) {
            throw new BotError(413, "Request Entity Too Large");
        }
        var kept = shelf.keep(new ByteArrayInputStream(upload.content()), upload.type(), most + 1);
        return store(kind, kept, upload.file());
    }

    private Stored fetched(String kind, String address, long most) {
        try {
            var kept = shelf.fetch(address, most);
            if (kept.size() > most) {
                throw BotError.bad("failed to get HTTP URL content");
            }
            return store(kind, kept, "file");
        } catch (MediaShelf.NotFetched e) {
            throw BotError.bad("failed to get HTTP URL content");
        }
    }

    private Stored store(String kind, MediaShelf.Kept kept, String name) {
        MediaHeader header = kept.header().orElse(null);
        int width = header == null ? 0 : header.width();
        int height = header == null ? 0 : header.height();
        if (kind.equals("photo")) {
            if (!(header instanceof MediaHeader.Image)) {
                throw BotError.bad("IMAGE_PROCESS_FAILED");
            }
            if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
                throw BotError.bad("PHOTO_INVALID_DIMENSIONS");
            }
        }
        int seconds = header instanceof MediaHeader.Video video
                ? (int) video.duration().toSeconds()
                : 0;
        String type = header == null ? kept.type() : header.type();
        // what can be heard is no animation
        boolean heard =
                header instanceof MediaHeader.Video film && !film.audio().isEmpty();
        String shown = kind.equals("animation") && heard ? "video" : kind;
        Stored stored = new Stored(
                "AgAC" + UUID.randomUUID().toString().replace("-", ""),
                shown,
                kept,
                name,
                type,
                width,
                height,
                seconds);
        chats.keep(stored);
        return stored;
    }

    /**
     * The picture before a video plays, or the one that stands for a file; the id of the stored picture, empty without.
     */
    String picture(Parameters call) throws IOException {
        String thumbnail = call.has("thumbnail") ? thumbnail(call) : "";
        return call.has("cover")
                ? file(call, "photo", call.text("cover"), "cover").id()
                : thumbnail;
    }

    /** Never an id or an address, and small. */
    private String thumbnail(Parameters call) throws IOException {
        if (!call.text("thumbnail").startsWith("attach://")) {
            throw BotError.bad("wrong file identifier/HTTP URL specified");
        }
        Stored stored = file(call, "photo", call.text("thumbnail"), "thumbnail");
        boolean jpeg = stored.type().equals("image/jpeg");
        if (!jpeg
                || stored.file().size() >= THUMBNAIL
                || stored.width() > THUMBNAIL_SIDE
                || stored.height() > THUMBNAIL_SIDE) {
            throw BotError.bad("THUMBNAIL_INVALID");
        }
        return stored.id();
    }
}
