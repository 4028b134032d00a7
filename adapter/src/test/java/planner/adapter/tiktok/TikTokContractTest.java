package planner.adapter.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OptionsContract;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SpecCheck;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Environment;
import planner.network.InsightReader.Metric;
import planner.network.Network;

class TikTokContractTest extends OptionsContract {
    private static final List<String> READING =
            List.of("/creator_info/query/", "/status/fetch/", "/video/list/", "/video/query/");

    @Override
    protected String remarks() {
        return "(delivered to the TikTok inbox: .*|published; TikTok tells addresses of public posts only)?";
    }

    @Override
    protected Samples samples() {
        return new TikTokSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new TikTok(settings, http, stage.clock());
    }

    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.TELLS_AFTER_A_CUT;
    }

    /**
     * An upload has a name before its first byte leaves. What TikTok fetches gets its name with the answer: if that is
     * lost, the list of public posts can say that it is there, and nothing can say that it is not.
     */
    @Override
    protected boolean tells(Sample sample, Cut cut) {
        var options = (TikTokOptions) sample.options();
        boolean fetched = sample.format().equals("photos") || options.pull();
        return !fetched
                || switch (cut) {
                    case NOT_CONNECTED -> true;
                    case CRASH_AFTER, ANSWER_LOST, ERROR_AFTER -> !options.inbox();
                    case CRASH_BEFORE, ERROR_BEFORE -> false;
                };
    }

    /** Five drafts may wait in an inbox each day. */
    @Override
    protected Duration rest() {
        return Duration.ofHours(5);
    }

    /** TikTok is asked by POST, too. */
    @Override
    protected boolean changesSomething(Wire.Sent sent) {
        var path = sent.call().uri().getPath();
        return sent.write() && READING.stream().noneMatch(path::endsWith);
    }

    @Override
    protected SpecCheck spec() {
        return new SheetCheck();
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/", "/{file}/");
    }

    @Override
    protected Set<String> codes() {
        return TikTokErrors.CODES;
    }

    @Test
    void everyCodeThatIsKnownHasWords() {
        assertThat(TikTokErrors.CODES).containsAll(TikTokFaults.KNOWN);
    }

    @Test
    void whatTikTokCountsIsRead() {
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network);
        var delivery = plainest().delivery(UUID.randomUUID(), due());
        var end = MiniWalk.of(network, stage, wire, session, delivery).run();
        var post = ((MiniWalk.End.Published) end).post();
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session))
                .containsOnlyKeys(Metric.VIEWS, Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
        assertThat(reader.ofAccount(session))
                .containsEntry(Metric.FOLLOWERS, 48_200L)
                .containsEntry(Metric.POSTS, 1L);
        assertThat(reader.ofPost("1", session)).isEqualTo(Map.of());
        assertThat(stage.violations()).isEmpty();
    }
}
