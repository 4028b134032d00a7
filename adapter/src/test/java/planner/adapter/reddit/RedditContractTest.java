package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.InsightReader.Metric;
import planner.network.Network;

class RedditContractTest extends OptionsContract {
    @Override
    protected Samples samples() {
        return new RedditSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new OneWay(new Reddit(settings, http, stage.clock()), "oauth2");
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS;
    }

    /** Posts of the same title in the same minute could be one another. */
    @Override
    protected Duration rest() {
        return Duration.ofMinutes(3);
    }

    /** The flairs to choose from are asked for by POST. */
    @Override
    protected boolean changesSomething(Wire.Sent sent) {
        return sent.write() && !sent.call().uri().getPath().endsWith("/api/flairselector");
    }

    @Override
    protected SpecCheck spec() {
        return new RecordedCheck(SpecCheck.folder("reddit"));
    }

    @Override
    protected String remarks() {
        return "(also at: \\S+(, \\S+)*)?";
    }

    @Override
    protected Set<String> codes() {
        return RedditErrors.CODES;
    }

    @Test
    void everyCodeThatIsKnownHasWords() {
        assertThat(RedditErrors.CODES).containsAll(RedditFaults.KNOWN);
    }

    @Test
    void whatRedditCountsIsRead() {
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network);
        var delivery = plainest().delivery(UUID.randomUUID(), due());
        var end = MiniWalk.of(network, stage, wire, session, delivery).run();
        var post = ((MiniWalk.End.Published) end).post();
        stage.passes(Duration.ofHours(5));
        var reader = network.insights().orElseThrow();

        var counts = reader.ofPost(post.id(), session);
        assertThat(counts).containsOnlyKeys(Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
        assertThat(counts.get(Metric.LIKES)).isPositive();
        assertThat(reader.ofAccount(session)).isEqualTo(Map.of());
        assertThat(reader.ofPost("t3_zzzzz", session)).isEqualTo(Map.of());
        assertThat(stage.violations()).isEmpty();
    }
}
