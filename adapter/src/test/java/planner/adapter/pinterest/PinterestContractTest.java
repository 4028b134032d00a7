package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.InsightReader.Metric;
import planner.network.Network;
import planner.network.Step;

class PinterestContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new PinterestSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Pinterest(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    @Override
    protected SpecCheck spec() {
        return new PinterestCheck();
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript
                .replaceAll("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/", "/{file}/")
                .replaceAll("(\"(?:data|cover_image_data)\" : \")[A-Za-z0-9+/=]+", "$1{base64}");
    }

    @Override
    protected Set<String> codes() {
        return PinterestErrors.CODES;
    }

    @Test
    void whatPinterestCountsIsRead() {
        var network = network(stage.transport());
        var session = session(network);
        var post = published("image");
        var film = published("video");
        stage.passes(Duration.ofDays(2));
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post, session))
                .containsOnlyKeys(Metric.IMPRESSIONS, Metric.CLICKS, Metric.LIKES, Metric.COMMENTS, Metric.SAVES);
        assertThat(reader.ofPost(film, session))
                .containsOnlyKeys(
                        Metric.IMPRESSIONS, Metric.CLICKS, Metric.LIKES, Metric.COMMENTS, Metric.SAVES, Metric.VIEWS);
        assertThat(reader.ofAccount(session))
                .isEqualTo(Map.of(Metric.FOLLOWERS, 1_840L, Metric.FOLLOWING, 112L, Metric.POSTS, 2L));
        assertThat(reader.ofPost("1", session)).isEqualTo(Map.of());
        assertThat(stage.violations()).isEmpty();
    }

    /** The analytics reach 90 days back: what they tell of an older pin would shrink from day to day. */
    @Test
    void ofAnOldPinOnlyWhatIsCountedForLifeIsRead() {
        var post = published("image");
        stage.passes(Duration.ofDays(91));
        var network = network(stage.transport());

        assertThat(network.insights().orElseThrow().ofPost(post, session(network)))
                .containsOnlyKeys(Metric.IMPRESSIONS, Metric.CLICKS, Metric.LIKES, Metric.COMMENTS);
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void whatIsReadOfNumbersIsKnownToTheSpec() {
        var post = published("video");
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network(stage.transport()));
        var reader = network.insights().orElseThrow();
        reader.ofPost(post, session);
        reader.ofAccount(session);
        network.choices().orElseThrow().choices("boards", Map.of(), session);
        network.choices().orElseThrow().choices("sections", Map.of("board", PinterestSamples.BOARD), session);

        assertThat(wire.sent()).hasSize(5).allSatisfy(sent -> spec().check(sent));
    }

    private String published(String name) {
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var sample = samples().all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
        var delivery = sample.delivery(UUID.randomUUID(), due());
        var end = MiniWalk.of(network, stage, wire, session(network), delivery).run();
        return ((MiniWalk.End.Published) end).post().id();
    }

    /** A new board is made once, but it shows no pin. */
    @Override
    protected boolean shows(Step step) {
        return step instanceof At.Pin;
    }
}
