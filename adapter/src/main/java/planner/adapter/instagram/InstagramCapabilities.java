package planner.adapter.instagram;

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

/** The limits of Instagram; developers.facebook.com, ig-user/media reference as of 2026-09-11. */
final class InstagramCapabilities {
    static final String FEED = "feed";
    static final String CAROUSEL = "carousel";
    static final String REEL = "reel";
    static final String STORY = "story";

    // unverified: comments of an app
    static final int COMMENT = 300;
    static final int COMMENT_HASHTAGS = 4;
    static final int COMMENT_LINKS = 1;

    static final int COLLABORATORS = 3;
    /** People in a post: 2207040, "more than 20 tags"; that it counts all files of a carousel together is unverified. */
    static final int TAGS = 20;

    static final int SPONSORS = 2;
    /** A user name has at most so many letters, digits, dots and underscores. */
    static final int NAME = 30;
    /** Ours alone: Instagram names no limit. */
    static final int AUDIO_NAME = 100;
    /** Ours alone: ids have about 17 digits. */
    static final int PLACE = 32;

    static final int MOST_FILES = 10;
    /** Of a picture and of a reel's cover. */
    static final long IMAGE_BYTES = 8_000_000;

    /** Of a video a second: 25 million of the picture, 128,000 of the sound. */
    static final long MOST_BITS = 25_128_000;

    private static final long MEGA = 1_000_000;

    /** What stories, covers and the tab of reels are made for. */
    static final double UPRIGHT = 9.0 / 16;
    /** Seconds of a reel that its tab shows; longer and shorter ones are in the feed and the profile only. */
    static final Range IN_THE_TAB = Range.of(5, 90);

    // JPEG only, no PNG; 4:5 to 1.91:1; sRGB; a width outside of 320 to 1440 is scaled by Instagram
    private static final MediaRule PHOTO = photo(Range.of(0.8, 1.91));
    private static final MediaRule STORY_PHOTO = photo(Range.any());
    // "moov first", AAC to 48 kHz, mono or stereo, 4:2:0 of any depth
    private static final Stream STREAM =
            new Stream(MOST_BITS, Set.of("aac"), 48_000, 2, Set.of("yuv420p", "yuvj420p", "yuv420p10le"), true, false);
    // 60 s and 100 MB of a carousel's video are unverified: the story's numbers are taken
    private static final MediaRule SHORT_VIDEO = video(100, 60, 0.1);
    private static final MediaRule REEL_VIDEO = video(300, 15 * 60, 0.01);

    private static final List<TextLimit> CAPTION = List.of(
            TextLimit.atMost(TextField.TEXT, Unit.UTF16, 2_200),
            TextLimit.atMost(TextField.TEXT, Unit.HASHTAGS, 30),
            TextLimit.atMost(TextField.TEXT, Unit.MENTIONS, 20));
    // alt_text is for images and images of a carousel, "not reels/stories"
    private static final List<TextLimit> CAPTION_AND_ALT = java.util.stream.Stream.concat(
                    CAPTION.stream(), java.util.stream.Stream.of(TextLimit.atMost(TextField.ALT, Unit.UTF16, 1_000)))
            .toList();

    static final Capabilities ALL = new Capabilities(
            "Instagram",
            List.of(
                    new Format(FEED, CAPTION_AND_ALT, List.of(MediaSet.one(PHOTO)), 1),
                    new Format(CAROUSEL, CAPTION_AND_ALT, List.of(MediaSet.of(2, MOST_FILES, PHOTO, SHORT_VIDEO)), 1),
                    new Format(REEL, CAPTION, List.of(MediaSet.one(REEL_VIDEO)), 1),
                    new Format(STORY, List.of(), List.of(MediaSet.of(1, MOST_FILES, STORY_PHOTO, SHORT_VIDEO)), 1)),
            Set.of(Feature.ALT_TEXT, Feature.MENTIONS, Feature.HASHTAGS, Feature.FETCHES_MEDIA),
            40);

    private InstagramCapabilities() {}

    private static MediaRule photo(Range aspect) {
        return new MediaRule.Image(
                Set.of("image/jpeg"), IMAGE_BYTES, Sides.any(), aspect, null, Set.of("srgb", "gray"));
    }

    private static MediaRule video(int megabytes, int seconds, double narrowest) {
        return new MediaRule.Video(
                Set.of("video/mp4", "video/quicktime"),
                Set.of("h264", "hevc"),
                megabytes * MEGA,
                Range.of(3, seconds),
                Range.of(23, 60),
                new Sides(1, 1920, 1, Integer.MAX_VALUE),
                Range.of(narrowest, 10),
                STREAM);
    }
}
