package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.Sample;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Json;
import planner.adapter.kit.Transport;
import planner.adapter.reddit.RedditSamples.Choice;
import tools.jackson.databind.JsonNode;

/** The simulator answers in the shapes that were recorded: every field of a recorded answer, with a value of its type. */
class RedditShapesTest extends RedditStand {
    /** By method and template; what a recording has more than others of its kind is named beside it. */
    private static final Map<String, Set<String>> COMPARED = Map.of(
            "GET /api/v1/{sr}/post_requirements", Set.of(),
            "GET /r/{sr}/about", Set.of("data.icon_img", "data.community_icon", "data.user_is_subscriber"),
            "POST /r/{sr}/api/flairselector", Set.of(),
            "POST /api/media/asset.json", Set.of(),
            "POST /api/submit", Set.of(),
            "POST /api/submit_gallery_post.json", Set.of(),
            "POST /api/submit_poll_post", Set.of(),
            "POST /api/comment",
                    Set.of(
                            "json.data.things[].data.subreddit_id",
                            "json.data.things[].data.banned_by",
                            "json.data.things[].data.archived",
                            "json.data.things[].data.score_hidden",
                            "json.data.things[].data.ups"));

    private final Map<String, JsonNode> answers = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> theSimulatorAnswersAsRedditWasRecorded() {
        var recorded = RecordedCheck.interactions(SpecCheck.folder("reddit"));
        listen();
        return COMPARED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var answer = Objects.requireNonNull(answers.get(entry.getKey()), "asked for by no test");
                    var common = common(recorded, entry.getKey());
                    common.removeAll(entry.getValue());
                    assertThat(common).isNotEmpty();
                    assertThat(leaves("", answer, new TreeSet<>())).containsAll(common);
                }));
    }

    /** Publishes one of each and keeps the last answer of each endpoint. */
    private void listen() {
        Transport ear = call -> {
            var reply = stage.transport().send(call);
            var at = call.method() + " "
                    + RecordedCheck.template(call.uri().getPath().replaceFirst("^/reddit/oauth", ""));
            answers.put(at, Json.tree(new String(reply.body(), StandardCharsets.UTF_8)));
            return reply;
        };
        network(ear).demands().orElseThrow().demands(Subreddit.key(OPEN), session());
        for (var sample : new RedditSamples().all()) {
            if (List.of("text-flair", "gallery", "poll", "image").contains(sample.name())) {
                walked(ear, again(sample), Map.of()).post();
            }
        }
        walked(ear, text("The last one", Choice.of(OPEN)), Map.of()).post();
    }

    private planner.network.Delivery again(Sample sample) {
        var parts = sample.parts().getFirst();
        var media = parts.media().stream().map(item -> files.png(60, 40)).toList();
        return new planner.network.Delivery(
                java.util.UUID.randomUUID(),
                stage.now(),
                sample.format(),
                sample.title(),
                List.of(new planner.network.Delivery.Part(parts.text(), described(media))),
                sample.options());
    }

    /** One of the subreddits wants captions. */
    private static List<planner.network.Media> described(List<planner.network.Media> media) {
        return media.stream()
                .map(it -> new planner.network.Media(
                        it.id(),
                        it.kind(),
                        it.type(),
                        it.bytes(),
                        it.width(),
                        it.height(),
                        0,
                        0,
                        0,
                        null,
                        it.name(),
                        "A plant"))
                .toList();
    }

    /** What all good recordings of this endpoint have. */
    private static Set<String> common(List<JsonNode> recorded, String at) {
        Set<String> common = new TreeSet<>();
        boolean first = true;
        for (var one : recorded) {
            var path = one.path("request").path("uri").asString("").replaceFirst("^https://[^/]+", "");
            var body = one.path("response").path("body");
            var template = one.path("request").path("method").asString("") + " "
                    + RecordedCheck.template(path.replaceFirst("\\?.*$", ""));
            boolean good = one.path("response").path("status").asInt(0) == 200
                    && body.path("json").path("errors").isEmpty();
            if (template.equals(at) && good) {
                var leaves = leaves("", body, new TreeSet<>());
                if (first) {
                    common.addAll(leaves);
                } else {
                    common.retainAll(leaves);
                }
                first = false;
            }
        }
        return common;
    }

    private static Set<String> leaves(String path, JsonNode node, Set<String> into) {
        if (node.isObject()) {
            node.forEachEntry((name, value) -> leaves(path.isEmpty() ? name : path + "." + name, value, into));
        } else if (node.isArray()) {
            into.add(path);
            node.valueStream().filter(JsonNode::isObject).forEach(item -> leaves(path + "[]", item, into));
        } else {
            into.add(path);
        }
        return into;
    }
}
