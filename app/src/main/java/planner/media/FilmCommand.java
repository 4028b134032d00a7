package planner.media;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Film;
import planner.network.Recipe.Sound;

/** What ffmpeg is told. */
final class FilmCommand {
    private static final String AAC = "aac";
    private static final int USUAL_FPS = 30;
    private static final int MOST_HERTZ = 48_000;
    /** Frames from one whole picture to the next, in seconds: networks cut at them. */
    private static final int WHOLE_PICTURE_EVERY = 2;
    /** High dynamic range as an ordinary screen shows it. */
    private static final String TO_ORDINARY = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,"
            + "tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv";

    private FilmCommand() {}

    static Film film(Recipe recipe) {
        var film = recipe.target().video();
        if (film == null) {
            throw new IllegalArgumentException("no film: " + recipe.target());
        }
        return film;
    }

    /** How long the result becomes. */
    static double seconds(Media of, Recipe recipe) {
        var trim = recipe.edit().trim();
        double own = trim == null ? of.seconds() : Math.clamp(of.seconds() - trim.from(), 0, trim.seconds());
        return film(recipe).seconds() == 0 ? own : film(recipe).seconds();
    }

    /** Whether the result has a sound track. */
    static boolean sound(Media of, Recipe recipe) {
        return film(recipe).sound() == Sound.ALWAYS || keepsSound(of, recipe);
    }

    private static boolean keepsSound(Media of, Recipe recipe) {
        return film(recipe).sound() != Sound.NEVER && !Boolean.FALSE.equals(of.sound()) && of.kind() == MediaKind.VIDEO;
    }

    static List<String> encode(Path original, Media of, Recipe recipe, long rate, Path to) {
        var target = recipe.target();
        var film = film(recipe);
        var trim = recipe.edit().trim();
        var all = begun();
        if (trim != null) {
            all.addAll(List.of("-ss", number(trim.from())));
        }
        all.addAll(input(original, of, film.seconds() > 0));
        all.addAll(silence(of, recipe));
        all.addAll(List.of("-t", number(seconds(of, recipe))));
        all.addAll(tracks(of, recipe));
        double fps = film.fps() > 0 ? film.fps() : of.fps() > 0 ? Math.min(of.fps(), 120) : USUAL_FPS;
        all.addAll(List.of(
                "-filter_complex",
                "[0:V:0]" + pictures(of, recipe.edit(), target.width(), target.height()) + ",fps=" + number(fps)
                        + ",format=yuv420p[v]"));
        all.addAll(List.of(
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "21", "-profile:v", "high", "-pix_fmt", "yuv420p"));
        int every = (int) Math.round(fps * WHOLE_PICTURE_EVERY);
        all.addAll(List.of("-g", "" + every, "-flags", "+cgop"));
        if (rate > 0) {
            all.addAll(List.of("-maxrate", "" + rate, "-bufsize", "" + rate));
        }
        if ("hdr".equals(of.details().colour())) {
            all.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709", "-colorspace", "bt709"));
        }
        if (sound(of, recipe)) {
            all.addAll(encodedSound(of));
        }
        all.addAll(mp4(to));
        return all;
    }

    /** The pictures stay as they are; what is personal goes, and the index comes first. */
    static List<String> repack(Path original, Media of, Recipe recipe, Path to) {
        var all = begun();
        all.addAll(input(original, of, false));
        all.addAll(silence(of, recipe));
        all.addAll(tracks(of, recipe));
        all.addAll(List.of("-c:v", "copy"));
        if ("hevc".equals(of.codec())) {
            all.addAll(List.of("-tag:v", "hvc1"));
        }
        boolean webm = recipe.target().type().equals(FileType.WEBM.mime());
        if (sound(of, recipe)) {
            boolean fits = AAC.equals(of.details().soundCodec())
                    && of.details().soundChannels() <= 2
                    && of.details().soundRate() <= MOST_HERTZ;
            all.addAll(webm || fits ? List.of("-c:a", "copy") : encodedSound(of));
        }
        if (!keepsSound(of, recipe) && sound(of, recipe)) {
            all.add("-shortest");
        }
        if (webm) {
            all.addAll(nameless());
            all.addAll(List.of("-f", "webm", "-y", to.toString()));
        } else {
            all.addAll(mp4(to));
        }
        return all;
    }

    /** The first picture that stays, as a JPEG. */
    static List<String> preview(Path original, Media of, Edit edit, int side, Path to) {
        double aspect = edit.aspect(of.aspect());
        int width = Math.max(2, (int) Math.round(aspect >= 1 ? side : side * aspect));
        int height = Math.max(2, (int) Math.round(aspect >= 1 ? side / aspect : side));
        var trim = edit.trim();
        var all = begun();
        if (trim != null) {
            all.addAll(List.of("-ss", number(trim.from())));
        }
        all.addAll(input(original, of, false));
        all.addAll(List.of(
                "-an",
                "-frames:v",
                "1",
                "-filter_complex",
                "[0:V:0]" + pictures(of, edit, width, height) + ",format=yuvj420p[v]",
                "-map",
                "[v]",
                "-f",
                "image2",
                "-c:v",
                "mjpeg",
                "-q:v",
                "4",
                "-y",
                to.toString()));
        return all;
    }

    private static List<String> begun() {
        return new ArrayList<>(List.of(
                "-v", "error", "-nostdin", "-nostats", "-progress", "pipe:1", "-protocol_whitelist", "file,pipe"));
    }

    private static List<String> input(Path original, Media of, boolean again) {
        var type = FileType.ofMime(of.type()).orElseThrow(() -> new IllegalArgumentException(of.type()));
        var all = new ArrayList<>(List.of("-f", type.demuxer()));
        if (again && of.kind() == MediaKind.ANIMATION) {
            all.addAll(List.of("-stream_loop", "-1"));
        }
        all.addAll(List.of("-i", original.toString()));
        return all;
    }

    /** A second source, where a track is wanted and the film has none. */
    private static List<String> silence(Media of, Recipe recipe) {
        return sound(of, recipe) && !keepsSound(of, recipe)
                ? List.of("-f", "lavfi", "-i", "anullsrc=r=48000:cl=stereo")
                : List.of();
    }

    private static List<String> tracks(Media of, Recipe recipe) {
        var all = new ArrayList<>(List.of("-map", recipe.target().repack() ? "0:V:0" : "[v]"));
        if (keepsSound(of, recipe)) {
            all.addAll(List.of("-map", "0:a:0?"));
        } else if (sound(of, recipe)) {
            all.addAll(List.of("-map", "1:a:0"));
        } else {
            all.add("-an");
        }
        return all;
    }

    private static List<String> encodedSound(Media of) {
        int channels = of.details().soundChannels() == 1 ? 1 : 2;
        return List.of("-c:a", AAC, "-b:a", "128k", "-ar", "48000", "-ac", "" + channels);
    }

    private static List<String> mp4(Path to) {
        var all = new ArrayList<>(nameless());
        all.addAll(List.of(
                "-use_editlist",
                "0",
                "-movflags",
                "+faststart+negative_cts_offsets",
                "-f",
                "mp4",
                "-y",
                to.toString()));
        return all;
    }

    /** Nothing of whose it is and how it was made. */
    private static List<String> nameless() {
        return List.of("-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-dn", "-sn");
    }

    private static String pictures(Media of, Edit edit, int width, int height) {
        var chain = new ArrayList<String>();
        chain.add("bwdif=deint=interlaced");
        if ("hdr".equals(of.details().colour())) {
            chain.add(TO_ORDINARY);
        }
        chain.add("scale=trunc(iw*sar/2)*2:ih,setsar=1");
        var crop = edit.crop();
        if (crop != null) {
            chain.add("crop=w=iw*%s:h=ih*%s:x=iw*%s:y=ih*%s"
                    .formatted(number(crop.width()), number(crop.height()), number(crop.x()), number(crop.y())));
        }
        var pad = edit.pad();
        chain.add(pad == null ? "scale=" + width + ":" + height : framed(pad.fill(), width, height));
        chain.add("setsar=1");
        return String.join(",", chain);
    }

    private static String framed(Edit.Fill fill, int width, int height) {
        var size = width + ":" + height;
        var inside = "scale=" + size + ":force_original_aspect_ratio=decrease:force_divisible_by=2";
        return switch (fill) {
            case BLACK, WHITE ->
                inside + ",pad=" + size + ":(ow-iw)/2:(oh-ih)/2:color="
                        + fill.name().toLowerCase(Locale.ROOT);
            case BLUR -> {
                // blurred small, which is cheap and as soft
                int smallWidth = Math.max(2, width / 16 * 2);
                int smallHeight = Math.max(2, height / 16 * 2);
                var small = smallWidth + ":" + smallHeight;
                yield "split[a][b];[a]scale=" + small + ":force_original_aspect_ratio=increase,crop=" + small
                        + ",gblur=sigma=6,eq=brightness=-0.06,scale=" + size + "[back];[b]" + inside
                        + "[front];[back][front]overlay=(W-w)/2:(H-h)/2";
            }
        };
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
