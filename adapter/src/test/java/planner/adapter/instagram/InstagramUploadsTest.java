package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.OneWay;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.instagram.InstagramPublisher.At;
import planner.adapter.kit.Call;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.Outcome;
import planner.network.Session;

/** Videos that are sent, as accounts with a Page can: nobody has to reach this server for them. */
class InstagramUploadsTest {
    private final Stage stage = new InstagramSamples().open();

    @AfterEach
    void close() {
        stage.close();
    }

    private OneWay network(Transport transport) {
        return new OneWay(new Instagram(stage.settings(), new Http(transport), stage.clock()), "facebook");
    }

    private Session session(MediaFiles files) {
        var grant = stage.connect(network(stage.transport()));
        return new Session(grant.account(), grant.credential(), files);
    }

    private Delivery reel() {
        var video = TestFiles.FILES.mp4(360, 640, Duration.ofSeconds(4), 20_000, "");
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                "reel",
                "",
                List.of(new Part("Moves", List.of(video))),
                InstagramSamples.plain());
    }

    @Test
    void anUploadThatWasCutGoesOnWhereItStopped() {
        var cuts = new AtomicInteger(1);
        Transport line = call -> stage.transport()
                .send(call.uri().getPath().contains("/rupload/") && cuts.getAndDecrement() > 0 ? half(call) : call);
        var wire = new Wire(line);

        var end = MiniWalk.of(network(wire), stage, wire, session(TestFiles.FILES), reel())
                .run();

        assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(uploads(wire).map(sent -> sent.call().headers().get("offset")))
                .containsExactly("0", "10000");
        assertThat(uploads(wire).map(sent -> sent.body().length)).containsExactly(20_000, 10_000);
        assertThat(stage.visible()).containsExactly("Moves");
    }

    private static Call half(Call call) {
        if (call.body() instanceof Call.Body.Bytes(var type, var bytes, var summary)) {
            return call.body(new Call.Body.Bytes(type, Arrays.copyOf(bytes, bytes.length / 2), summary));
        }
        throw new AssertionError("an upload without bytes");
    }

    private static Stream<Wire.Sent> uploads(Wire wire) {
        return wire.sent().stream().filter(sent -> sent.call().uri().getPath().contains("/rupload/"));
    }

    @Test
    void aServerWithoutAPublicAddressPostsVideos() {
        var hidden = new MediaFiles() {
            @Override
            public InputStream open(Media media, long offset) {
                return TestFiles.FILES.open(media, offset);
            }

            @Override
            public URI publicUrl(Media media) {
                throw new AssertionError("nobody can reach this server");
            }
        };
        var wire = new Wire(stage.transport());

        assertThat(MiniWalk.of(network(wire), stage, wire, session(hidden), reel())
                        .run())
                .isInstanceOf(MiniWalk.End.Published.class);
    }

    @Test
    void anUploadThatWaitedForMoreThanADayBeginsAnew() {
        var delivery = reel();
        var session = session(TestFiles.FILES);
        var publisher = new InstagramPublisher(
                new InstagramApi(InstagramApp.from(stage.settings()), new Http(stage.transport())));
        var made = publisher.perform(new At.Make(List.of(), List.of(), 0), delivery, session);
        var upload = ((Outcome.Next<At>) made).step();
        assertThat(upload).isInstanceOf(At.Upload.class);
        stage.passes(Duration.ofHours(25));

        assertThat(publisher.perform(upload, delivery, session))
                .isEqualTo(new Outcome.Later<>(
                        new At.Make(List.of(), List.of(), 1), Duration.ofMinutes(1), "what was prepared has expired"));
    }
}
