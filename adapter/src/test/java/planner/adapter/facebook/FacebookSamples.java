package planner.adapter.facebook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.facebook.FacebookOptions.Publish;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.NetworkId;

/** Posts for a Facebook Page, and the simulator to put them on. */
public final class FacebookSamples implements Samples {
    /** A Page of the simulator that has an address. */
    static final String PLACE = "106377336067638";

    private static final Duration IN_A_MONTH = Duration.ofDays(28).plusHours(8);

    @Override
    public NetworkId network() {
        return Facebook.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = plain();
        var photo = files.jpeg(320, 400, "Łódka na jeziorze");
        var second = files.png(400, 320, "");
        var video = files.mp4(640, 360, Duration.ofSeconds(4), "");
        // three pieces of the simulator's session
        var pieces = files.mp4(640, 360, Duration.ofSeconds(9), 2_500_000, "");
        var reel = files.mp4(540, 960, Duration.ofSeconds(4), "");
        return List.of(
                Sample.of("text", "feed", "Zażółć gęślą jaźń 👩‍🚀 #jaźń & more", List.of(), plain),
                Sample.of(
                        "link",
                        "feed",
                        "Read this",
                        List.of(),
                        linked(files.page().toString())),
                Sample.of("link-in-text", "feed", "Read " + files.page() + " today", List.of(), plain),
                Sample.of("photo", "feed", "A boat", List.of(photo), plain),
                Sample.of("photos-extras", "feed", "Two", List.of(photo, second), extras("Open until ten", null)),
                unseen("draft", "feed", "Later, perhaps", List.of(), publish(Publish.DRAFT, null)),
                scheduled("scheduled", "feed", "In a month", List.of(photo)),
                titled("video", "video", "Waves", video, plain),
                titled("video-pieces", "video", "Long", pieces, extrasOfVideo(photo)),
                titled("reel", "reel", "", reel, plain),
                titled("reel-extras", "reel", "Moves", reel, extras("First!", photo)),
                unseen("reel-draft", "reel", "Not yet", List.of(reel), publish(Publish.DRAFT, null)),
                scheduled("reel-scheduled", "reel", "Soon", List.of(reel)),
                Sample.silent("story-photo", "story", List.of(files.jpeg(360, 640, "")), plain),
                Sample.silent("story-video", "story", List.of(reel), plain));
    }

    private static Sample titled(String name, String format, String title, Media video, FacebookOptions options) {
        return new Sample(name, format, title, List.of(new Part("Look", List.of(video))), options, 1, false);
    }

    /** Nobody sees it yet. */
    private static Sample unseen(String name, String format, String text, List<Media> media, FacebookOptions options) {
        return new Sample(name, format, "", List.of(new Part(text, media)), options, 0, false);
    }

    private static Sample scheduled(String name, String format, String text, List<Media> media) {
        return Sample.of(name, format, text, media, publish(Publish.SCHEDULED, null))
                .timed(due -> publish(Publish.SCHEDULED, due.plus(IN_A_MONTH).toString()));
    }

    static FacebookOptions plain() {
        return new FacebookOptions(null, true, null, null, null, Publish.NOW, null);
    }

    static FacebookOptions linked(String link) {
        return new FacebookOptions(link, true, null, null, null, Publish.NOW, null);
    }

    static FacebookOptions publish(Publish publish, @Nullable String at) {
        return new FacebookOptions(null, true, null, null, null, publish, at);
    }

    static FacebookOptions extras(String comment, @Nullable Media cover) {
        return new FacebookOptions(null, true, PLACE, comment, cover, Publish.NOW, null);
    }

    private static FacebookOptions extrasOfVideo(Media cover) {
        return new FacebookOptions(null, true, null, "First!", cover, Publish.NOW, null);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Facebook.ID.value());
    }
}
