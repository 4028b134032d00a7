package planner.adapter.bluesky;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Sample;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Network;
import planner.network.Preflight;
import planner.network.Session;
import tools.jackson.databind.JsonNode;

/** The simulated network, one account on it, and the short ways that the tests share. */
abstract class BlueskyStand {
    final SimulatorStage stage = new SimulatorStage(Bluesky.ID.value());

    @AfterEach
    void close() {
        stage.close();
    }

    /** A walk to its end, and what went over the wire. */
    record Walked(MiniWalk.End end, Wire wire) {
        MiniWalk.End.Published published() {
            return (MiniWalk.End.Published) end;
        }

        /** The methods that were called, in order. */
        List<String> methods() {
            return wire.sent().stream()
                    .map(sent -> sent.call().uri().getPath().replaceAll(".*\\.", ""))
                    .toList();
        }

        /** The body of the last write. */
        JsonNode written() {
            return Json.tree(wire.sent().getLast().text());
        }
    }

    Walked walked(String options, String... texts) {
        return walked(delivery(options, texts), Map.of());
    }

    Walked walked(Delivery delivery, Map<Integer, Cut> cuts) {
        var wire = new Wire(stage.transport(), cuts);
        return new Walked(
                MiniWalk.of(network(wire), stage, wire, session(), delivery).run(), wire);
    }

    Delivery delivery(String options, String... texts) {
        return delivery(UUID.randomUUID(), options, texts);
    }

    Delivery delivery(UUID id, String options, String... texts) {
        var parts = Stream.of(texts)
                .map(text -> new Part(text + " " + Sample.mark(id), List.of()))
                .toList();
        var due = stage.now().truncatedTo(ChronoUnit.SECONDS);
        return new Delivery(id, due, BlueskyCapabilities.POST, "", parts, BlueskySamples.options(options));
    }

    List<String> errors(String options) {
        return errors(delivery(options, "Moss"));
    }

    List<String> errors(Delivery delivery) {
        return Preflight.check(network(), delivery, session().account()).stream()
                .filter(it -> it.severity() == Finding.Severity.ERROR)
                .map(it -> it.rule() + " " + it.field() + " " + it.limit() + " " + it.actual())
                .map(String::strip)
                .toList();
    }

    Session session() {
        var grant = stage.connected(network());
        return new Session(grant.account(), grant.credential(), TestFiles.FILES);
    }

    Network network() {
        return network(new Wire(stage.transport()));
    }

    Network network(Wire over) {
        return new Bluesky(stage.settings(), new Http(over), stage.clock());
    }
}
