package planner.adapter.x;

import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Capabilities;
import planner.network.Delivery.Part;
import planner.network.MediaKind;
import planner.network.NetworkId;
import planner.network.Unit;

/** Posts for X, and the simulator to put them on. */
public final class XSamples implements Samples {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private static final String QUOTED = "https://twitter.com/ada_bakery/status/1445880548472328192?s=20";

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
        var video = files.mp4(640, 360, Duration.ofSeconds(3), XCapabilities.PIECE + 1000, "A wave");
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
                Sample.of("people", XCapabilities.POST, "Who is it?", List.of(image, second), people()),
                Sample.of("subtitles", XCapabilities.POST, "Listen", List.of(video), subtitles()),
                Sample.of("quote", XCapabilities.POST, "So true", List.of(), Chosen.of(Map.of("quote", QUOTED))),
                Sample.of("community", XCapabilities.POST, "Among us", List.of(), community()),
                Sample.thread(
                        "subscribers",
                        XCapabilities.POST,
                        List.of(new Part("For you", List.of()), new Part("And more", List.of())),
                        Chosen.of(Map.of("subscribersOnly", true))),
                Sample.of("long", XCapabilities.LONG_POST, "Long ".repeat(100), List.of(), plain));
    }

    /** What X may not list and is not found could be there all the same. */
    @Override
    public boolean alwaysTells(Sample sample) {
        var options = (XOptions) sample.options();
        return options.communityId().isEmpty() && !Boolean.TRUE.equals(options.subscribersOnly());
    }

    private static XOptions options(XOptions.@Nullable Poll poll) {
        var values = new HashMap<String, Object>(Map.of("replies", "FOLLOWING", "madeWithAi", true));
        if (poll != null) {
            values.put("poll", poll);
        }
        return Chosen.of(values);
    }

    private static XOptions people() {
        return Chosen.of(Map.of(
                "tagged", List.of("@ada_bakery", "Grace_Premium"),
                "warning", Map.of("other", true),
                "place", "https://x.com/places/01a9a39529b27f36"));
    }

    private static XOptions subtitles() {
        return Chosen.of(Map.of("subtitles", Chosen.subtitles(), "subtitlesLanguage", "pl"));
    }

    private static XOptions community() {
        return Chosen.of(Map.of(
                "community", "https://x.com/i/communities/1700000000000000001",
                "shareWithFollowers", true,
                "paidPartnership", true));
    }

    /** The account on the stage pays, and X takes long texts from it under any name. */
    static boolean networkRefuses(Capabilities.Format format, Capabilities.TextLimit limit) {
        return !format.id().equals(XCapabilities.POST) || limit.unit() != Unit.WEIGHTED;
    }

    @Override
    public Stage open() {
        return new Door();
    }

    /** The account that pays, so that long posts are allowed. */
    static class Door extends SimulatorStage {
        Door() {
            super("x");
        }

        @Override
        protected String account() {
            return "1500000000000000002";
        }
    }
}
