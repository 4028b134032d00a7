package planner.adapter.threads;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.threads.ThreadsOptions.Replies;
import planner.network.Delivery.Part;
import planner.network.NetworkId;

/** Posts for Threads, and the simulator to put them on. */
public final class ThreadsSamples implements Samples {
    /** A place of the simulator. */
    static final String PLACE = "107410000000001";

    /** What the simulator's profile said before the planner came. */
    static final String QUOTED = "18090000000000001";

    @Override
    public NetworkId network() {
        return Threads.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = plain();
        var image = files.jpeg(320, 400, "Łódka na jeziorze");
        var drawing = files.png(400, 320, "");
        var video = files.mp4(360, 640, Duration.ofSeconds(4), "A wave");
        return List.of(
                Sample.of(
                        "text",
                        "post",
                        "Zażółć gęślą jaźń 👩‍🚀 #jaźń & more https://lipa.example/a",
                        List.of(),
                        plain),
                Sample.of("text-extras", "post", "It was Ada who baked the cake", List.of(), extras()),
                Sample.of("poll", "post", "Tea?", List.of(), polled("Tea & cake", "Coffee ☕", "Neither")),
                Sample.of("gif", "post", "Like this", List.of(), moving("l0HlBO7eyXzSZkJri")),
                Sample.of("quote", "post", "Bread, of course", List.of(), quoting(QUOTED)),
                Sample.of("image", "post", "Come in", List.of(image), plain),
                Sample.of("image-hidden", "post", "Who is it?", List.of(drawing), hidden()),
                Sample.of("video", "post", "Moves", List.of(video), plain),
                Sample.of("carousel", "post", "Both", List.of(image, video), plain),
                Sample.thread(
                        "thread",
                        "post",
                        List.of(
                                new Part("One", List.of()),
                                new Part("Two", List.of(image)),
                                new Part("Three", List.of())),
                        commented()));
    }

    static ThreadsOptions plain() {
        return new ThreadsOptions(null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Everything that a text can have at once. */
    private static ThreadsOptions extras() {
        return new ThreadsOptions(
                Replies.FOLLOWERS_ONLY,
                "Home baking",
                "Open until ten",
                "https://lipa.example/cake?a=1&b=2",
                List.of(),
                "",
                null,
                List.of("Ada", "cake"),
                false,
                "Lipa",
                PLACE);
    }

    static ThreadsOptions polled(String... answers) {
        return new ThreadsOptions(null, null, null, null, List.of(answers), null, null, null, null, null, null);
    }

    static ThreadsOptions moving(String gif) {
        return new ThreadsOptions(null, null, null, null, null, gif, null, null, null, null, null);
    }

    static ThreadsOptions quoting(@Nullable String post) {
        return new ThreadsOptions(null, null, null, null, null, null, post, null, null, null, null);
    }

    static ThreadsOptions hidden() {
        return new ThreadsOptions(null, null, null, null, null, null, null, null, true, null, null);
    }

    static ThreadsOptions linked(String link) {
        return new ThreadsOptions(null, null, null, link, null, null, null, null, null, null, null);
    }

    static ThreadsOptions about(String topic) {
        return new ThreadsOptions(null, topic, null, null, null, null, null, null, null, null, null);
    }

    static ThreadsOptions hiding(String... words) {
        return new ThreadsOptions(null, null, null, null, null, null, null, List.of(words), null, null, null);
    }

    static ThreadsOptions commented() {
        return commented("And tea");
    }

    static ThreadsOptions commented(String text) {
        return new ThreadsOptions(null, null, text, null, null, null, null, null, null, null, null);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Threads.ID.value());
    }
}
