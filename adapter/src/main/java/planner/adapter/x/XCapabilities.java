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

    // of an animated GIF: width x height x frames (media best practices)
    static final long GIF_PIXELS = 300_000_000;

    private static final long MEGA = 1_000_000;
    // a thread has no published limit; the composer of X stops at 25
    private static final int THREAD = 25;

    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg", "image/png", "image/webp"), 5 * MEGA, Sides.any(), Range.any(), null);
    private static final MediaRule GIF =
            new MediaRule.Animation(Set.of("image/gif"), 15 * MEGA, new Sides(1, 1280, 1, 1080), 350);
    // 140 s and 512 MB hold for every account; more only by subscription
    private static final MediaRule VIDEO = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime"),
            Set.of("h264"),
            512 * MEGA,
            Range.of(0.5, 140),
            Range.of(1, 60),
            new Sides(32, 1920, 32, 1920),
            Range.of(1 / 3.0, 3));

    private static final List<MediaSet> MEDIA =
            List.of(MediaSet.none(), MediaSet.of(1, 4, PHOTO), MediaSet.one(GIF), MediaSet.one(VIDEO));

    static final Capabilities ALL = new Capabilities(
            "X",
            List.of(new Format(POST, text(280), MEDIA, THREAD), new Format(LONG_POST, text(25_000), MEDIA, THREAD)),
            Set.of(
                    Feature.ALT_TEXT,
                    Feature.LINK_CARD,
                    Feature.MENTIONS,
                    Feature.HASHTAGS,
                    Feature.THREAD,
                    Feature.POLL),
            40);

    private XCapabilities() {}

    private static List<TextLimit> text(int most) {
        return List.of(
                TextLimit.atMost(TextField.TEXT, Unit.WEIGHTED, most),
                // self-serve apps, since 2026-04-20
                TextLimit.atMost(TextField.TEXT, Unit.CASHTAGS, 1),
                TextLimit.atMost(TextField.ALT, Unit.UTF16, 1_000));
    }
}
