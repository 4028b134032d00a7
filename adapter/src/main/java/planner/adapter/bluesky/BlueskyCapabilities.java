package planner.adapter.bluesky;

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

/** Bluesky's numbers. Lexicons: bluesky-social/atproto d6296a1 (2026-08-20). */
final class BlueskyCapabilities {
    static final String POST = "post";

    /** From this many images on the gallery embed is used; app.bsky.embed.images maxLength 4. */
    static final int MOST_IMAGES = 4;

    // app.bsky.feed.post: text maxGraphemes 300, maxLength 3000 (bytes).
    private static final int GRAPHEMES = 300;
    private static final int BYTES = 3_000;
    // The app caps descriptions at 2,000 graphemes (social-app constants.ts, stored 2026); the lexicon has no limit.
    private static final int ALT = 2_000;
    // app.bsky.embed.images and gallery: maxSize 2,000,000, image/*. These four are what people's browsers show.
    private static final int IMAGE_BYTES = 2_000_000;
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    // app.bsky.embed.gallery description: "Clients should currently enforce a soft limit of 10".
    private static final int MOST_IN_GALLERY = 10;
    // app.bsky.embed.video: maxSize 300,000,000, video/mp4; 10 minutes (social-app constants.ts).
    private static final int VIDEO_BYTES = 300_000_000;
    private static final int VIDEO_SECONDS = 600;
    // app.bsky.feed.post: langs maxLength 3; tags maxLength 8, each maxGraphemes 64 and maxLength 640 (bytes).
    static final int LANGS = 3;
    static final int TAGS = 8;
    static final int TAG_GRAPHEMES = 64;
    static final int TAG_BYTES = 640;
    // app.bsky.embed.video#caption: file accept text/vtt, maxSize 20,000.
    static final String CAPTIONS = "text/vtt";
    static final int CAPTION_BYTES = 20_000;
    // app.bsky.feed.threadgate: allow maxLength 5.
    static final int RULES = 5;
    // Our own: no address of a post is as long, and a DID may have 2,048 characters but has 32.
    static final int ADDRESS = 1_000;
    // Our own choice: the network knows no end of a thread.
    private static final int MOST_PARTS = 25;
    // Our own choice; the published limits are per account (5,000 points an hour) and per address (3,000 calls in
    // 5 minutes).
    private static final int AT_ONCE = 40;

    private BlueskyCapabilities() {}

    static Capabilities capabilities() {
        return new Capabilities(
                "Bluesky",
                List.of(new Format(
                        POST,
                        List.of(
                                TextLimit.atMost(TextField.TEXT, Unit.GRAPHEMES, GRAPHEMES),
                                TextLimit.atMost(TextField.TEXT, Unit.UTF8_BYTES, BYTES),
                                TextLimit.atMost(TextField.ALT, Unit.GRAPHEMES, ALT)),
                        List.of(MediaSet.none(), MediaSet.of(1, MOST_IN_GALLERY, image()), MediaSet.one(video())),
                        MOST_PARTS)),
                Set.of(Feature.ALT_TEXT, Feature.LINK_CARD, Feature.MENTIONS, Feature.HASHTAGS, Feature.THREAD),
                AT_ONCE);
    }

    private static MediaRule image() {
        return new MediaRule.Image(IMAGES, IMAGE_BYTES, Sides.any(), Range.any(), null);
    }

    private static MediaRule video() {
        return new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of(),
                VIDEO_BYTES,
                Range.of(0, VIDEO_SECONDS),
                Range.any(),
                Sides.any(),
                Range.any());
    }
}
