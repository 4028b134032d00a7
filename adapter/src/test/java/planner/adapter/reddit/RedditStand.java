package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
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
import planner.adapter.kit.Transport;
import planner.adapter.reddit.RedditSamples.Choice;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One Reddit, files of any kind, and the short ways that the tests share. */
abstract class RedditStand {
    static final String OPEN = RedditSamples.OPEN;

    final HeavyFiles files = new HeavyFiles();
    final Street stage = new Street();
    final Reddit network = network(stage.transport());

    /** The simulator with its switches in reach, and anybody at its consent page. */
    static final class Street extends SimulatorStage {
        String who = "";

        Street() {
            super(Reddit.ID.value());
        }

        @Override
        protected String account() {
            return who;
        }

        planner.simulator.reddit.Reddit site() {
            return (planner.simulator.reddit.Reddit) simulator.site(Reddit.ID.value());
        }
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    Reddit network(Transport transport) {
        return new Reddit(stage.settings(), new Http(transport), stage.clock());
    }

    RedditPublisher publisher(Transport transport) {
        var app = RedditApp.from(stage.settings());
        return new RedditPublisher(new RedditApi(app, new Http(transport), stage.clock()), app.spacing());
    }

    Delivery delivery(String format, String title, String text, List<Media> media, Choice choice) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                choice.options());
    }

    Delivery text(String title, Choice choice) {
        return delivery("text", title, "Water twice a week and let it dry.", List.of(), choice);
    }

    Session session() {
        var grant = stage.connect(network);
        return new Session(grant.account(), grant.credential(), files);
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, List<MiniWalk.Move> moves, Wire wire) {
        List<String> paths() {
            return wire.sent().stream()
                    .map(sent -> sent.call().uri().getPath().replaceFirst("^/reddit(/oauth)?", ""))
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
        return walked(stage.transport(), delivery, cuts);
    }

    Walked walked(Transport transport, Delivery delivery, Map<Integer, Cut> cuts) {
        var session = session();
        var wire = new Wire(transport, cuts);
        var walk = MiniWalk.of(network(wire), stage, wire, session, delivery);
        return new Walked(walk.run(), walk.moves(), wire);
    }

    /** As the house checks it: with what is known of the named subreddits. */
    List<Finding> findings(Delivery delivery) {
        var session = session();
        var reader = network.demands().orElseThrow();
        var told = new HashMap<String, String>();
        reader.places(delivery).forEach(place -> told.put(place, reader.demands(place, session)));
        return Preflight.check(network, delivery, session.account().with(told));
    }

    List<String> errors(Delivery delivery) {
        return findings(delivery).stream()
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
