package planner.adapter.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Environment;
import planner.network.Network;
import planner.network.Session;

/** What a network's contract test says of its network; the tests stand in the classes below. */
public abstract class ContractStage {
    /** A fixed post: transcripts must not change by themselves. */
    static final UUID ID = UUID.fromString("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

    protected Stage stage;

    /** What a network may lack. The default is "does"; what is lacking is asserted to be lacking. */
    public enum Behaviour {
        /** Access tokens end and are bought anew. */
        REFRESHES,
        /** After every cut the truth can be found out by reading. */
        TELLS_AFTER_A_CUT,
        /** Numbers of a post can be read. */
        COUNTS,
        /** A wrong secret in the connect form is refused naming its field. */
        CONNECTS_BY_SECRETS
    }

    protected abstract Samples samples();

    protected abstract Network network(Environment settings, Http http);

    protected boolean has(Behaviour behaviour) {
        return true;
    }

    /** Real bodies of refusals and what they mean. */
    protected List<FaultCase> faults() {
        return ErrorTable.cases(samples().network().value());
    }

    /** Every code of {@link planner.network.Fault.Rejected} that this network can give. */
    protected abstract Set<String> codes();

    protected abstract SpecCheck spec();

    /** Takes what the simulator draws by lot out of a transcript. */
    protected String mask(String transcript) {
        return transcript;
    }

    @BeforeEach
    void open() {
        stage = samples().open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    protected Network network(Transport transport) {
        return network(stage.settings(), new Http(transport));
    }

    protected Session session(Network network) {
        var grant = stage.connected(network);
        return new Session(grant.account(), grant.credential(), TestFiles.FILES);
    }

    protected Instant due() {
        return stage.now().truncatedTo(ChronoUnit.SECONDS);
    }

    protected Delivery delivery(Sample sample) {
        return sample.delivery(ID, due());
    }

    protected Sample plainest() {
        return samples().all().getFirst();
    }

    /** One walk of one sample over its own wire. */
    record Walked(MiniWalk<?> walk, MiniWalk.End end, Wire wire) {}

    Walked walk(Delivery delivery, Map<Integer, Cut> cuts) {
        var session = session(network(stage.transport()));
        var wire = new Wire(stage.transport(), cuts);
        var walk = MiniWalk.of(network(wire), stage, wire, session, delivery);
        return new Walked(walk, walk.run(), wire);
    }

    Walked published(Delivery delivery) {
        var walked = walk(delivery, Map.of());
        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Published.class);
        return walked;
    }

    long visible(UUID id) {
        return stage.visible().stream()
                .filter(text -> text.contains(Sample.mark(id)))
                .count();
    }
}
