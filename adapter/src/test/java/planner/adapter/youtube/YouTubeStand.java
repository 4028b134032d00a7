package planner.adapter.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.youtube.YouTubeSamples.Some;
import planner.adapter.youtube.YouTubeSamples.Street;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One YouTube, files of any kind, and the short ways that the tests share. */
abstract class YouTubeStand {
    final Shelf files = new Shelf();
    final Street stage = street();
    final YouTube network = network(new Wire(stage.transport()));

    Street street() {
        return new Street();
    }

    /** Films of any size, and documents of which only the length matters. */
    static final class Shelf implements MediaFiles, AutoCloseable {
        final HeavyFiles heavy = new HeavyFiles();
        private final Map<UUID, byte[]> documents = new ConcurrentHashMap<>();

        Media document(String name, int bytes) {
            var id = UUID.randomUUID();
            documents.put(id, "1\n".repeat(bytes / 2 + 1).substring(0, bytes).getBytes(StandardCharsets.UTF_8));
            return new Media(id, MediaKind.DOCUMENT, type(name), bytes, 0, 0, 0, 0, 0, null, name, "");
        }

        private static String type(String name) {
            return switch (name.substring(name.lastIndexOf('.'))) {
                case ".srt" -> "application/x-subrip";
                case ".vtt" -> "text/vtt";
                default -> "application/octet-stream";
            };
        }

        @Override
        public InputStream open(Media media, long offset) throws IOException {
            var document = documents.get(media.id());
            return document == null
                    ? heavy.open(media, offset)
                    : new ByteArrayInputStream(document, (int) offset, document.length - (int) offset);
        }

        @Override
        public URI publicUrl(Media media) {
            return heavy.publicUrl(media);
        }

        @Override
        public void close() {
            heavy.close();
        }
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    YouTube network(Wire wire) {
        return new YouTube(stage.settings(), new Http(wire), stage.clock());
    }

    Media film() {
        return lasting(Duration.ofSeconds(4));
    }

    Media lasting(Duration length) {
        return files.heavy.video(640, 360, length);
    }

    Media weighing(long bytes) {
        return files.heavy.video(640, 360, Duration.ofSeconds(4), 30, "avc1", bytes);
    }

    Delivery delivery(String format, String title, String text, Media film, YouTubeOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, List.of(film))),
                options);
    }

    Delivery video(Media film, YouTubeOptions options) {
        return delivery("video", "Moss", "It grows", film, options);
    }

    Delivery video(Some some) {
        return video(film(), some.options());
    }

    Session session() {
        var grant = stage.connect(network);
        return new Session(grant.account(), grant.credential(), files);
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, List<MiniWalk.Move> moves, Wire wire) {
        List<String> paths() {
            return wire.sent().stream()
                    .map(sent -> sent.call().method() + " "
                            + sent.call().uri().getPath().replaceFirst("^/youtube/api(/upload)?/youtube/v3", ""))
                    .toList();
        }

        List<String> ranges() {
            return wire.sent().stream()
                    .flatMap(sent -> sent.call().headers().entrySet().stream())
                    .filter(header -> header.getKey().equals("Content-Range"))
                    .map(Map.Entry::getValue)
                    .toList();
        }

        RemotePost post() {
            assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
            return ((MiniWalk.End.Published) end).post();
        }
    }

    Walked walked(Delivery delivery) {
        return walked(delivery, Map.of());
    }

    Walked walked(Delivery delivery, Map<Integer, Cut> cuts) {
        var session = session();
        var wire = new Wire(stage.transport(), cuts);
        var walk = MiniWalk.of(network(wire), stage, wire, session, delivery);
        return new Walked(walk.run(), walk.moves(), wire);
    }

    List<String> findings(Delivery delivery, Severity severity) {
        return Preflight.check(network, delivery, session().account()).stream()
                .filter(it -> it.severity() == severity)
                .map(Finding::rule)
                .toList();
    }

    List<String> errors(Delivery delivery) {
        return findings(delivery, Severity.ERROR);
    }

    Walked taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        var walked = walked(delivery);
        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Published.class);
        return walked;
    }

    Walked refused(Delivery delivery, String code) {
        int before = stage.visible().size();
        var walked = walked(delivery);
        walked.end().isRefused(code);
        assertThat(stage.visible()).hasSize(before);
        return walked;
    }
}
