package planner.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.RoomTest;
import planner.network.Edit;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Film;
import planner.network.Recipe.Sound;
import planner.network.Recipe.Target;

/** Films as ffprobe sees them after they were made to fit. */
class FilmsTest extends RoomTest {
    private static final Film PLAIN = new Film(0, 0, 0, Sound.KEEP);
    private static final long MUCH = 100_000_000;

    @TempDir
    Path folder;

    private Films films;
    private Clips clips;
    private final List<Double> told = new ArrayList<>();

    @BeforeEach
    void tools() {
        films = new Films(bean(VideoTools.class));
        clips = new Clips(bean(VideoTools.class), folder);
    }

    @Test
    void whatAPhoneFilmsIsMadeForEverybody() throws IOException {
        var upright = clips.film(
                "flat.mov",
                "size=1280x720:rate=60:duration=2",
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none",
                "-tag:v",
                "hvc1",
                "-pix_fmt",
                "yuv420p10le",
                "-c:a",
                "pcm_s16le",
                "-ar",
                "44100");
        var phone = clips.make(
                "phone.mov",
                List.of(
                        "-display_rotation",
                        "90",
                        "-i",
                        upright.toString(),
                        "-c",
                        "copy",
                        "-movflags",
                        "use_metadata_tags",
                        "-metadata",
                        "com.apple.quicktime.location.ISO6709=+52.2297+021.0122/"));
        var facts = probe(phone);
        assertThat(facts.width()).isEqualTo(720);
        assertThat(facts.height()).isEqualTo(1280);
        assertThat(facts.codec()).isEqualTo("hevc");
        assertThat(facts.details().turned()).isTrue();
        assertThat(facts.details().personal()).isTrue();
        assertThat(facts.details().indexFirst()).isFalse();
        assertThat(facts.details().pixels()).isEqualTo("yuv420p10le");
        assertThat(facts.details().soundCodec()).isEqualTo("pcm_s16le");

        var made = make(phone, target(360, 640, MUCH, new Film(30, 0, 0, Sound.KEEP)));

        var video = clips.stream(made, "video");
        assertThat(video.path("codec_name").asString()).isEqualTo("h264");
        assertThat(video.path("pix_fmt").asString()).isEqualTo("yuv420p");
        assertThat(video.path("width").asInt()).isEqualTo(360);
        assertThat(video.path("height").asInt()).isEqualTo(640);
        assertThat(video.path("r_frame_rate").asString()).isEqualTo("30/1");
        assertThat(video.path("side_data_list").isMissingNode()).isTrue();
        var sound = clips.stream(made, "audio");
        assertThat(sound.path("codec_name").asString()).isEqualTo("aac");
        assertThat(sound.path("sample_rate").asString()).isEqualTo("48000");
        assertThat(bytes(made)).doesNotContain("+52.2297", "quicktime", "elst");
        var again = probe(made);
        assertThat(again.details().indexFirst()).isTrue();
        assertThat(again.details().personal()).isFalse();
        assertThat(again.seconds()).isCloseTo(2, within(0.1));
    }

    @Test
    void aNewPackingLeavesThePicturesAsTheyAre() throws IOException {
        var film = clips.film(
                "late.mov",
                "size=320x240:rate=25:duration=2",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac",
                "-metadata",
                "title=Our garden");

        var made = make(film, new Target(MediaKind.VIDEO, "video/mp4", true, 320, 240, MUCH, PLAIN));

        assertThat(packets(made)).isEqualTo(packets(film));
        assertThat(probe(made).details().indexFirst()).isTrue();
        assertThat(bytes(made)).doesNotContain("Our garden");
        assertThat(probe(made).type()).isEqualTo("video/mp4");
    }

    @Test
    void silenceIsAddedWhereATrackIsWanted() throws IOException {
        var film =
                clips.silent("silent.mp4", "size=320x240:rate=25:duration=2", "-c:v", "libx264", "-pix_fmt", "yuv420p");

        var packed = make(
                film, new Target(MediaKind.VIDEO, "video/mp4", true, 320, 240, MUCH, new Film(0, 0, 0, Sound.ALWAYS)));
        var encoded = make(film, target(320, 240, MUCH, new Film(0, 0, 0, Sound.ALWAYS)));

        for (var made : List.of(packed, encoded)) {
            assertThat(clips.stream(made, "audio").path("codec_name").asString())
                    .isEqualTo("aac");
            assertThat(probe(made).seconds()).isCloseTo(2, within(0.1));
        }
    }

    @Test
    void aStretchIsCutOutAndFramed() throws IOException {
        var film = clips.film(
                "long.mp4", "size=640x360:rate=25:duration=5", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac");
        for (var fill : Edit.Fill.values()) {
            var edit = new Edit(new Edit.Trim(1, 2.5), null, new Edit.Pad(9 / 16., fill), false);

            var made = make(film, target(270, 480, MUCH, PLAIN), edit);

            var facts = probe(made);
            assertThat(facts.seconds()).isCloseTo(2.5, within(0.1));
            assertThat(facts.width()).isEqualTo(270);
            assertThat(facts.height()).isEqualTo(480);
        }
    }

    @Test
    void aPieceIsCutOut() throws IOException {
        var film = clips.silent(
                "halves.mp4",
                "size=64x64:rate=25:duration=1,drawbox=x=0:y=0:w=32:h=64:color=red:t=fill,"
                        + "drawbox=x=32:y=0:w=32:h=64:color=blue:t=fill",
                "-c:v",
                "libx264",
                "-pix_fmt",
                "yuv420p");
        var right = new Edit(null, new Edit.Crop(0.5, 0, 0.5, 1), null, false);

        films.preview(film, media(film), right, 64, folder.resolve("right.jpg"));

        var picture = javax.imageio.ImageIO.read(folder.resolve("right.jpg").toFile());
        assertThat(picture.getWidth()).isEqualTo(32);
        var colour = new java.awt.Color(picture.getRGB(16, 32));
        assertThat(colour.getBlue()).isGreaterThan(180);
        assertThat(colour.getRed()).isLessThan(80);
    }

    @Test
    void aFilmIsSqueezedUnderALimitAndRefusedWhenNothingWouldBeLeft() throws IOException {
        var film = clips.film(
                "noise.mp4",
                "size=640x360:rate=25:duration=6,noise=alls=80:allf=t",
                "-c:v",
                "libx264",
                "-crf",
                "18",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "aac");
        assertThat(Files.size(film)).isGreaterThan(2_000_000);

        var made = make(film, target(640, 360, 500_000, PLAIN));

        assertThat(Files.size(made)).isLessThanOrEqualTo(500_000).isGreaterThan(200_000);
        assertThatThrownBy(() -> make(film, target(640, 360, 100_000, PLAIN)))
                .isInstanceOf(Maker.Unmakable.class)
                .hasMessage("too-large");
    }

    @Test
    void anAnimationBecomesAFilmThatLastsLongEnough() throws IOException {
        var gif = clips.silent("loop.gif", "size=120x90:rate=10:duration=1");
        var facts = bean(Probe.class).look(gif, folder.resolve("thumb.jpg"));
        assertThat(facts.kind()).isEqualTo(MediaKind.ANIMATION);

        var made = make(gif, target(120, 90, MUCH, new Film(25, 3, 0, Sound.ALWAYS)));

        var film = probe(made);
        assertThat(film.kind()).isEqualTo(MediaKind.VIDEO);
        assertThat(film.seconds()).isCloseTo(3, within(0.1));
        assertThat(film.sound()).isTrue();
    }

    @Test
    void itTellsHowFarItIsAndStopsWhenNobodyWantsItAnyMore() throws IOException {
        var film = clips.silent(
                "large.mp4",
                "size=1920x1080:rate=30:duration=8",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p");
        var to = folder.resolve("out.mp4");
        var recipe = new Recipe(Edit.NONE, target(1920, 1080, MUCH, PLAIN));

        assertThatThrownBy(() -> films.make(film, media(film), recipe, to, share -> {
                    told.add(share);
                    if (share > 0.05) {
                        throw new Maker.Stopped();
                    }
                }))
                .isInstanceOf(Maker.Stopped.class);

        assertThat(told.getLast()).isBetween(0.05, 1.0);
        assertThat(told).isSorted();
    }

    @Test
    void aPlaylistInTheSkinOfAFilmOpensNothing() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "file content");
        var playlist = Files.writeString(
                folder.resolve("evil.mp4"), "#EXTM3U\n#EXTINF:10,\nfile://" + secret + "\n", StandardCharsets.UTF_8);
        var lie = new Media(
                UUID.randomUUID(), MediaKind.VIDEO, "video/mp4", 60, 320, 240, 5, 25, 0, "h264", "evil.mp4", "");
        var recipe = new Recipe(Edit.NONE, target(320, 240, MUCH, PLAIN));

        assertThatThrownBy(() -> films.make(playlist, lie, recipe, folder.resolve("out.mp4"), told::add))
                .isInstanceOf(Maker.Unmakable.class)
                .hasMessage("damaged");
    }

    private Path make(Path film, Target target) throws IOException {
        return make(film, target, Edit.NONE);
    }

    private Path make(Path film, Target target, Edit edit) throws IOException {
        var to = folder.resolve(UUID.randomUUID() + ".mp4");
        films.make(film, media(film), new Recipe(edit, target), to, told::add);
        return to;
    }

    private Facts probe(Path film) throws IOException {
        return bean(Probe.class).look(film, folder.resolve("thumb.jpg"));
    }

    private Media media(Path film) throws IOException {
        return probe(film)
                .of(UUID.randomUUID(), Files.size(film), film.getFileName().toString(), "");
    }

    private static Target target(int width, int height, long maxBytes, Film film) {
        return new Target(MediaKind.VIDEO, "video/mp4", false, width, height, maxBytes, film);
    }

    /** What each packet of pictures holds, whatever is around it. */
    private String packets(Path film) throws IOException {
        var to = folder.resolve(UUID.randomUUID() + ".h264");
        clips.make(
                to.getFileName().toString(),
                List.of("-i", film.toString(), "-map", "0:v", "-c", "copy", "-f", "framehash"));
        return Files.readString(to)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(line.lastIndexOf(',')))
                .toList()
                .toString();
    }

    private static String bytes(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }
}
