package planner.adapter.instagram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Media;
import planner.network.NetworkId;
import tools.jackson.databind.json.JsonMapper;

/** Posts for Instagram, and the simulator to put them on. */
public final class InstagramSamples implements Samples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** A Page of the simulator that has an address. */
    private static final String PLACE = "106377336067638";

    @Override
    public NetworkId network() {
        return Instagram.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = plain();
        var image = files.jpeg(320, 400, "Łódka na jeziorze");
        var second = files.jpeg(400, 320, "");
        var video = files.mp4(360, 640, Duration.ofSeconds(4), "A wave");
        var cover = files.jpeg(360, 640, "");
        return List.of(
                Sample.of("image", "feed", "Zażółć gęślą jaźń 👩‍🚀 #jaźń & more", List.of(image), plain),
                Sample.of("image-extras", "feed", "Come in", List.of(second), extras()),
                Sample.of("carousel", "carousel", "Two", List.of(image, second), plain),
                Sample.of("carousel-mixed", "carousel", "Both", List.of(image, video), quiet()),
                Sample.of("reel", "reel", "Moves", List.of(video), plain),
                Sample.of("reel-cover", "reel", "With a face", List.of(video), covered(cover)),
                Sample.of("reel-trial", "reel", "For strangers", List.of(video), trial()),
                Sample.silent("story-image", "story", List.of(image), plain),
                Sample.silent("story-video", "story", List.of(video), plain),
                Sample.silent("stories", "story", List.of(image, video), plain),
                Sample.silent("stories-seen", "story", List.of(image, video), seen()));
    }

    static InstagramOptions plain() {
        return options(Map.of());
    }

    /** As the editor gives them: whatever is not named is absent. */
    static InstagramOptions options(Map<String, Object> values) {
        return JSON.convertValue(values, InstagramOptions.class);
    }

    /** Everything that a photo can have. */
    private static InstagramOptions extras() {
        return options(Map.of(
                "firstComment",
                "Open until ten #tea",
                "collaborators",
                List.of("ada.wedruje", "@anna"),
                "locationId",
                PLACE,
                "comments",
                true,
                "madeWithAi",
                true,
                "tags",
                List.of(tag("@anna", 0.25, 0.5), tag("ada.wedruje", 1.0, 0.0))));
    }

    private static InstagramOptions quiet() {
        return options(Map.of(
                "comments",
                false,
                "tags",
                List.of(tag("anna", 0.5, 0.5), Map.of("username", "ada.wedruje", "item", 2))));
    }

    private static InstagramOptions trial() {
        return options(Map.of(
                "shareToFeed",
                false,
                "coverOffsetMs",
                1500,
                "trial",
                "SS_PERFORMANCE",
                "firstComment",
                "First!",
                "madeWithAi",
                true));
    }

    private static InstagramOptions covered(Media cover) {
        return options(Map.of(
                "shareToFeed",
                true,
                "cover",
                cover,
                "audioName",
                "Fale",
                "tags",
                List.of(Map.of("username", "anna")),
                "collaborators",
                List.of("ada.wedruje")));
    }

    private static InstagramOptions seen() {
        return options(Map.of(
                "tags",
                List.of(Map.of("username", "anna"), Map.of("username", "ada.wedruje", "item", 2, "x", 0.5, "y", 0.9))));
    }

    static Map<String, Object> tag(String name, double x, double y) {
        return Map.of("username", name, "x", x, "y", y);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Instagram.ID.value());
    }
}
