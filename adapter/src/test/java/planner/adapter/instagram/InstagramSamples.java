package planner.adapter.instagram;

import java.time.Duration;
import java.util.List;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.NetworkId;

/** Posts for Instagram, and the simulator to put them on. */
public final class InstagramSamples implements Samples {
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
        return List.of(
                Sample.of("image", "feed", "Zażółć gęślą jaźń 👩‍🚀 #jaźń & more", List.of(image), plain),
                Sample.of("image-extras", "feed", "Come in", List.of(second), extras()),
                Sample.of("carousel", "carousel", "Two", List.of(image, second), plain),
                Sample.of("carousel-mixed", "carousel", "Both", List.of(image, video), quiet()),
                Sample.of("reel", "reel", "Moves", List.of(video), plain),
                Sample.of("reel-trial", "reel", "For strangers", List.of(video), trial()),
                Sample.silent("story-image", "story", List.of(image), plain),
                Sample.silent("story-video", "story", List.of(video), plain),
                Sample.silent("stories", "story", List.of(image, video), plain));
    }

    static InstagramOptions plain() {
        return new InstagramOptions(null, null, null, null, null, null, null, null);
    }

    /** Everything that a photo can have. */
    private static InstagramOptions extras() {
        return new InstagramOptions(
                null, null, null, "Open until ten #tea", List.of("ada.wedruje", "anna"), PLACE, true, true);
    }

    private static InstagramOptions quiet() {
        return new InstagramOptions(null, null, null, null, null, null, false, null);
    }

    private static InstagramOptions trial() {
        return new InstagramOptions(
                false, 1500, InstagramOptions.Trial.SS_PERFORMANCE, "First!", null, null, null, true);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Instagram.ID.value());
    }
}
