package planner.adapter.facebook;

import java.time.Duration;
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

/** The limits of Facebook Pages; developers.facebook.com, pages-api and video-api as of 2026-10-05. */
final class FacebookCapabilities {
    static final String FEED = "feed";
    static final String VIDEO = "video";
    static final String REEL = "reel";
    static final String STORY = "story";

    // Facebook itself wants 10 minutes; the rest is for what is uploaded first
    static final Duration SOONEST = Duration.ofMinutes(20);
    static final Duration LATEST = Duration.ofDays(30);
    static final Duration LATEST_REEL = Duration.ofDays(29);

    // unverified: comments of an app
    static final int COMMENT = 8_000;
    // unverified: the file of a cover
    static final int COVER_BYTES = 10_000_000;

    private static final long MEGA = 1_000_000;

    // unverified: the API is said to take more, tools stop at 10
    private static final int PHOTOS = 10;

    // bigger ones are refused with 1366046; BMP, GIF and TIFF are made JPEG by the house
    private static final MediaRule PHOTO =
            new MediaRule.Image(Set.of("image/jpeg", "image/png"), 4 * MEGA, Sides.any(), Range.any(), null);
    // 1 GB and 20 minutes are certain; 10 GB and 4 hours by sessions are unverified
    private static final MediaRule FILM = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime"),
            Set.of("h264", "hevc"),
            1_000 * MEGA,
            Range.of(0, 20 * 60),
            Range.any(),
            Sides.any(),
            Range.any(),
            new Stream(0, Set.of("aac"), 0, 0, Set.of(), false, false));
    /** Of a reel, upright; 540 by 960 are enough to be taken. */
    static final int REEL_ADVISED_WIDTH = 1080;
    /** Of a PNG: Facebook compresses larger ones until they look blurred. */
    static final long PNG_ADVISED = MEGA;

    private static final MediaRule REEL_VIDEO = upright(90);
    // 60 s are unverified
    private static final MediaRule STORY_VIDEO = upright(60);

    // 63,206 is widely used, and unverified, also for descriptions
    private static final TextLimit TEXT = TextLimit.atMost(TextField.TEXT, Unit.UTF16, 63_206);
    // unverified: as on Instagram
    private static final TextLimit ALT = TextLimit.atMost(TextField.ALT, Unit.UTF16, 1_000);
    // unverified
    private static final TextLimit TITLE = TextLimit.atMost(TextField.TITLE, Unit.UTF16, 255);

    static final Capabilities ALL = new Capabilities(
            "Facebook",
            List.of(
                    new Format(FEED, List.of(TEXT, ALT), List.of(MediaSet.none(), MediaSet.of(1, PHOTOS, PHOTO)), 1),
                    new Format(VIDEO, List.of(TEXT, TITLE), List.of(MediaSet.one(FILM)), 1),
                    new Format(REEL, List.of(TEXT, TITLE), List.of(MediaSet.one(REEL_VIDEO)), 1),
                    new Format(STORY, List.of(), List.of(MediaSet.one(PHOTO, STORY_VIDEO)), 1)),
            Set.of(Feature.ALT_TEXT, Feature.LINK_CARD, Feature.HASHTAGS, Feature.TITLE),
            40);

    private FacebookCapabilities() {}

    /** 9:16, at least 540 by 960; the codecs that the reels guide names. */
    private static MediaRule upright(int seconds) {
        return new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of("h264", "hevc", "vp9", "av1"),
                1_000 * MEGA,
                Range.of(3, seconds),
                Range.of(24, 60),
                new Sides(540, Integer.MAX_VALUE, 960, Integer.MAX_VALUE),
                Range.of(0.55, 0.575),
                // 4:2:0, AAC-LC stereo of 48 kHz
                new Stream(0, Set.of("aac"), 48_000, 2, Set.of("yuv420p", "yuvj420p", "yuv420p10le"), false, false));
    }
}
