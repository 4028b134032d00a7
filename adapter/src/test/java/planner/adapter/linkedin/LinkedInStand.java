package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;
import planner.simulator.media.SampleMedia;

/** One LinkedIn, files of any kind, and the short ways that the tests share. */
abstract class LinkedInStand {
    static final TestFiles FILES = TestFiles.FILES;

    final Street stage = new Street();
    final LinkedIn network = network(stage.transport());

    /** The simulator with its switches in reach. */
    static final class Street extends SimulatorStage {
        Street() {
            super(LinkedIn.ID.value());
        }

        planner.simulator.linkedin.LinkedIn site() {
            return (planner.simulator.linkedin.LinkedIn) simulator.site(LinkedIn.ID.value());
        }
    }

    @AfterEach
    void close() {
        stage.close();
    }

    LinkedIn network(Transport transport) {
        return network(transport, Map.of());
    }

    LinkedIn network(Transport transport, Map<String, String> more) {
        return new LinkedIn(settings(more), new Http(transport), stage.clock());
    }

    Environment settings(Map<String, String> more) {
        var settings = new HashMap<>(stage.site().settings());
        settings.putAll(more);
        return new MapEnvironment(settings);
    }

    LinkedInPublisher publisher(Transport transport) {
        return (LinkedInPublisher) network(transport).publisher();
    }

    /** The first page of the member. */
    Session page() {
        var grant = stage.connect(network);
        return new Session(grant.account(), grant.credential(), FILES);
    }

    /** The member, by the app that anybody gets. */
    Session member() {
        var grant = stage.connect(new OneWay(network, "profile"));
        return new Session(grant.account(), grant.credential(), FILES);
    }

    Delivery delivery(String format, String title, String text, List<Media> media, LinkedInOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                options);
    }

    Delivery delivery(String format, List<Media> media) {
        return delivery(format, "Title", "Look", media, LinkedInSamples.plain());
    }

    Delivery text(String text) {
        return delivery(LinkedInCapabilities.TEXT, "", text, List.of(), LinkedInSamples.plain());
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, Wire wire) {
        RemotePost post() {
            assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
            return ((MiniWalk.End.Published) end).post();
        }

        List<String> calls() {
            return wire.sent().stream()
                    .map(sent -> sent.call().method() + " "
                            + sent.call().uri().getPath().replaceFirst("^/linkedin/(api/rest|www)/", ""))
                    .toList();
        }

        long calls(String beginning) {
            return calls().stream().filter(it -> it.startsWith(beginning)).count();
        }
    }

    Walked walked(Delivery delivery, Session session, Transport transport, Map<Integer, Cut> cuts) {
        return walked(delivery, session, transport, cuts, Map.of());
    }

    Walked walked(
            Delivery delivery,
            Session session,
            Transport transport,
            Map<Integer, Cut> cuts,
            Map<String, String> settings) {
        var wire = new Wire(transport, cuts);
        var end = MiniWalk.of(network(wire, settings), stage, wire, session, delivery)
                .run();
        return new Walked(end, wire);
    }

    Walked walked(Delivery delivery, Session session) {
        return walked(delivery, session, stage.transport(), Map.of());
    }

    Walked walked(Delivery delivery) {
        return walked(delivery, page());
    }

    List<Finding> findings(Delivery delivery, Session session) {
        return Preflight.check(network, delivery, session.account());
    }

    List<String> errors(Delivery delivery) {
        return findings(delivery, page()).stream()
                .filter(it -> it.severity() == Finding.Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    Walked taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        var walked = walked(delivery);
        assertThat(walked.post().note()).isEmpty();
        return walked;
    }

    void refused(Delivery delivery, String code) {
        int before = stage.visible().size();
        walked(delivery).end().isRefused(code);
        assertThat(stage.visible()).hasSize(before);
    }

    static Media film(int width, int height, long millis, String sample, int bytes) {
        var content = SampleMedia.mp4(width, height, Duration.ofMillis(millis), 30, sample, bytes);
        var kept = FILES.file(MediaKind.VIDEO, "video/mp4", "film.mp4", content, width, height);
        var codec = sample.equals("avc1") ? "h264" : "hevc";
        return new Media(
                kept.id(),
                MediaKind.VIDEO,
                "video/mp4",
                kept.bytes(),
                width,
                height,
                millis / 1000.0,
                30,
                0,
                codec,
                "film.mp4",
                "");
    }
}
