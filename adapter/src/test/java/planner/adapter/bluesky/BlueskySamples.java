package planner.adapter.bluesky;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Delivery.Part;
import planner.network.NetworkId;

/** Posts for Bluesky, and a server to put them on. */
public final class BlueskySamples implements Samples {
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
                Sample.of("mention", "post", "Hi @grace.bsky.sandbox, meet @nobody.test", List.of(), plain),
                Sample.of("card", "post", "Read " + files.page() + " now", List.of(), plain),
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
        return new SimulatorStage(Bluesky.ID.value());
    }
}
