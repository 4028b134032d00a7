package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Stage;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Network;
import planner.network.Option;
import planner.network.Preflight;
import planner.network.Session;

/** Files of any kind, the simulator, and what preflight and it say to a post. */
abstract class InstagramStand {
    final HeavyFiles files = new HeavyFiles();
    final Stage stage = new InstagramSamples().open();
    final Wire wire = new Wire(stage.transport());
    final Network network = network();

    /** As it is connected. */
    Network network() {
        return new Instagram(stage.settings(), new Http(wire), stage.clock());
    }

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    /** What the house checks of an option. */
    static Option option(String name) {
        return Arrays.stream(InstagramOptions.class.getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getAnnotation(Option.class);
    }

    static long most(String name) {
        return option(name).max();
    }

    void taken(Delivery delivery) {
        assertThat(errors(delivery)).isEmpty();
        assertThat(walked(delivery))
                .isInstanceOfSatisfying(
                        MiniWalk.End.Published.class,
                        end -> assertThat(end.post().note()).isEmpty());
    }

    void refused(Delivery delivery, String finding, String code) {
        assertThat(errors(delivery)).contains(finding);
        int before = stage.visible().size();
        assertThat(code(walked(delivery))).isEqualTo(code);
        assertThat(stage.visible()).hasSize(before);
    }

    List<String> errors(Delivery delivery) {
        var account = stage.connect(network).account();
        return Preflight.check(network, delivery, account).stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    MiniWalk.End walked(Delivery delivery) {
        var grant = stage.connect(network);
        var session = new Session(grant.account(), grant.credential(), files);
        return MiniWalk.of(network, stage, wire, session, delivery).run();
    }

    static String code(MiniWalk.End end) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        MiniWalk.End.Failed.class,
                        failed -> assertThat(failed.fault()).isInstanceOf(Fault.Rejected.class));
        return ((Fault.Rejected) ((MiniWalk.End.Failed) end).fault()).code();
    }

    Delivery delivery(String format, List<Media> media, InstagramOptions options) {
        var text = format.equals("story") ? "" : "Look";
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                "",
                List.of(new Part(text, media)),
                options);
    }
}
