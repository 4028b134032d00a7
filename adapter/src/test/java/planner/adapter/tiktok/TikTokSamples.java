package planner.adapter.tiktok;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.tiktok.TikTokOptions.Mode;
import planner.adapter.tiktok.TikTokOptions.Source;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.NetworkId;

/** Posts for TikTok, and the simulator to put them on. */
public final class TikTokSamples implements Samples {
    static final String EVERYONE = "PUBLIC_TO_EVERYONE";
    static final String NOBODY = "SELF_ONLY";

    private static final int MOST_PHOTOS = 35;
    private static final int TWO_PIECES = 20 * 1024 * 1024 + 1000;

    @Override
    public NetworkId network() {
        return TikTok.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var length = Duration.ofSeconds(4);
        var video = files.mp4(360, 640, length, "");
        var large = files.mp4(360, 640, length, TWO_PIECES, "");
        var photos = IntStream.range(0, MOST_PHOTOS)
                .mapToObj(i -> files.jpeg(320 + i, 200, ""))
                .toList();
        return List.of(
                Sample.of("video", "video", "Moss & fern #zieleń @ada 👩‍🚀", List.of(video), direct(EVERYONE)),
                Sample.of("video-pieces", "video", "Grows slowly", List.of(large), direct(EVERYONE)),
                Sample.of("video-private", "video", "For me alone", List.of(video), labelled(NOBODY)),
                Sample.of("video-pulled", "video", "Fetched", List.of(video), pulled(EVERYONE)),
                titled("photos-few", "Leaves", "Some of them", photos.subList(0, 2), direct(EVERYONE)),
                titled("photos", "Leaves", "All of them", photos, cover(EVERYONE, 34)),
                Sample.silent("draft", "video", List.of(video), inbox(Source.UPLOAD)),
                Sample.silent("draft-pulled", "video", List.of(video), inbox(Source.PULL)),
                titled("draft-photos", "Two leaves", "Not finished", photos.subList(0, 2), inbox(null)));
    }

    private static Sample titled(String name, String title, String text, List<Media> media, TikTokOptions options) {
        return new Sample(name, "photos", title, List.of(new Part(text, media)), options, 1, false);
    }

    static TikTokOptions direct(@Nullable String privacy) {
        return new TikTokOptions(
                Mode.DIRECT, privacy, null, null, null, null, null, null, true, null, null, null, null, null);
    }

    static TikTokOptions pulled(String privacy) {
        return new TikTokOptions(
                null, privacy, true, false, false, false, false, false, true, false, null, Source.PULL, null, null);
    }

    static TikTokOptions inbox(@Nullable Source source) {
        return new TikTokOptions(
                Mode.INBOX, null, null, null, null, null, null, null, null, null, null, source, null, null);
    }

    /** Everything that a video can have. */
    private static TikTokOptions labelled(String privacy) {
        return new TikTokOptions(
                Mode.DIRECT, privacy, true, true, true, true, true, false, true, true, 1500, Source.UPLOAD, null, null);
    }

    /** Everything that photos can have. */
    static TikTokOptions cover(String privacy, int cover) {
        return new TikTokOptions(
                Mode.DIRECT, privacy, true, null, null, true, true, true, true, null, null, null, true, cover);
    }

    /** What is disclosed of one's own brand and of another's. */
    static TikTokOptions disclosed(String privacy, boolean yours, boolean others) {
        return new TikTokOptions(
                Mode.DIRECT, privacy, null, null, null, true, yours, others, true, null, null, null, null, null);
    }

    @Override
    public boolean alwaysTells(Sample sample) {
        return false;
    }

    @Override
    public Stage open() {
        return new SimulatorStage(TikTok.ID.value());
    }
}
