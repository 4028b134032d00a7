package planner.adapter.linkedin;

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

/** The limits of LinkedIn; learn.microsoft.com, posts, images, videos and documents APIs as of 2026-08 unless noted. */
final class LinkedInCapabilities {
    static final String TEXT = "text";
    static final String IMAGE = "image";
    static final String MULTI_IMAGE = "multi-image";
    static final String VIDEO = "video";
    static final String DOCUMENT = "document";
    static final String ARTICLE = "article";
    static final String POLL = "poll";

    static final int TEXT_MOST = 3_000;
    static final int COMMENT_MOST = 1_250;
    // of an article; no limit is published for the titles of images, videos and documents: the same is taken
    // (unverified)
    static final int TITLE_MOST = 400;

    // poll-post-api
    static final int POLL_QUESTION = 140;
    static final int POLL_LEAST = 2;
    static final int POLL_MOST = 4;
    static final int POLL_CHOICE = 30;

    /** A picture must have fewer pixels than this. */
    static final long PIXELS = 36_152_320;

    private static final long MEGA = 1_000_000;
    // no size is published: clients use 5 to 10 MB, ours stops at 20 (unverified)
    static final long IMAGE_BYTES = 20 * MEGA;
    static final long IMAGE_LARGE = 10 * MEGA;
    static final int IMAGE_SMALL = 200;
    // "75 KB": the larger reading, as the lesser of the two readings of "500 MB"
    static final long VIDEO_LEAST_BYTES = 75 * 1024;
    static final Range VIDEO_FPS = Range.of(10, 60);
    // documents API: at most 100 MB and 300 pages
    static final int PAGES = 300;
    static final Set<String> STILLS = Set.of("image/jpeg", "image/png");
    static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif");
    static final String CAPTIONS = "application/x-subrip";

    private static final Sides LESS_THAN_PIXELS = Sides.pixels(PIXELS - 1);
    private static final MediaRule PHOTO =
            new MediaRule.Image(PICTURES, IMAGE_BYTES, LESS_THAN_PIXELS, Range.any(), null);
    private static final MediaRule GIF =
            new MediaRule.Animation(Set.of("image/gif"), IMAGE_BYTES, LESS_THAN_PIXELS, 250);
    // QuickTime is not taken: renditions make MP4 of it
    private static final MediaRule FILM = new MediaRule.Video(
            Set.of("video/mp4"),
            Set.of("h264"),
            500 * MEGA,
            Range.of(3, 30 * 60),
            Range.any(),
            Sides.any(),
            Range.of(1 / 2.4, 2.4),
            new Stream(0, Set.of("aac"), 0, 0, Set.of(), false, false));
    private static final MediaRule PAPER = new MediaRule.Document(
            Set.of(
                    "application/pdf",
                    "application/msword",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            100 * MEGA,
            PAGES);

    // what counts is what readers see: LinkedIn.count
    private static final TextLimit BODY = TextLimit.atMost(TextField.TEXT, Unit.WEIGHTED, TEXT_MOST);
    private static final TextLimit ALT = TextLimit.atMost(TextField.ALT, Unit.UTF16, 4_086);
    private static final TextLimit TITLE = TextLimit.atMost(TextField.TITLE, Unit.UTF16, TITLE_MOST);
    private static final TextLimit TITLE_NEEDED = new TextLimit(TextField.TITLE, Unit.UTF16, 1, TITLE_MOST);
    private static final List<MediaSet> NOTHING = List.of(MediaSet.none());

    static final Capabilities ALL = new Capabilities(
            "LinkedIn",
            List.of(
                    new Format(TEXT, List.of(BODY), NOTHING, 1),
                    new Format(IMAGE, List.of(BODY, ALT, TITLE), List.of(MediaSet.one(PHOTO, GIF)), 1),
                    new Format(MULTI_IMAGE, List.of(BODY, ALT), List.of(MediaSet.of(2, 20, PHOTO, GIF)), 1),
                    new Format(VIDEO, List.of(BODY, TITLE), List.of(MediaSet.one(FILM)), 1),
                    new Format(DOCUMENT, List.of(BODY, TITLE_NEEDED), List.of(MediaSet.one(PAPER)), 1),
                    new Format(ARTICLE, List.of(BODY, TITLE), NOTHING, 1),
                    new Format(POLL, List.of(BODY), NOTHING, 1)),
            Set.of(
                    Feature.ALT_TEXT,
                    Feature.LINK_CARD,
                    Feature.MENTIONS,
                    Feature.HASHTAGS,
                    Feature.POLL,
                    Feature.TITLE),
            40);

    private LinkedInCapabilities() {}
}
