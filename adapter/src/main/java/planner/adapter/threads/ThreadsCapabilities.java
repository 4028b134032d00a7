package planner.adapter.threads;

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

/** The limits of Threads; developers.facebook.com, docs/threads/overview and posts as of 2026-07-29 unless noted. */
final class ThreadsCapabilities {
    static final String POST = "post";

    /** Characters, of which every emoji is as many as its UTF-8 bytes. */
    static final int TEXT = 500;
    /** Different links in text and link attachment together; changelog of 2025. */
    static final int LINKS = 5;

    static final int TOPIC = 50;
    static final int POLL_LEAST = 2;
    static final int POLL_MOST = 4;
    static final int POLL_CHOICE = 25;
    static final int SPOILERS = 10;

    /** Bits a second: older copies of the table end here; today's end at {@link #MOST_BITS}. */
    static final long USUAL_BITS = 25_000_000;

    static final long MOST_BITS = 100_000_000;

    private static final long MEGA = 1_000_000;
    private static final int CAROUSEL_LEAST = 2;
    private static final int CAROUSEL_MOST = 20;
    // a chain has no published limit beyond 1,000 replies a day
    private static final int CHAIN = 25;

    // a width outside of 320 to 1440 is scaled by Threads; no side may be ten times the other; sRGB
    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg", "image/png"), 8 * MEGA, Sides.any(), Range.of(0.1, 10), null, Set.of("srgb", "gray"));
    private static final MediaRule VIDEO = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime"),
            Set.of("h264", "hevc"),
            1_000 * MEGA,
            Range.of(0.001, 300),
            Range.of(23, 60),
            new Sides(1, 1920, 1, Integer.MAX_VALUE),
            Range.of(0.01, 10),
            // "moov first", AAC to 48 kHz, mono or stereo, 4:2:0 of any depth
            new Stream(MOST_BITS, Set.of("aac"), 48_000, 2, Set.of("yuv420p", "yuvj420p", "yuv420p10le"), true, false));

    static final Capabilities ALL = new Capabilities(
            "Threads",
            List.of(new Format(
                    POST,
                    List.of(
                            TextLimit.atMost(TextField.TEXT, Unit.WEIGHTED, TEXT),
                            TextLimit.atMost(TextField.ALT, Unit.UTF16, 1_000)),
                    List.of(
                            MediaSet.none(),
                            MediaSet.one(PHOTO, VIDEO),
                            MediaSet.of(CAROUSEL_LEAST, CAROUSEL_MOST, PHOTO, VIDEO)),
                    CHAIN)),
            Set.of(
                    Feature.ALT_TEXT,
                    Feature.LINK_CARD,
                    Feature.MENTIONS,
                    Feature.HASHTAGS,
                    Feature.THREAD,
                    Feature.POLL,
                    Feature.FETCHES_MEDIA),
            40);

    private ThreadsCapabilities() {}
}
