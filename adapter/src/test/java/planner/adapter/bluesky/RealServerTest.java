package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.MovableClock;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.network.Connector;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Environment;
import planner.network.Fault;
import planner.network.Grant;
import planner.network.Network;
import planner.network.Session;
import planner.network.Unit;

/**
 * The same samples and cuts on a real server of the protocol that runs on this machine. Skipped unless one is named:
 * {@code -Dpds.url=http://localhost:2583 -Dpds.identifier=alice.test -Dpds.password=…} and, where the server's
 * documents are not public, {@code -Dpds.plc=http://127.0.0.1:2582}.
 */
class RealServerTest {
    private static final String URL = System.getProperty("pds.url", "");

    private final Stage stage = new Real();

    @BeforeEach
    void onlyWhenAServerIsNamed() {
        assumeThat(URL).as("SKIPPED: no real server was named by -Dpds.url").isNotEmpty();
    }

    @Test
    void theSessionIsRenewed() {
        var network = network(new Wire(stage.transport()));
        var grant = stage.connect(network);

        var fresh = network.connectors().getFirst().refresh(grant.credential());

        assertThat(fresh.refresh()).isNotEqualTo(grant.credential().refresh());
        assertThat(network.connectors()
                        .getFirst()
                        .accounts(fresh)
                        .getFirst()
                        .account()
                        .id())
                .isEqualTo(grant.account().id());
    }

    @TestFactory
    Stream<DynamicTest> everySampleAppearsOnceWhateverIsCut() {
        assumeThat(URL).as("SKIPPED: no real server was named by -Dpds.url").isNotEmpty();
        var grant = stage.connect(network(new Wire(stage.transport())));
        return new BlueskySamples()
                .all().stream()
                        .filter(sample -> !Lookups.wanted(sample.delivery(UUID.randomUUID(), stage.now())))
                        .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> everywhere(sample, grant)));
    }

    private void everywhere(Sample sample, Grant grant) {
        int requests = once(sample, Map.of(), grant);
        for (var cut : Cut.values()) {
            for (int n = 0; n < requests; n++) {
                once(sample, Map.of(n, cut), grant);
            }
        }
    }

    private int once(Sample sample, Map<Integer, Cut> cuts, Grant grant) {
        var id = UUID.randomUUID();
        var wire = new Wire(stage.transport(), cuts);
        var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
        var end = MiniWalk.of(network(wire), stage, wire, session, sample.delivery(id, stage.now()))
                .run();
        assertThat(end).as("%s with %s", sample.name(), cuts).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(stage.visible().stream().filter(text -> text.contains(Sample.mark(id))))
                .as("%s with %s", sample.name(), cuts)
                .hasSize(sample.posts());
        return wire.count();
    }

    @TestFactory
    Stream<DynamicTest> theServerCountsAsWeDo() {
        assumeThat(URL).as("SKIPPED: no real server was named by -Dpds.url").isNotEmpty();
        var family = "👨‍👩‍👧‍👦";
        return Stream.of(
                        "a".repeat(300),
                        "a".repeat(301),
                        family.repeat(120),
                        family.repeat(121),
                        "ą".repeat(300),
                        "🇵🇱".repeat(301))
                .map(text -> DynamicTest.dynamicTest(text.length() + " units", () -> {
                    var grant = stage.connect(network(new Wire(stage.transport())));
                    var wire = new Wire(stage.transport());
                    var sample = Sample.of("limit", "post", text, List.of(), BlueskyOptions.plain());
                    var delivery = sample.delivery(UUID.randomUUID(), stage.now());
                    var bare = new Delivery(
                            delivery.id(),
                            delivery.scheduledAt(),
                            "post",
                            "",
                            List.of(new Part(text, List.of())),
                            delivery.options());
                    var end = MiniWalk.of(
                                    network(wire),
                                    stage,
                                    wire,
                                    new Session(grant.account(), grant.credential(), TestFiles.FILES),
                                    bare)
                            .run();
                    boolean fits = Unit.GRAPHEMES.count(text) <= 300 && Unit.UTF8_BYTES.count(text) <= 3000;
                    if (fits) {
                        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
                    } else {
                        assertThat(end)
                                .isInstanceOfSatisfying(
                                        MiniWalk.End.Failed.class,
                                        failed -> assertThat(failed.fault())
                                                .isInstanceOfSatisfying(
                                                        Fault.Rejected.class,
                                                        fault -> assertThat(fault.code())
                                                                .isEqualTo("record")));
                    }
                }));
    }

    private Network network(Wire wire) {
        return new Bluesky(stage.settings(), new Http(wire), Clock.systemUTC());
    }

    private static final class Real implements Stage {
        private final MovableClock clock = new MovableClock(Clock.systemUTC().instant());

        @Override
        public Environment settings() {
            return new MapEnvironment(Map.of(
                    "service-url", URL,
                    "plc-url", System.getProperty("pds.plc", URL),
                    "appview-url", URL,
                    "video-url", URL));
        }

        @Override
        public MovableClock clock() {
            return clock;
        }

        @Override
        public Grant connect(Network network) {
            var connector = (Connector.Secrets) network.connectors().getFirst();
            return connector
                    .accounts(connector.signIn(Map.of(
                            "service", URL,
                            "identifier", System.getProperty("pds.identifier", ""),
                            "password", System.getProperty("pds.password", ""))))
                    .getFirst();
        }

        @Override
        public List<String> visible() {
            var call = Call.get(URI.create(URL + "/xrpc/com.atproto.repo.listRecords"))
                    .query("repo", System.getProperty("pds.identifier", ""))
                    .query("collection", PostRecord.COLLECTION)
                    .query("limit", "100");
            var texts = new ArrayList<String>();
            Json.tree(new Http(transport()).send(call))
                    .path("records")
                    .forEach(record ->
                            texts.add(record.path("value").path("text").asString("")));
            return texts;
        }

        @Override
        public Set<String> secrets() {
            return Set.of(System.getProperty("pds.password", ""));
        }

        @Override
        public void revoke() {
            throw new UnsupportedOperationException("not on a real server");
        }

        @Override
        public void close() {}
    }
}
