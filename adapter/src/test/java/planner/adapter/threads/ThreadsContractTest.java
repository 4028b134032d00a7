package planner.adapter.threads;

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
import planner.network.Network;

class ThreadsContractTest extends OptionsContract {
    /** Sign-in has no versions. */
    @Override
    protected boolean versioned(Call call) {
        return !call.uri().getPath().endsWith("access_token");
    }

    @Override
    protected Samples samples() {
        return new ThreadsSamples();
    }

    @Override
    protected Network network(Environment settings, Http http) {
        return new Threads(settings, http, stage.clock());
    }

    /** A token is renewed only from its second day on: see {@link #aTokenOfTwoDaysIsMadeYoung}. */
    @Override
    protected boolean has(Behaviour behaviour) {
        return behaviour != Behaviour.CONNECTS_BY_SECRETS && behaviour != Behaviour.REFRESHES;
    }

    @Override
    protected SpecCheck spec() {
        return new CollectionCheck(SpecCheck.folder("threads"));
    }

    /** A picture's bytes, and so its address, are the encoder's affair. */
    @Override
    protected String mask(String transcript) {
        return transcript.replaceAll("%2F[0-9a-f-]{36}%2F", "%2F{file}%2F");
    }

    @Override
    protected Set<String> codes() {
        return ThreadsErrors.CODES;
    }

    /** A day takes 250 posts. */
    @Override
    protected Duration rest() {
        return Duration.ofHours(1);
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
        var post = ((MiniWalk.End.Published)
                        MiniWalk.of(network, stage, wire, session, delivery).run())
                .post();
        var reader = network.insights().orElseThrow();
        var choices = network.choices().orElseThrow();

        assertThat(reader.ofPost(post.id(), session)).isNotEmpty();
        assertThat(reader.ofAccount(session)).isNotEmpty();
        assertThat(choices.choices(ThreadsChoices.POSTS, Map.of(), session)).isNotEmpty();
        assertThat(choices.choices(ThreadsChoices.LOCATIONS, Map.of("place", "lip"), session))
                .isNotEmpty();

        assertThat(wire.sent()).hasSizeGreaterThan(10).allSatisfy(spec::check);
    }
}
