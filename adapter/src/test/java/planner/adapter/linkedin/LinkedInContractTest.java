package planner.adapter.linkedin;

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
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.InsightReader.Metric;
import planner.network.Network;

/** A page, by the app that LinkedIn has looked at. */
class LinkedInContractTest extends OptionsContract {
    @Override
    protected boolean versioned(Call call) {
        return LinkedInSamples.versioned(call);
    }

    @Override
    protected Samples samples() {
        return new LinkedInSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new LinkedIn(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    /** A page with ten new posts within a minute leaves the truth unknown: see LinkedInPublisherTest. */
    @Override
    protected Duration rest() {
        return Duration.ofMinutes(2);
    }

    @Override
    protected SpecCheck spec() {
        return new SheetCheck();
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return masked(transcript);
    }

    static String masked(String transcript) {
        return transcript
                .replaceAll("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/", "/{file}/")
                .replaceAll("planner-[0-9a-f]{32}", "planner-{file}");
    }

    @Override
    protected Set<String> codes() {
        return LinkedInErrors.CODES;
    }

    @Test
    void whatLinkedInCountsIsRead() {
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network);
        var delivery = plainest().delivery(UUID.randomUUID(), due());
        var end = MiniWalk.of(network, stage, wire, session, delivery).run();
        var post = ((MiniWalk.End.Published) end).post();
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session)).containsEntry(Metric.IMPRESSIONS, 0L);
        stage.passes(Duration.ofMinutes(20));
        assertThat(reader.ofPost(post.id(), session))
                .containsEntry(Metric.IMPRESSIONS, 120L)
                .containsEntry(Metric.REACH, 60L)
                .containsOnlyKeys(
                        Metric.IMPRESSIONS, Metric.REACH, Metric.CLICKS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
        assertThat(reader.ofAccount(session)).isEqualTo(Map.of(Metric.FOLLOWERS, 48_213L));
        assertThat(reader.ofPost("urn:li:activity:1", session)).isEqualTo(Map.of());
        wire.sent().stream()
                .filter(sent -> sent.call().uri().getPath().contains("/rest/"))
                .filter(sent -> !sent.call().uri().getPath().matches(".*/rest/organization(s/|Acls).*"))
                .forEach(spec()::check);
        assertThat(stage.violations()).isEmpty();
    }
}
