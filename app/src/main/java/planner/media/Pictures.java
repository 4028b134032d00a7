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
                    readable,
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
            must(workers.ask(request(readable, edit, width, height, Format.JPEG, MUCH, to, false), A_STILL));
        }
    }

    /**
     * Decoded once, to see that it is whole.
     *
     * @param thumbnail where the small picture goes
     * @throws Unusable when it is not whole, or more than we take on
     */
    Facts look(Path file, FileType type, Path thumbnail) throws IOException {
        if (!workers.ready()) {
            throw new Unusable(Unusable.Why.NO_PICTURE_TOOLS, "no libvips");
        }
        try (var readable = readable(file, type)) {
            var request = new Request.Look(
                    readable.path(), thumbnail, Thumbnail.SIDE, Pixels.LONGEST_SIDE, Pixels.MOST, readable.profile());
            return switch (workers.ask(request, A_STILL)) {
                case Answer.Seen seen -> facts(seen, type);
                case Answer.Failed(var why, var detail) -> throw unusable(why, detail);
                case Answer.Made made -> throw new IllegalStateException("nothing was to be made");
            };
        } catch (Unmakable e) {
            throw e.why().equals(PictureWorkers.TOO_SLOW)
                    ? new Unusable(Unusable.Why.HUGE, e.why())
                    : Unusable.corrupt(e.why());
        }
    }

    private static Facts facts(Answer.Seen seen, FileType type) {
        // the bytes that are kept are those of a phone: who knows what they say
        boolean personal = seen.personal() || type == FileType.HEIC;
        var colour = switch (seen.colour()) {
            case SRGB -> "srgb";
            case GRAY -> "gray";
            case CMYK -> "cmyk";
            case WIDE -> "wide";
        };
        var details = new MediaDetails(0, null, 0, 0, null, colour, seen.alpha(), seen.turned(), personal, true, 0);
        return Facts.image(type.mime(), seen.width(), seen.height()).with(details);
    }

    private static IOException unusable(Answer.Why why, String detail) {
        return switch (why) {
            case DAMAGED, TOO_LARGE -> Unusable.corrupt(detail);
            case HUGE -> new Unusable(Unusable.Why.HUGE, detail);
            case UNWRITTEN -> new IOException(detail);
        };
    }

    boolean ready() {
        return workers.ready();
    }

    private static void must(Answer answer) throws IOException {
        if (answer instanceof Answer.Failed(var why, var detail)) {
            throw switch (why) {
                case DAMAGED -> new Unmakable("damaged");
                case TOO_LARGE, HUGE -> new Unmakable("too-large");
                case UNWRITTEN -> new IOException(detail);
            };
        }
    }

    private static Request request(
            Readable file, Edit edit, int width, int height, Format format, long most, Path to, boolean animated) {
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
                file.path(),
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
                animated,
                file.profile());
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

    /**
     * A file that libvips reads.
     *
     * @param profile as {@link Request.Make#profile} has it
     * @param ours what is to be deleted afterwards
     */
    private record Readable(Path path, String profile, List<Path> ours) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            for (var path : ours) {
                Files.deleteIfExists(path);
            }
        }
    }

    private Readable readable(Path file, FileType type) throws IOException {
        if (type != FileType.HEIC && type != FileType.AVIF) {
            return new Readable(file, "", List.of());
        }
        var head = HeifHead.read(file);
        var decoded = type == FileType.HEIC ? Files.createTempFile("planner-heic", ".tif") : file;
        var icc = Files.createTempFile("planner-colours", ".icc");
        var profile = head.profile().length > 0 ? icc.toString() : head.p3() ? "p3" : "";
        var readable = new Readable(decoded, profile, decoded.equals(file) ? List.of(icc) : List.of(icc, decoded));
        try {
            Files.write(icc, head.profile());
            if (type == FileType.HEIC) {
                decode(file, decoded);
            }
            return readable;
        } catch (IOException | RuntimeException e) {
            readable.close();
            throw e;
        }
    }

    /** This libvips has no HEVC: what phones write goes through ffmpeg first, without loss; it needs a file, not a pipe. */
    private void decode(Path heic, Path to) throws IOException {
        var with = tools.find().orElseThrow(() -> new Unusable(Unusable.Why.NO_VIDEO_TOOLS, "no ffmpeg"));
        var ended = ChildProcess.run(
                List.of(
                        with.ffmpeg().toString(),
                        "-v",
                        "error",
                        "-nostdin",
                        "-protocol_whitelist",
                        "file",
                        "-f",
                        FileType.HEIC.demuxer(),
                        "-i",
                        heic.toString(),
                        "-frames:v",
                        "1",
                        "-pix_fmt",
                        "rgb24",
                        "-f",
                        "image2",
                        // packing it would take longer than all the rest
                        "-c:v",
                        "tiff",
                        "-compression_algo",
                        "raw",
                        "-y",
                        to.toString()),
                with.environment(),
                ChildProcess.Limits.picture(),
                words -> {});
        if (!ended.well() || Files.size(to) == 0) {
            throw Unusable.corrupt("it could not be decoded");
        }
    }
}
