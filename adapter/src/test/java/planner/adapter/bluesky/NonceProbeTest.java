package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Fault;
import planner.network.Publisher;
import planner.network.Session;
import planner.network.Step;

class NonceProbeTest extends OAuthStand {
    /** The read before a write is brief, and when it is lost nothing was written. */
    @Test
    void aLostProbeIsNoLostWrite() {
        assertThat(maybeDone(call -> true)).isFalse();
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.uri().getPath()).endsWith(".getSession");
            assertThat(call.deadline()).isEqualTo(BlueskyApi.BRIEF);
        });
    }

    @Test
    void aLostWriteAfterTheProbeIsNoPromise() {
        assertThat(maybeDone(call -> call.uri().getPath().endsWith(".putRecord")))
                .isTrue();
    }

    private boolean maybeDone(Predicate<Call> lost) {
        var grant = stage.connected(new Bluesky(stage.settings(), new Http(stage.transport()), stage.clock()));
        var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
        var cut = new Bluesky(
                new MapEnvironment(settings),
                new Http(call -> {
                    calls.add(call);
                    if (lost.test(call)) {
                        throw new IOException("lost");
                    }
                    return stage.transport().send(call);
                }),
                stage.clock());
        var fault = fault(() -> begin(cut.publisher(), session));
        assertThat(fault).isInstanceOf(Fault.Unavailable.class);
        return ((Fault.Unavailable) fault).maybeDone();
    }

    private <S extends Step> void begin(Publisher<S> publisher, Session session) {
        var delivery = new Delivery(
                UUID.randomUUID(),
                stage.now(),
                BlueskyCapabilities.POST,
                "",
                List.of(new Part("Moss", List.of())),
                BlueskyOptions.plain());
        publisher.perform(publisher.first(delivery), delivery, session);
    }
}
