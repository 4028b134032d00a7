package planner.adapter.x;

import java.util.List;
import java.util.Set;
import planner.network.Capabilities;
import planner.network.Capabilities.Feature;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.Stream;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Unit;

/** The limits of X; docs.x.com and its OpenAPI 2.167 as of 2026-08-22 unless noted. */
final class XCapabilities {
    static final String POST = "post";
    static final String LONG_POST = "long-post";

    // OpenAPI 2.167, TweetCreateRequest.poll
    static final int POLL_LEAST = 2;
    static final int POLL_MOST = 4;
    static final int POLL_CHOICE = 25;
    static final int POLL_MIN_MINUTES = 5;
    static final int POLL_MAX_MINUTES = 10_080;

    // OpenAPI 2.167, CreatePostsMedia.tagged_user_ids
    static final int TAGGED = 10;
    // not published: far more than the text of a film of two hours
    static final int SUBTITLES = 1_000_000;

    // an upload has at most 1000 pieces (media upload, append); 4 MiB is less than the 5 MB advised
    static final int PIECES = 1_000;
    static final int PIECE = 4 * 1024 * 1024;

    // of a video's frame: the older documents say 1920x1200, either way up
    private static final int FRAME_LONGER = 1_920;
    private static final int FRAME_SHORTER = 1_200;
    private static final int FRAME_LEAST = 32;
    // today's say 1280x1024, and recommend 720x1280: what is larger is sent, and said
    static final int FRAME_ADVISED_LONGER = 1_280;
    static final int FRAME_ADVISED_SHORTER = 1_024;

    // of an animated GIF: width x height x frames (media best practices)
    private static final long GIF_PIXELS = 300_000_000;

    private static final long MEGA = 1_000_000;
    // a thread has no published limit; the composer of X stops at 25
    private static final int THREAD = 25;

    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg", "image/png", "image/webp"), 5 * MEGA, Sides.any(), Range.any(), null);
    private static final MediaRule GIF =
            new MediaRule.Animation(Set.of("image/gif"), 15 * MEGA, new Sides(1, 1280, 1, 1080), 350, GIF_PIXELS);

    static final Capabilities ALL = new Capabilities(
            "X",
            List.of(
                    // 140 s and 512 MB held for every account until 2026-08 and are safe
                    new Format(POST, text(280), media(512 * MEGA, 140), THREAD),
                    // what the documentation of 2026-08 gives all accounts is taken for those that pay
                    new Format(LONG_POST, text(25_000), media(8_000 * MEGA, 1_200), THREAD)),
            Set.of(
                    Feature.ALT_TEXT,
                    Feature.LINK_CARD,
                    Feature.MENTIONS,
                    Feature.HASHTAGS,
                    Feature.THREAD,
                    Feature.POLL),
            40);

    private XCapabilities() {}

    private static MediaRule video(long bytes, int seconds, int width, int height) {
        return new MediaRule.Video(
                Set.of("video/mp4", "video/quicktime"),
                Set.of("h264"),
                bytes,
                Range.of(0.5, seconds),
                Range.of(1, 60),
                new Sides(FRAME_LEAST, width, FRAME_LEAST, height),
                Range.of(1 / 3.0, 3),
                // H.264 High, 4:2:0; AAC-LC, mono or stereo
                new Stream(0, Set.of("aac"), 0, 2, Set.of("yuv420p", "yuvj420p"), false, false));
    }

    private static List<MediaSet> media(long bytes, int seconds) {
        var across = video(bytes, seconds, FRAME_LONGER, FRAME_SHORTER);
        var upright = video(bytes, seconds, FRAME_SHORTER, FRAME_LONGER);
        return List.of(MediaSet.none(), MediaSet.of(1, 4, PHOTO), MediaSet.one(GIF), MediaSet.one(across, upright));
    }

    private static List<TextLimit> text(int most) {
        return List.of(
                TextLimit.atMost(TextField.TEXT, Unit.WEIGHTED, most),
                // self-serve apps, since 2026-04-20
                TextLimit.atMost(TextField.TEXT, Unit.CASHTAGS, 1),
                TextLimit.atMost(TextField.ALT, Unit.UTF16, 1_000));
    }
}
