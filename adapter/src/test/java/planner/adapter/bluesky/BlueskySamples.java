package planner.adapter.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MovableClock;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Transport;
import planner.network.Connector;
import planner.network.Delivery.Part;
import planner.network.Environment;
import planner.network.Grant;
import planner.network.Network;
import planner.network.NetworkId;

/** Posts for Bluesky, and a server to put them on. */
public final class BlueskySamples implements Samples {
    static final Map<String, String> SECRETS =
            Map.of("service", PaperPds.BASE, "identifier", "@Alice.test", "password", PaperPds.PASSWORD);

    @Override
    public NetworkId network() {
        return Bluesky.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = BlueskyOptions.plain();
        var image = files.jpeg(320, 200, "Łódka na jeziorze");
        var video = files.mp4(640, 360, Duration.ofSeconds(3), "A wave");
        var many = IntStream.range(0, 6)
                .mapToObj(i -> files.png(40 + i, 30, "Nr " + i))
                .toList();
        return List.of(
                Sample.of("text", "post", "Zażółć gęślą jaźń 👩‍🚀 #jaźń", List.of(), plain),
                Sample.of("mention", "post", "Hi @bob.test, meet @nobody.test", List.of(), plain),
                Sample.of("card", "post", "Read " + PaperPds.BASE + "/page now", List.of(), plain),
                Sample.of(
                        "image",
                        "post",
                        "Look",
                        List.of(image),
                        new BlueskyOptions(List.of("pl"), true, BlueskyOptions.Label.SEXUAL)),
                Sample.of("gallery", "post", "Many", many, plain),
                Sample.of("video", "post", "Moves", List.of(video), plain),
                Sample.thread(
                        "thread",
                        "post",
                        List.of(
                                new Part("One", List.of(image)),
                                new Part("Two", List.of()),
                                new Part("Three", List.of(many.getFirst()))),
                        plain));
    }

    @Override
    public Stage open() {
        return new Paper();
    }

    static final class Paper implements Stage {
        private final MovableClock clock = new MovableClock(Instant.parse("2026-12-01T09:00:00Z"));
        final PaperPds pds = new PaperPds(clock);

        @Override
        public Transport transport() {
            return pds;
        }

        @Override
        public Environment settings() {
            return new MapEnvironment(Map.of(
                    "service-url", PaperPds.BASE,
                    "plc-url", PaperPds.BASE,
                    "appview-url", PaperPds.BASE,
                    "video-url", PaperPds.BASE,
                    "web-url", PaperPds.BASE));
        }

        @Override
        public MovableClock clock() {
            return clock;
        }

        @Override
        public Grant connect(Network network) {
            var connector = (Connector.Secrets) network.connectors().getFirst();
            return connector.accounts(connector.signIn(SECRETS)).getFirst();
        }

        @Override
        public List<String> visible() {
            return pds.texts();
        }

        @Override
        public Set<String> secrets() {
            var all = new HashSet<>(pds.tokens);
            all.add(PaperPds.PASSWORD);
            return all;
        }

        @Override
        public void revoke() {
            pds.sessions.clear();
            pds.password = "changed";
        }

        @Override
        public void close() {}
    }
}
