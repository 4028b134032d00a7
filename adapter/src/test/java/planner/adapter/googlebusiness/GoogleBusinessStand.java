package planner.adapter.googlebusiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Wire;
import planner.adapter.googlebusiness.GoogleBusinessSamples.Some;
import planner.adapter.googlebusiness.GoogleBusinessSamples.Street;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One Google, photos of any size, and the short ways that the tests share. */
abstract class GoogleBusinessStand {
    final HeavyFiles files = new HeavyFiles();
    final Street stage = new Street();
    final GoogleBusiness network = network(new Wire(stage.transport()));

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    GoogleBusiness network(Wire wire) {
        return new GoogleBusiness(stage.settings(), new Http(wire), stage.clock());
    }

    Delivery delivery(String format, String title, String text, List<Media> media, Some some) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                some.options());
    }

    Delivery update(String text, Some some) {
        return delivery("standard", "", text, List.of(), some);
    }

    Delivery pictured(Media photo) {
        return delivery("standard", "", "Moss", List.of(photo), new Some());
    }

    Session session() {
        var grant = stage.connect(network);
        return new Session(grant.account(), grant.credential(), files);
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, Wire wire) {
        long creations() {
            return wire.sent().stream()
                    .filter(sent -> sent.call().method().equals("POST"))
                    .count();
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
        return new Walked(
                MiniWalk.of(network(wire), stage, wire, session, delivery).run(), wire);
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
