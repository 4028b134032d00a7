package planner.adapter.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import planner.adapter.contract.Cut;
import planner.adapter.contract.HeavyFiles;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.adapter.kit.Transport;
import planner.adapter.mastodon.MastodonSamples.Server;
import planner.network.Connector.Consent;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.RemotePost;
import planner.network.Session;

/** One plain server, files of any kind, and the short ways that the tests share. */
abstract class MastodonStand {
    static final Consent CONSENT =
            new Consent(URI.create("http://127.0.0.1:1/callback"), "state-1", "verifier".repeat(6));

    final HeavyFiles files = new HeavyFiles();
    final Server stage = new Server();

    @AfterEach
    void close() {
        stage.close();
        files.close();
    }

    Mastodon network() {
        return network(stage.transport());
    }

    Mastodon network(Transport transport) {
        return new Mastodon(stage.settings(), new Http(transport), stage.clock());
    }

    MastodonApi api() {
        return new MastodonApi(new Http(stage.transport()), Servers.of(stage.settings()), stage.clock());
    }

    Session session() {
        var grant = stage.connect(network());
        return new Session(grant.account(), grant.credential(), files);
    }

    Delivery delivery(MastodonOptions options, Part... parts) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                MastodonCapabilities.POST,
                "",
                List.of(parts),
                options);
    }

    Delivery text(String text) {
        return delivery(MastodonOptions.plain(), new Part(text, List.of()));
    }

    Delivery with(Media... media) {
        return delivery(MastodonOptions.plain(), new Part("Look", List.of(media)));
    }

    /** How it ended and what was sent. */
    record Walked(MiniWalk.End end, Wire wire) {
        List<String> calls() {
            return wire.sent().stream()
                    .map(sent -> sent.call().method() + " "
                            + sent.call().uri().getPath().replaceFirst("^/mastodon/api/v[12]/", ""))
                    .toList();
        }

        RemotePost post() {
            assertThat(end).isInstanceOf(MiniWalk.End.Published.class);
            return ((MiniWalk.End.Published) end).post();
        }

        void refused(String code) {
            end.isRefused(code);
        }
    }

    Walked walked(Delivery delivery) {
        return walked(delivery, session(), Map.of());
    }

    Walked walked(Delivery delivery, Session session, Map<Integer, Cut> cuts) {
        var wire = new Wire(stage.transport(), cuts);
        return new Walked(
                MiniWalk.of(network(wire), stage, wire, session, delivery).run(), wire);
    }

    List<String> findings(Delivery delivery) {
        return Preflight.check(network(), delivery, session().account()).stream()
                .map(it -> it.rule() + " " + it.limit())
                .toList();
    }

    Media jpeg() {
        return files.jpeg(320, 200, 0);
    }
}
