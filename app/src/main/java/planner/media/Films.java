package planner.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;

/** Makes films by ffmpeg: out of films and of animations. */
@Component
@Order(2)
final class Films implements Maker {
    private static final Pattern TIME = Pattern.compile("out_time_us=(\\d+)");
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration MOST = Duration.ofHours(8);
    /** Of its own length a film may take to be encoded, on the slowest machine we think of. */
    private static final int TIMES_ITS_LENGTH = 60;
    /** Below it nobody would want to look at a film. */
    private static final long LEAST_BITRATE = 100_000;

    private static final long SOUND_BITRATE = 128_000;
    /** Of the bytes that it may have: what the container takes is left, and some for the encoder's aim. */
    private static final double AIM = 0.93;

    private static final double SECOND_AIM = 0.75;
    private static final long FOR_CONTAINER = 64 * 1024;

    private final VideoTools tools;

    Films(VideoTools tools) {
        this.tools = tools;
    }

    @Override
    public boolean makes(Media original, Recipe.Target target) {
        return target.kind() == MediaKind.VIDEO && tools.find().isPresent();
    }

    @Override
    public void make(Path original, Media of, Recipe recipe, Path to, Progress progress) throws IOException {
        var target = recipe.target();
        if (target.repack()) {
            run(FilmCommand.repack(original, of, recipe, to), of, recipe, to, progress);
        } else {
            long rate = rate(of, recipe, AIM);
            run(FilmCommand.encode(original, of, recipe, rate, to), of, recipe, to, progress);
            if (Files.size(to) > target.maxBytes()) {
                rate = rate(of, recipe, SECOND_AIM);
                run(FilmCommand.encode(original, of, recipe, rate, to), of, recipe, to, progress);
            }
        }
        if (Files.size(to) > target.maxBytes()) {
            throw new Unmakable("too-large");
        }
    }

    @Override
    public void preview(Path original, Media of, Edit edit, int side, Path to) throws IOException {
        var with = tools.find().orElseThrow(() -> new Unmakable("no-tools"));
        var command = new ArrayList<String>();
        command.add(with.ffmpeg().toString());
        command.addAll(FilmCommand.preview(original, of, edit, side, to));
        var ended = ChildProcess.run(command, with.environment());
        if (!ended.well() || !Files.exists(to) || Files.size(to) == 0) {
            throw new Unmakable("damaged");
        }
    }

    /** Most bits per second of the pictures; 0 = as the quality needs. */
    private static long rate(Media of, Recipe recipe, double aim) throws Unmakable {
        var target = recipe.target();
        var film = FilmCommand.film(recipe);
        double seconds = Math.max(0.5, FilmCommand.seconds(of, recipe));
        boolean sound = FilmCommand.sound(of, recipe);
        // what is far from any limit need not be held back
        double bySize = target.maxBytes() / seconds * 8 * aim - (sound ? SOUND_BITRATE : 0);
        double byRate = film.maxBitrate() == 0 ? Double.MAX_VALUE : film.maxBitrate() - (sound ? SOUND_BITRATE : 0);
        double most = Math.min(bySize, byRate);
        if (most < LEAST_BITRATE) {
            throw new Unmakable("too-large");
        }
        return most > Integer.MAX_VALUE ? 0 : (long) most;
    }

    private void run(List<String> arguments, Media of, Recipe recipe, Path to, Progress progress) throws IOException {
        var with = tools.find().orElseThrow(() -> new Unmakable("no-tools"));
        var command = new ArrayList<String>();
        command.add(with.ffmpeg().toString());
        command.addAll(arguments);
        double seconds = FilmCommand.seconds(of, recipe);
        // a file that is too large is told apart from one that could not be made
        long most = recipe.target().maxBytes();
        var limits =
                ChildProcess.Limits.work(time(seconds), most > Long.MAX_VALUE / 2 ? most : most * 2 + FOR_CONTAINER);
        var ended = ChildProcess.run(
                command, with.environment(), limits, words -> progress.at(share(ChildProcess.end(words), seconds)));
        if (ended.output().equals("took too long")) {
            throw new Unmakable("takes-too-long");
        }
        if (!ended.well() || !Files.exists(to) || Files.size(to) == 0) {
            throw new Unmakable("damaged");
        }
    }

    private static Duration time(double seconds) {
        var time = LEAST.plusMillis((long) (seconds * 1_000 * TIMES_ITS_LENGTH));
        return time.compareTo(MOST) > 0 ? MOST : time;
    }

    private static double share(String words, double seconds) {
        double told = TIME.matcher(words)
                .results()
                .reduce((one, other) -> other)
                .map(match -> Double.parseDouble(match.group(1)))
                .orElse(0.0);
        return seconds <= 0 ? 0 : Math.clamp(told / 1_000_000 / seconds, 0, 1);
    }
}
