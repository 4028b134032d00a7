package planner.adapter.reddit;

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

/** The limits of Reddit; sheet of 2026-11, drawn from recorded traffic and praw 2026-08. Subreddits may ask for less. */
final class RedditCapabilities {
    static final String TEXT = "text";
    static final String LINK = "link";
    static final String IMAGE = "image";
    static final String GALLERY = "gallery";
    static final String VIDEO = "video";
    static final String POLL = "poll";

    // 2 to 6 answers and 1 to 7 days; the length of an answer is unverified
    static final int POLL_LEAST = 2;
    static final int POLL_MOST = 6;
    static final int POLL_ANSWER = 120;
    static final int POLL_DAYS = 7;

    static final int GALLERY_MOST = 20;

    static final int FLAIR_TEXT = 64;
    static final int COMMENT = 10_000;
    // EntityTooLarge of the upload host names it
    static final long PICTURE_BYTES = 20_971_520;
    static final Set<String> POSTER_TYPES = Set.of("image/jpeg", "image/png");

    // what backends of 2026 may take besides (WebP) is unverified and left out
    private static final MediaRule PICTURE = new MediaRule.Image(
            Set.of("image/jpeg", "image/png", "image/gif"), PICTURE_BYTES, Sides.any(), Range.any(), null);
    private static final MediaRule GIF = new MediaRule.Animation(Set.of("image/gif"), PICTURE_BYTES, Sides.any(), null);
    // 1 GB, 15 minutes and 2 seconds are unverified
    private static final MediaRule CLIP = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime"),
            Set.of(),
            1_000_000_000L,
            Range.of(2, 900),
            Range.any(),
            Sides.any(),
            Range.any());

    private static final TextLimit TITLE = new TextLimit(TextField.TITLE, Unit.CODE_POINTS, 1, 300);
    private static final TextLimit BODY = TextLimit.atMost(TextField.TEXT, Unit.CODE_POINTS, 40_000);
    private static final TextLimit CAPTION = TextLimit.atMost(TextField.ALT, Unit.CODE_POINTS, 180);

    static final Capabilities ALL = new Capabilities(
            "Reddit",
            List.of(
                    format(TEXT, MediaSet.none()),
                    format(LINK, MediaSet.none()),
                    format(IMAGE, MediaSet.one(PICTURE, GIF)),
                    new Format(
                            GALLERY,
                            List.of(TITLE, BODY, CAPTION),
                            List.of(MediaSet.of(2, GALLERY_MOST, PICTURE, GIF)),
                            1),
                    format(VIDEO, MediaSet.one(CLIP)),
                    format(POLL, MediaSet.none())),
            Set.of(Feature.TITLE, Feature.LINK_CARD, Feature.POLL),
            // 100 calls a minute for the whole app
            8);

    private RedditCapabilities() {}

    private static Format format(String id, MediaSet media) {
        return new Format(id, List.of(TITLE, BODY), List.of(media), 1);
    }
}
