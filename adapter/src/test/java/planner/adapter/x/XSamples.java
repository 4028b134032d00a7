package planner.adapter.x;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Delivery.Part;
import planner.network.MediaKind;
import planner.network.NetworkId;

/** Posts for X, and the simulator to put them on. */
public final class XSamples implements Samples {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Override
    public NetworkId network() {
        return X.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = options(null);
        var image = files.jpeg(320, 200, "A boat on a lake");
        var second = files.png(40, 30, "");
        var video = files.mp4(640, 360, Duration.ofSeconds(3), XPublisher.CHUNK + 1000, "A wave");
        var gif = files.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
        return List.of(
                Sample.of(
                        "text",
                        XCapabilities.POST,
                        "Tea & cake <3 https://example.com/menu?a=1&b=2 zażółć",
                        List.of(),
                        plain),
                Sample.of("images", XCapabilities.POST, "Look", List.of(image, second), plain),
                Sample.of("gif", XCapabilities.POST, "Loops", List.of(gif), plain),
                Sample.of("video", XCapabilities.POST, "Moves", List.of(video), plain),
                Sample.of(
                        "poll",
                        XCapabilities.POST,
                        "Tea or coffee?",
                        List.of(),
                        options(new XOptions.Poll(List.of("Tea", "Coffee"), 60))),
                Sample.thread(
                        "thread",
                        XCapabilities.POST,
                        List.of(
                                new Part("One", List.of(image)),
                                new Part("Two", List.of()),
                                new Part("Three", List.of())),
                        plain),
                Sample.of("long", XCapabilities.LONG_POST, "Long ".repeat(100), List.of(), plain));
    }

    private static XOptions options(XOptions.@Nullable Poll poll) {
        return new XOptions(XOptions.Replies.FOLLOWING, poll, true, false);
    }

    /** The account that pays, so that long posts are allowed. */
    @Override
    public Stage open() {
        return new SimulatorStage("x") {
            @Override
            protected String account() {
                return "1500000000000000002";
            }
        };
    }
}
