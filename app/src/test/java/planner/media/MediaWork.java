package planner.media;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.mock.env.MockEnvironment;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Film;
import planner.network.Recipe.Sound;
import planner.network.Recipe.Target;
import planner.workspace.Installation;
import planner.workspace.MasterKey;
import planner.workspace.Mode;

/** The room's makers without the house, for measurements. */
public final class MediaWork implements AutoCloseable {
    private final VideoTools tools;
    private final PictureWorkers workers;
    private final Pictures pictures;
    private final Films films;
    private final Probe probe;
    private final Path folder;

    public MediaWork(Path folder) {
        this.folder = folder;
        var installation =
                new Installation(Mode.DEMO, URI.create("http://127.0.0.1"), folder, new MasterKey(new byte[32]));
        tools = new VideoTools(installation, new MediaSettings(new MockEnvironment()));
        workers = new PictureWorkers(installation);
        pictures = new Pictures(workers, tools);
        films = new Films(tools);
        probe = new Probe(new VideoProbe(tools), pictures);
    }

    /** To 1080 pixels of width. */
    public void shrink(Path photo, int width, int height, Path to) throws IOException {
        var target = new Target(MediaKind.IMAGE, "image/jpeg", false, 1080, 1080 * height / width, 50_000_000, null);
        var media = new Media(
                UUID.randomUUID(), MediaKind.IMAGE, "image/jpeg", 1, width, height, 0, 0, 0, null, "photo", "");
        pictures.make(photo, media, new Recipe(Edit.NONE, target), to, share -> {});
    }

    /** Processes that worked on pictures. */
    public List<Long> workers() {
        return workers.pids();
    }

    public Path clip(int seconds) throws IOException {
        return new Clips(tools, folder)
                .film(
                        "clip.mp4",
                        "size=1920x1080:rate=30:duration=" + seconds,
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac");
    }

    public Recipe portrait() {
        return new Recipe(
                new Edit(null, null, new Edit.Pad(9 / 16., Edit.Fill.BLACK), false),
                new Target(
                        MediaKind.VIDEO, "video/mp4", false, 1080, 1920, 500_000_000, new Film(0, 0, 0, Sound.KEEP)));
    }

    public void film(Path clip, Recipe recipe, Path to) throws IOException {
        films.make(clip, media(clip), recipe, to, share -> {});
    }

    /** The same by the program alone. */
    public ProcessBuilder command(Path clip, Recipe recipe, Path to) throws IOException {
        var with = tools.find().orElseThrow();
        var command = new ArrayList<String>();
        command.add(with.ffmpeg().toString());
        command.addAll(FilmCommand.encode(clip, media(clip), recipe, 0, to));
        var builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(with.environment());
        return builder;
    }

    private Media media(Path clip) throws IOException {
        var thumbnail = Files.createTempFile("bench", ".jpg");
        return probe.look(clip, thumbnail).of(UUID.randomUUID(), Files.size(clip), "clip", "");
    }

    @Override
    public void close() {
        workers.close();
    }
}
