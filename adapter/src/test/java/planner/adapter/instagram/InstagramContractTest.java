package planner.adapter.instagram;

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
import planner.network.Api;
import planner.network.Environment;
import planner.network.Network;

/** Instagram Login; videos are fetched. */
class InstagramContractTest extends OptionsContract {
    /** Sign-in has no versions. */
    @Override
    protected boolean versioned(Call call) {
        return !call.uri().getPath().endsWith("access_token");
    }

    /** By Facebook it is spoken to in the test of that way. */
    @Override
    protected boolean speaks(Api api) {
        return !api.name().endsWith("Facebook Login");
    }

    @Override
    protected Samples samples() {
        return new InstagramSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Instagram(settings, http, stage.clock());
    }

    /** A token is renewed only from its second day on: see {@link #aTokenOfTwoDaysIsMadeYoung}. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    @Override
    protected SpecCheck spec() {
        return new NodeCheck(SpecCheck.folder("instagram"));
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("%2F[0-9a-f-]{36}%2F", "%2F{file}%2F");
    }

    /** Each is a story of its own. */
    @Override
    protected Set<String> showsMore() {
        return Set.of("story at most 10 of image");
    }

    @Override
    protected Set<String> codes() {
        return GraphErrors.CODES;
    }

    @Test
    void aTokenOfTwoDaysIsMadeYoung() {
        var network = network(stage.transport());
        var old = stage.connect(network).credential();
        stage.passes(Duration.ofDays(2));

        var fresh = network.connectors().getFirst().refresh(old);

        assertThat(fresh.access()).isNotEqualTo(old.access());
        assertThat(fresh.expiresAt()).isEqualTo(stage.now().plus(Duration.ofDays(60)));
        assertThat(fresh.scopes()).isEqualTo(old.scopes());
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void nothingIsReadOrAskedThatTheSpecDoesNotKnow() {
        var spec = spec();
        var wire = new Wire(stage.transport());
        var network = network(wire);
        var session = session(network);
        var delivery = samples().all().getFirst().delivery(UUID.randomUUID(), due());
        var end = MiniWalk.of(network, stage, wire, session, delivery).run();
        var post = ((MiniWalk.End.Published) end).post();
        var reader = network.insights().orElseThrow();

        assertThat(reader.ofPost(post.id(), session)).isNotEmpty();
        assertThat(reader.ofAccount(session)).isNotEqualTo(Map.of());

        wire.sent().stream()
                // the code is exchanged at a host of its own that no description knows
                .filter(sent -> !sent.call().uri().getPath().startsWith("/instagram/api/"))
                .forEach(spec::check);
    }
}
