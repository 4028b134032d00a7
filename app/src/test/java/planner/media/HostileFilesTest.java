package planner.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import planner.network.Edit;
import planner.network.MediaKind;
import planner.network.Recipe;
import planner.network.Recipe.Target;

/**
 * Bits turned, ends cut, rubbish behind a right beginning: told as damaged, or taken, and nothing breaks down. The same files
 * each time.
 */
class HostileFilesTest extends MediaTest {
    /** Of each type; those that ffmpeg decodes take a process each. */
    private static final int MANY = 500;

    private static final int FEW = 25;
    private static final int SENT = 15;

    @TempDir
    Path folder;

    private final Random random = new Random(7);

    @Test
    void theyAreRefusedOrMade() throws IOException {
        for (var given : whole().entrySet()) {
            int refused = 0;
            int times = given.getKey() == FileType.HEIC ? FEW : MANY;
            for (int i = 0; i < times; i++) {
                refused += madeOf(spoilt(given.getValue())) ? 0 : 1;
            }
            assertThat(refused).as("refused of %s", given.getKey()).isGreaterThan(times / 3);
        }
        // after all that the workers work
        assertThat(madeOf(Samples.still("png", 60, 40))).isTrue();
    }

    @Test
    void aCallerIsToldThatTheFileIsToBlame() throws IOException {
        for (var given : whole().entrySet()) {
            for (int i = 0; i < SENT; i++) {
                assertThat(upload("a", spoilt(given.getValue())).status())
                        .as("an upload of %s", given.getKey())
                        .isIn(201, 400, 415);
            }
        }
    }

    private Map<FileType, byte[]> whole() throws IOException {
        var tools = bean(VideoTools.class);
        var clips = new Clips(tools, folder);
        var all = new LinkedHashMap<FileType, byte[]>();
        all.put(FileType.PNG, Samples.still("png", 60, 40));
        all.put(FileType.JPEG, Samples.turned(60, 40, 6));
        all.put(FileType.GIF, Samples.animation(3));
        all.put(
                FileType.WEBP,
                Samples.made(tools, ".webp", "-f", "lavfi", "-i", "testsrc=size=64x48", "-frames:v", "1"));
        var still = Files.write(folder.resolve("still.png"), Samples.still("png", 64, 64));
        var avif = clips.make("a.avif", List.of("-i", still.toString(), "-c:v", "libsvtav1", "-still-picture", "1"));
        all.put(FileType.AVIF, Files.readAllBytes(avif));
        all.put(FileType.HEIC, Files.readAllBytes(clips.heic("a.heic", 64, 64)));
        return all;
    }

    private byte[] spoilt(byte[] whole) {
        var bytes = whole.clone();
        switch (random.nextInt(4)) {
            case 0 -> turnBits(bytes, Math.min(bytes.length, 200));
            case 1 -> turnBits(bytes, bytes.length);
            case 2 -> bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
            default -> {
                for (int at = 12; at < bytes.length; at++) {
                    bytes[at] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    private void turnBits(byte[] bytes, int within) {
        for (int flips = 0; flips < 8; flips++) {
            bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** @return false when it was refused; anything else that is thrown fails the test */
    private boolean madeOf(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("hostile"), bytes);
        var to = folder.resolve("made");
        try {
            var facts = bean(Probe.class).look(file, folder.resolve("thumb.jpg"));
            if (facts.kind() == MediaKind.IMAGE || facts.kind() == MediaKind.ANIMATION) {
                var media = facts.of(UUID.randomUUID(), bytes.length, "x", "");
                var target = new Target(MediaKind.IMAGE, "image/jpeg", false, 30, 20, 10_000_000, null);
                bean(Pictures.class).make(file, media, new Recipe(Edit.NONE, target), to, share -> {});
            }
            return true;
        } catch (Unusable | Maker.Unmakable e) {
            return false;
        }
    }
}
