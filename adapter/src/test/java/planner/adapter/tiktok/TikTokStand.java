package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

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
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.Session;

/** One TikTok, files of any kind, and the short ways that the tests share. */
abstract class TikTokStand {
    final HeavyFiles files = new HeavyFiles();
    final Street stage = new Street();
    final TikTok network = network(new Wire(stage.transport()));

    /** The simulator with its switches in reach. */
    static final class Street extends SimulatorStage {
        /** Whom the consent page is answered for; empty for the first. */
        String who = "";

        Street() {
            super(TikTok.ID.value());
        }

        @Override
        protected String account() {
            return who;
        }

        planner.simulator.tiktok.TikTok site() {
            return (planner.simulator.tiktok.TikTok) simulator.site(TikTok.ID.value());
        }
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    private TikTok network(Wire wire) {
        return new TikTok(stage.settings(), new Http(wire), stage.clock());
    }

    Delivery delivery(String format, String title, String text, List<Media> media, TikTokOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                options);
    }

    Delivery video(Media video, TikTokOptions options) {
        return delivery("video", "", "Moss", List.of(video), options);
    }

    Session session() {
        var grant = stage.connect(network);
        return new Session(grant.account(), grant.credential(), files);
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, List<MiniWalk.Move> moves, Wire wire) {
        List<String> paths() {
            return wire.sent().stream()
                    .map(sent -> sent.call().uri().getPath().replaceFirst("^/tiktok(/api/v2)?", ""))
                    .toList();
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

    List<String> errors(Delivery delivery) {
        return Preflight.check(network, delivery, session().account()).stream()
                .filter(it -> it.severity() == Finding.Severity.ERROR)
                .map(Finding::rule)
                .toList();
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
