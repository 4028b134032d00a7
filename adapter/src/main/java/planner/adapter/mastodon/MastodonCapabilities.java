package planner.adapter.mastodon;

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

/**
 * What a plain Mastodon server takes; a server's own numbers are {@link Limits}. docs.joinmastodon.org, pages
 * "Posting to your profile" and "instance API methods", read 2026-11-26, unless noted.
 */
final class MastodonCapabilities {
    static final String POST = "post";
    static final String LONG_POST = "long-post";

    static final int CHARACTERS = 500;
    static final int PER_URL = 23;
    static final int IMAGES = 4;
    // configuration.media_attachments.description_limit
    static final int ALT = 1_500;
    static final long IMAGE_BYTES = 16L * 1024 * 1024;
    static final long VIDEO_BYTES = 99L * 1024 * 1024;
    // 7680 × 4320 and 3840 × 2160: media_attachment.rb of 4.2 and later
    static final long IMAGE_PIXELS = 33_177_600;
    static final long VIDEO_PIXELS = 8_294_400;
    static final int FPS = 120;
    // configuration.polls
    static final int POLL_LEAST = 2;
    static final int POLL_MOST = 4;
    static final int POLL_CHOICE = 50;
    static final int POLL_LEAST_SECONDS = 300;
    static final int POLL_MOST_SECONDS = 2_629_746;

    // Our own choice: a server with a higher limit says so, and its own number is checked. Few allow more than this.
    private static final int LONGEST = 10_000;
    // A GIF must have less than 1 MP ("1280x720").
    private static final Sides GIF_SIDES = new Sides(1, 1_280, 1, 720);
    // Our own choice: the network knows no end of a thread.
    private static final int THREAD = 25;
    // Our own choice: the published limits are per account (300 calls in 5 minutes) and per server.
    private static final int AT_ONCE = 40;

    private static final MediaRule IMAGE = new MediaRule.Image(
            Set.of("image/jpeg", "image/png", "image/webp"),
            IMAGE_BYTES,
            Sides.pixels(IMAGE_PIXELS),
            Range.any(),
            null);
    private static final MediaRule GIF = new MediaRule.Animation(Set.of("image/gif"), IMAGE_BYTES, GIF_SIDES, null);
    private static final MediaRule VIDEO = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime", "video/webm"),
            Set.of(),
            VIDEO_BYTES,
            Range.any(),
            Range.of(0, FPS),
            Sides.pixels(VIDEO_PIXELS),
            Range.any());

    private static final List<MediaSet> MEDIA =
            List.of(MediaSet.none(), MediaSet.of(1, IMAGES, IMAGE), MediaSet.one(GIF), MediaSet.one(VIDEO));

    static final Capabilities ALL = new Capabilities(
            "Mastodon",
            List.of(
                    new Format(POST, text(CHARACTERS), MEDIA, THREAD),
                    new Format(LONG_POST, text(LONGEST), MEDIA, THREAD)),
            Set.of(
                    Feature.ALT_TEXT,
                    Feature.LINK_CARD,
                    Feature.MENTIONS,
                    Feature.HASHTAGS,
                    Feature.THREAD,
                    Feature.POLL),
            AT_ONCE);

    private MastodonCapabilities() {}

    private static List<TextLimit> text(int most) {
        return List.of(
                TextLimit.atMost(TextField.TEXT, Unit.WEIGHTED, most),
                TextLimit.atMost(TextField.ALT, Unit.CODE_POINTS, ALT));
    }
}
