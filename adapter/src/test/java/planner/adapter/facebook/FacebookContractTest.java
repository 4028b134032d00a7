package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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

class FacebookContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new FacebookSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Facebook(settings, http, stage.clock());
    }

    /** A Page's token has no end. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    /** Thirty reels a day. */
    @Override
    protected Duration rest() {
        return Duration.ofMinutes(50);
    }

    @Override
    protected SpecCheck spec() {
        return new PageCheck(SpecCheck.folder("facebook"));
    }

    /** A picture's bytes are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("(filename=\"image[^<]*)<\\d+ bytes>", "$1<bytes>");
    }

    @Override
    protected String remarks() {
        return "(a draft: finish it in Meta Business Suite)?";
    }

    @Override
    protected Set<String> codes() {
        return GraphErrors.CODES;
    }

    @Test
    void nothingIsReadOrAskedThatTheSpecDoesNotKnow() {
        var spec = spec();
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network);
        var reader = network.insights().orElseThrow();
        for (var name : List.of("text", "reel", "story-photo")) {
            var delivery = samples().all().stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .delivery(UUID.randomUUID(), due());
            var end = MiniWalk.of(network, stage, wire, session, delivery).run();
            var post = ((MiniWalk.End.Published) end).post();
            assertThat(reader.ofPost(post.id(), session)).as(name).containsKey(Metric.VIEWS);
        }
        assertThat(reader.ofAccount(session)).containsEntry(Metric.FOLLOWERS, 12_480L);

        wire.sent().forEach(spec::check);
    }
}
