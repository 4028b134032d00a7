package planner.adapter.bluesky;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Delivery.Part;
import planner.network.MediaKind;
import planner.network.NetworkId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Posts for Bluesky, and a server to put them on. */
public final class BlueskySamples implements Samples {
    /** What stands on the simulated network from the beginning. */
    static final String GRACE = "at://did:plc:sandboxgracehopper000000/app.bsky.feed.post/";

    private static final String VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nA boat on the lake\n";

    static final String GREETING = GRACE + "3lgracegreets";
    static final String LIST = "at://did:plc:sandboxadalovelace000000/app.bsky.graph.list/3ladaregulars";

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
                        options("{'langs':['pl'],'label':'SEXUAL','moreLabels':['GRAPHIC_MEDIA','SEXUAL']}")),
                Sample.of("gallery", "post", "Many", many, plain),
                Sample.of("video", "post", "Moves", List.of(video), plain),
                Sample.thread(
                        "thread",
                        "post",
                        List.of(
                                new Part("One", List.of(image)),
                                new Part("Two", List.of()),
                                new Part("Three", List.of(many.getFirst()))),
                        plain),
                Sample.of(
                        "quote",
                        "post",
                        "Rye, since five o'clock",
                        List.of(),
                        options("{'quote':'" + GREETING + "','tags':['rye','#bread']}")),
                Sample.of(
                        "quote-image",
                        "post",
                        "Like this",
                        List.of(image),
                        options("{'quote':'https://bsky.app/profile/grace.bsky.sandbox/post/3lgracegreets'}")),
                Sample.of(
                        "film",
                        "post",
                        "Moves on",
                        List.of(video),
                        captioned("{'captionsLang':'pl','gif':true}", VTT.length())),
                Sample.of("reply", "post", "Buns", List.of(), options("{'replyTo':'" + GREETING + "'}")),
                Sample.of(
                        "replies",
                        "post",
                        "For @grace.bsky.sandbox and a few more",
                        List.of(),
                        options("{'replies':'CHOSEN','repliers':['MENTIONED','FOLLOWED'],'replyLists':['" + LIST
                                + "']}")),
                Sample.thread(
                        "closed",
                        "post",
                        List.of(new Part("Nobody answers", List.of()), new Part("and nobody quotes", List.of())),
                        options("{'replies':'NOBODY','quotable':false}")));
    }

    /** What the editor begins with, and these instead. Quotation marks may be single ones. */
    static BlueskyOptions options(String json) {
        return JsonMapper.builder().build().readValue(json.replace('\'', '"'), BlueskyOptions.class);
    }

    /** With captions of so many bytes. */
    static BlueskyOptions captioned(String json, int bytes) {
        var content = (VTT + "x".repeat(bytes - VTT.length())).getBytes(StandardCharsets.UTF_8);
        var file = TestFiles.FILES.file(MediaKind.DOCUMENT, "text/vtt", "captions.vtt", content, 0, 0);
        var mapper = JsonMapper.builder().build();
        var options = (ObjectNode) mapper.valueToTree(options(json));
        options.set("captions", mapper.valueToTree(file));
        return mapper.treeToValue(options, BlueskyOptions.class);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Bluesky.ID.value());
    }
}
