package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Environment;
import planner.network.Finding;
import planner.network.Media;
import planner.network.Network;
import planner.network.Preflight;
import planner.network.Session;

/** At each limit of its media a post is taken; one over is refused by preflight and by the network itself. */
public abstract class MediaLimits {
    /** Said instead of a code where the limit is ours alone: then the network must take one more. */
    protected static final String OURS = "";

    protected final HeavyFiles files = new HeavyFiles();
    protected final SimulatorStage stage;

    protected MediaLimits(SimulatorStage stage) {
        this.stage = stage;
    }

    /**
     * @param finding all that preflight says of the second
     * @param code what the network says to it, or {@link #OURS}
     */
    public record Limit(String name, String format, List<Media> full, List<Media> over, String finding, String code) {}

    protected static Limit one(String name, String format, Media full, Media over, String finding, String code) {
        return new Limit(name, format, List.of(full), List.of(over), finding, code);
    }

    protected abstract Network network(Environment settings, Http http);

    protected abstract Delivery.Options plain();

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    protected Stream<DynamicTest> each(Stream<Limit> limits) {
        return limits.map(limit -> DynamicTest.dynamicTest(limit.format() + " " + limit.name(), () -> {
            taken(limit.format(), limit.full());
            assertThat(errors(limit.format(), limit.over())).containsExactly(limit.finding());
            if (limit.code().equals(OURS)) {
                published(limit.format(), limit.over());
            } else {
                refused(limit.format(), limit.over(), limit.code());
            }
        }));
    }

    protected void taken(String format, List<Media> media) {
        assertThat(errors(format, media)).isEmpty();
        published(format, media);
    }

    /** By the network, whatever preflight says. */
    protected void published(String format, List<Media> media) {
        assertThat(walked(format, media)).isInstanceOf(MiniWalk.End.Published.class);
    }

    protected void refused(String format, List<Media> media, String code) {
        int before = stage.visible().size();
        walked(format, media).isRefused(code);
        assertThat(stage.visible()).hasSize(before);
    }

    protected List<String> errors(String format, List<Media> media) {
        return Preflight.check(network(), delivery(format, media), session().account()).stream()
                .filter(it -> it.severity() == Finding.Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    protected Delivery delivery(String format, List<Media> media) {
        var id = UUID.randomUUID();
        return new Delivery(
                id,
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                "",
                List.of(new Part("Moss " + Sample.mark(id), media)),
                plain());
    }

    protected Session session() {
        var grant = stage.connected(network());
        return new Session(grant.account(), grant.credential(), files);
    }

    protected Network network() {
        return network(new Wire(stage.transport()));
    }

    private Network network(Wire wire) {
        return network(stage.settings(), new Http(wire));
    }

    private MiniWalk.End walked(String format, List<Media> media) {
        // no network shall see too many posts at once
        stage.passes(Duration.ofMinutes(1));
        var wire = new Wire(stage.transport());
        return MiniWalk.of(network(wire), stage, wire, session(), delivery(format, media))
                .run();
    }
}
