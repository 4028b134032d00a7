package planner.adapter.facebook;

import static org.assertj.core.api.Assertions.assertThat;

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
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.Preflight;
import planner.network.Session;

/** The short ways that the tests of Facebook share. */
abstract class FacebookStand {
    final FacebookSamples samples = new FacebookSamples();
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
        return reply(400, GraphErrors.error(code, subcode, false));
    }

    static Reply reply(int status, String body) {
        return new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    Facebook network(Transport transport) {
        return new Facebook(stage.settings(), new Http(transport), stage.clock());
    }

    FacebookPublisher publisher(Transport transport) {
        var calls = new FacebookCalls(FacebookApp.from(stage.settings()), new Http(transport));
        return new FacebookPublisher(new FacebookApi(calls), new FacebookVideos(calls), stage.clock());
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

    Delivery delivery(String format, String text, List<Media> media, FacebookOptions options) {
        return titled(format, "", text, media, options);
    }

    Delivery titled(String format, String title, String text, List<Media> media, FacebookOptions options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                format,
                title,
                List.of(new Part(text, media)),
                options);
    }

    End walked(Transport transport, Delivery delivery) {
        return walked(transport, delivery, TestFiles.FILES);
    }

    End walked(Transport transport, Delivery delivery, MediaFiles files) {
        var wire = new Wire(transport);
        return MiniWalk.of(network(wire), stage, wire, session(files), delivery).run();
    }

    long visible(Delivery delivery) {
        return stage.visible().stream()
                .filter(text -> text.contains(Sample.mark(delivery.id())))
                .count();
    }

    List<String> rules(Delivery delivery) {
        var network = network(stage.transport());
        return Preflight.check(network, delivery, session().account()).stream()
                .map(Finding::rule)
                .toList();
    }

    static String code(End end) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        End.Failed.class, failed -> assertThat(failed.fault()).isInstanceOf(Fault.Rejected.class));
        return ((Fault.Rejected) ((End.Failed) end).fault()).code();
    }
}
