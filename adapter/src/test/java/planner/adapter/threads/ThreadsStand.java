package planner.adapter.threads;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.MiniWalk.End;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.Session;

/** The short ways that the tests of Threads share. */
abstract class ThreadsStand {
    final ThreadsSamples samples = new ThreadsSamples();
    final Stage stage = samples.open();

    @AfterEach
    void close() {
        stage.close();
    }

    /** The network where calls of this method whose address holds this piece are answered by the test. */
    Transport answering(String method, String piece, Reply reply) {
        return call -> call.method().equals(method) && call.uri().toString().contains(piece)
                ? reply
                : stage.transport().send(call);
    }

    static Reply error(int code, int subcode) {
        return reply(400, ThreadsErrors.error(code, subcode, "(#" + code + ") no", false));
    }

    static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    Threads network(Transport transport) {
        return new Threads(stage.settings(), new Http(transport), stage.clock());
    }

    ThreadsPublisher publisher(Transport transport) {
        return new ThreadsPublisher(new ThreadsApi(ThreadsApp.from(stage.settings()), new Http(transport)));
    }

    Session session() {
        return session(TestFiles.FILES);
    }

    Session session(MediaFiles files) {
        var grant = stage.connect(network(stage.transport()));
        return new Session(grant.account(), grant.credential(), files);
    }

    Delivery delivery(String name) {
        return samples.all().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> it.delivery(UUID.randomUUID(), stage.now().truncatedTo(ChronoUnit.SECONDS)))
                .orElseThrow();
    }

    Delivery delivery(String text, List<Media> media, ThreadsOptions options) {
        return chain(List.of(new Part(text, media)), options);
    }

    Delivery chain(List<Part> parts, ThreadsOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                ThreadsCapabilities.POST,
                "",
                parts,
                options);
    }

    End walked(Transport transport, Delivery delivery) {
        return walked(transport, delivery, session());
    }

    End walked(Transport transport, Delivery delivery, Session session) {
        var wire = new Wire(transport);
        return MiniWalk.of(network(wire), stage, wire, session, delivery).run();
    }

    long visible(Delivery delivery) {
        return stage.visible().stream()
                .filter(text -> text.contains(Sample.mark(delivery.id())))
                .count();
    }
}
