package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.vips.Answer;
import planner.vips.Request;
import planner.vips.Request.Format;
import planner.vips.Request.Frame;

/** Makes stills and animations by libvips, and looks at them. */
@Component
@Order(1)
final class Pictures implements Maker {
    private static final Duration A_LOOK = Duration.ofSeconds(20);
    private static final Duration A_STILL = Duration.ofMinutes(2);
    private static final Duration AN_ANIMATION = Duration.ofMinutes(10);
    private static final long MUCH = 64L << 20;

    private final PictureWorkers workers;
    private final VideoTools tools;

    Pictures(PictureWorkers workers, VideoTools tools) {
        this.workers = workers;
        this.tools = tools;
    }

    @Override
    public boolean makes(Media original, Recipe.Target target) {
        boolean picture = target.kind() == MediaKind.IMAGE || target.kind() == MediaKind.ANIMATION;
        return picture && (target.repack() || workers.ready());
    }

    @Override
    public void make(Path original, Media of, Recipe recipe, Path to, Progress progress) throws IOException {
        var target = recipe.target();
        if (target.repack()) {
            Nameless.write(original, type(of.type()), to);
            return;
        }
        progress.at(0);
        boolean animated = target.kind() == MediaKind.ANIMATION;
        try (var readable = readable(original, type(of.type()))) {
            var request = request(
                    readable.path(),
                    recipe.edit(),
                    target.width(),
                    target.height(),
                    format(target.type()),
                    target.maxBytes(),
                    to,
                    animated);
            must(workers.ask(request, animated ? AN_ANIMATION : A_STILL));
        }
    }

    @Override
    public void preview(Path original, Media of, Edit edit, int side, Path to) throws IOException {
        double aspect = edit.aspect(of.aspect());
        int width = Math.max(1, (int) Math.round(aspect >= 1 ? side : side * aspect));
        int height = Math.max(1, (int) Math.round(aspect >= 1 ? side / aspect : side));
        try (var readable = readable(original, type(of.type()))) {
            must(workers.ask(request(readable.path(), edit, width, height, Format.JPEG, MUCH, to, false), A_STILL));
        }
    }

    /** What the head of a picture says beyond its size; nothing where it cannot be asked. */
    MediaDetails details(Path file) throws IOException {
        if (!workers.ready()) {
            return MediaDetails.UNKNOWN;
        }
        return workers.ask(new Request.Look(file), A_LOOK) instanceof Answer.Seen seen
                ? details(seen)
                : MediaDetails.UNKNOWN;
    }

    /**
     * Of a kind that Java does not read: decoded once, to see that it is whole.
     *
     * @param thumbnail where the small picture goes
     */
    Facts look(Path file, FileType type, Path thumbnail) throws IOException {
        if (!workers.ready()) {
            throw new Unusable(Unusable.Why.NO_PICTURE_TOOLS, "no libvips");
        }
        try (var readable = readable(file, type)) {
            if (!(workers.ask(new Request.Look(readable.path()), A_LOOK) instanceof Answer.Seen seen)) {
                throw Unusable.corrupt("its head cannot be read");
            }
            Pixels.check(seen.width(), seen.height());
            thumbnail(readable.path(), seen.width(), seen.height(), thumbnail);
            // the bytes that are kept are those of a phone: who knows what they say
            var details = type == FileType.HEIC ? personal(details(seen)) : details(seen);
            return new Facts(MediaKind.IMAGE, type.mime(), seen.width(), seen.height(), 0, 0, 0, null, null, details);
        } catch (Unmakable e) {
            throw Unusable.corrupt(e.why());
        }
    }

    /** A small picture of one that Java does not read. @throws Unusable when it is not whole */
    void thumbnail(Path file, int width, int height, Path to) throws IOException {
        double scale = Math.min(1.0, (double) Thumbnail.SIDE / Math.max(width, height));
        var request = request(
                file,
                Edit.NONE,
                Math.max(1, (int) Math.round(width * scale)),
                Math.max(1, (int) Math.round(height * scale)),
                Format.JPEG,
                MUCH,
                to,
                false);
        if (workers.ask(request, A_STILL) instanceof Answer.Failed(var why, var detail)) {
            throw Unusable.corrupt(detail);
        }
    }

    boolean ready() {
        return workers.ready();
    }

    private static void must(Answer answer) throws Unmakable {
        if (answer instanceof Answer.Failed(var why, var detail)) {
            throw new Unmakable(
                    switch (why) {
                        case DAMAGED -> "damaged";
                        case TOO_LARGE -> "too-large";
                    });
        }
    }

    private static Request request(
            Path file, Edit edit, int width, int height, Format format, long most, Path to, boolean animated) {
        var crop = Optional.ofNullable(edit.crop()).orElse(new Edit.Crop(0, 0, 1, 1));
        var pad = edit.pad();
        var frame = pad == null
                ? Frame.NONE
                : switch (pad.fill()) {
                    case BLUR -> Frame.BLUR;
                    case BLACK -> Frame.BLACK;
                    case WHITE -> Frame.WHITE;
                };
        return new Request.Make(
                file,
                to,
                format,
                width,
                height,
                most,
                crop.x(),
                crop.y(),
                crop.width(),
                crop.height(),
                frame,
                animated);
    }

    private static Format format(String type) {
        return switch (type(type)) {
            case JPEG -> Format.JPEG;
            case PNG -> Format.PNG;
            case WEBP -> Format.WEBP;
            case GIF -> Format.GIF;
            default -> throw new IllegalArgumentException("no picture is written as " + type);
        };
    }

    private static FileType type(String mime) {
        return FileType.ofMime(mime).orElseThrow(() -> new IllegalArgumentException(mime));
    }

    private static MediaDetails details(Answer.Seen seen) {
        var colour = switch (seen.colour()) {
            case SRGB -> "srgb";
            case GRAY -> "gray";
            case CMYK -> "cmyk";
            case WIDE -> "wide";
        };
        return new MediaDetails(0, null, 0, 0, null, colour, seen.alpha(), seen.turned(), seen.personal(), true, 0);
    }

    private static MediaDetails personal(MediaDetails it) {
        return new MediaDetails(0, null, 0, 0, null, it.colour(), it.alpha(), it.turned(), true, true, 0);
    }

    /** A file that libvips reads. */
    private record Readable(Path path, boolean made) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (made) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** This libvips has no HEVC: what phones write goes through ffmpeg first, without loss. */
    private Readable readable(Path file, FileType type) throws IOException {
        if (type != FileType.HEIC) {
            return new Readable(file, false);
        }
        var with = tools.find().orElseThrow(() -> new Unusable(Unusable.Why.NO_VIDEO_TOOLS, "no ffmpeg"));
        var png = Files.createTempFile("planner-heic", ".png");
        var ended = ChildProcess.run(
                List.of(
                        with.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        type.demuxer(),
                        "-i",
                        file.toString(),
                        "-frames:v",
                        "1",
                        "-f",
                        "image2",
                        "-c:v",
                        "png",
                        "-y",
                        png.toString()),
                with.environment(),
                ChildProcess.Limits.picture(),
                words -> {});
        if (!ended.well() || Files.size(png) == 0) {
            Files.deleteIfExists(png);
            throw Unusable.corrupt("it could not be decoded");
        }
        return new Readable(png, true);
    }
}
