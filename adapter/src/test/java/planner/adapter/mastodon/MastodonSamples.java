package planner.adapter.mastodon;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.mastodon.MastodonOptions.Visibility;
import planner.network.Delivery.Part;
import planner.network.MediaKind;
import planner.network.NetworkId;
import planner.simulator.Simulator;
import planner.simulator.mastodon.Mastodon;
import planner.simulator.mastodon.Rules;

/** Posts for Mastodon, and the simulated server to put them on. */
public final class MastodonSamples implements Samples {
    static final int LONGEST = 10_000;

    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Override
    public NetworkId network() {
        return planner.adapter.mastodon.Mastodon.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = MastodonOptions.plain();
        var image = files.jpeg(320, 200, "A boat on a lake");
        var video = files.mp4(640, 360, Duration.ofSeconds(3), "A wave");
        var gif = files.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
        return List.of(
                Sample.of(
                        "text",
                        MastodonCapabilities.POST,
                        "Tea & cake <3 https://www.example.com/menu/of/the/whole/week?a=1&b=2 zażółć\n\n@grace and"
                                + " @bob@elsewhere.example\n#tea",
                        List.of(),
                        new MastodonOptions(Visibility.UNLISTED, null, null, "en", null, null)),
                Sample.of(
                        "images",
                        MastodonCapabilities.POST,
                        "Look",
                        List.of(image, files.png(40, 30, "")),
                        new MastodonOptions(null, null, true, null, null, null)),
                Sample.of("gif", MastodonCapabilities.POST, "Loops", List.of(gif), plain),
                Sample.of("video", MastodonCapabilities.POST, "Moves", List.of(video), plain),
                Sample.of(
                        "poll",
                        MastodonCapabilities.POST,
                        "Tea or coffee?",
                        List.of(),
                        options(new MastodonOptions.Poll(List.of("Tea", "Coffee"), 60, true, true))),
                Sample.thread(
                        "thread",
                        MastodonCapabilities.POST,
                        List.of(
                                new Part("One", List.of(image)),
                                new Part("Two", List.of()),
                                new Part("Three", List.of())),
                        new MastodonOptions(Visibility.PRIVATE, "Food", null, null, null, null)),
                Sample.of(
                        "long",
                        MastodonCapabilities.LONG_POST,
                        "Long ".repeat(200).strip(),
                        List.of(),
                        plain));
    }

    static MastodonOptions options(MastodonOptions.Poll poll) {
        return new MastodonOptions(null, null, null, null, poll, null);
    }

    /** A server that allows longer posts than a plain one. */
    @Override
    public Stage open() {
        var server = new Server();
        server.site().rules(Rules.plain().characters(LONGEST));
        return server;
    }

    /** The simulator with its switches in reach. */
    static final class Server extends SimulatorStage {
        Server() {
            super("mastodon");
        }

        Simulator simulator() {
            return simulator;
        }

        Mastodon site() {
            return (Mastodon) simulator.site("mastodon");
        }
    }
}
