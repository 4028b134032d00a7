package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One Pinterest, files of any kind, and the short ways that the tests share. */
abstract class PinterestStand {
    final HeavyFiles files = new HeavyFiles();
    final Street stage = new Street();

    /** The simulator with its switches in reach. */
    static final class Street extends SimulatorStage {
        Street() {
            super(Pinterest.ID.value());
        }

        planner.simulator.pinterest.Pinterest site() {
            return (planner.simulator.pinterest.Pinterest) simulator.site(Pinterest.ID.value());
        }
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    Pinterest network() {
        return network(stage.transport());
    }

    Pinterest network(Transport transport) {
        return new Pinterest(stage.settings(), new Http(transport), stage.clock());
    }

    PinterestPublisher publisher(Transport transport) {
        return new PinterestPublisher(
                new PinterestApi(PinterestApp.from(stage.settings()), new Http(transport)), false);
    }

    Delivery delivery(String format, String title, String text, List<Media> media, PinterestOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                options);
    }

    Delivery image(PinterestOptions options) {
        return delivery("image", "Moss", "On a stone", List.of(photo()), options);
    }

    Delivery video(PinterestOptions options) {
        return delivery("video", "Fern", "Unrolls", List.of(film()), options);
    }

    Media photo() {
        return files.jpeg(400, 600, 0);
    }

    Media film() {
        return files.video(360, 640, Duration.ofSeconds(6));
    }

    Session session() {
        var grant = stage.connect(network());
        return new Session(grant.account(), grant.credential(), files);
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, List<MiniWalk.Move> moves, Wire wire) {
        List<String> calls() {
            return wire.sent().stream()
                    .map(sent -> sent.call().method() + " "
                            + sent.call().uri().getPath().replaceFirst("^/pinterest(/api/v5)?", ""))
                    .toList();
        }

        long count(String call) {
            return calls().stream().filter(call::equals).count();
        }
    }

    Walked walked(Delivery delivery) {
        return walked(delivery, stage.transport(), Map.of());
    }

    Walked walked(Delivery delivery, Transport transport, Map<Integer, Cut> cuts) {
        var session = session();
        var wire = new Wire(transport, cuts);
        var walk = MiniWalk.of(network(wire), stage, wire, session, delivery);
        return new Walked(walk.run(), walk.moves(), wire);
    }

    static RemotePost post(Walked walked) {
        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Published.class);
        return ((MiniWalk.End.Published) walked.end()).post();
    }

    List<String> rules(Severity severity, Delivery delivery) {
        return Preflight.check(network(), delivery, session().account()).stream()
                .filter(it -> it.severity() == severity)
                .map(Finding::rule)
                .toList();
    }

    List<String> errors(Delivery delivery) {
        return rules(Severity.ERROR, delivery);
    }

    Walked taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        var walked = walked(delivery);
        post(walked);
        return walked;
    }

    Walked refused(Delivery delivery, String code) {
        int before = stage.visible().size();
        var walked = walked(delivery);
        walked.end().isRefused(code);
        assertThat(stage.visible()).hasSize(before);
        return walked;
    }

    static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
