package planner.adapter.youtube;

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

/** The limits of YouTube; developers.google.com/youtube/v3/docs as of 2026-09. */
final class YouTubeCapabilities {
    static final String VIDEO = "video";
    static final String SHORT = "short";

    /** docs/videos: all tags together, commas and quotes counted. */
    static final int TAGS = 500;

    /** docs/thumbnails/set, revision 2026-09-14: 50 MB, read as decimal; 2 MB before. */
    static final long THUMBNAIL = 50_000_000;

    static final long THUMBNAIL_ADVISED = 2_097_152;
    static final int THUMBNAIL_WIDTH = 640;

    /** docs/captions/insert, discovery revision 20260427. */
    static final long CAPTIONS = 104_857_600;

    /** Not in the reference: what the site takes (unverified). */
    static final int COMMENT = 10_000;

    static final int CAPTIONS_NAME = 150;

    /** Channels without phone verification, support pages 2026. */
    static final int UNVERIFIED_SECONDS = 15 * 60;

    /** Support pages: what is slower or faster is converted, and may stutter. */
    static final Range FPS_ADVISED = Range.of(24, 60);

    /** Of the longer side: nothing beyond 8K is shown. */
    static final int LARGEST_SIDE = 7_680;

    // docs/videos/insert: 256 GB; support pages: or 12 hours
    private static final long LARGEST = 274_877_906_944L;
    private static final int LONGEST = 12 * 60 * 60;

    // square or upright and at most three minutes, for videos uploaded since 2024-10-15
    private static final int WIDEST_SHORT = 1;
    private static final int SHORT_SECONDS = 180;

    // Containers of the support pages; codecs are not limited, 24 to 60 frames a second are advice
    private static final Set<String> TYPES = Set.of(
            "video/mp4",
            "video/quicktime",
            "video/x-msvideo",
            "video/x-ms-wmv",
            "video/x-flv",
            "video/3gpp",
            "video/mpeg",
            "video/webm",
            "video/x-matroska");

    // "characters": read as UTF-16 units, the stricter way
    private static final List<TextLimit> TEXTS = List.of(
            new TextLimit(TextField.TITLE, Unit.UTF16, 1, 100),
            TextLimit.atMost(TextField.TEXT, Unit.UTF8_BYTES, 5_000));

    static final Capabilities ALL = new Capabilities(
            "YouTube",
            List.of(format(VIDEO, LONGEST, Range.any()), format(SHORT, SHORT_SECONDS, Range.of(0, WIDEST_SHORT))),
            Set.of(Feature.TITLE, Feature.HASHTAGS, Feature.MENTIONS),
            10);

    private YouTubeCapabilities() {}

    private static Format format(String id, int seconds, Range aspect) {
        var rule =
                new MediaRule.Video(TYPES, Set.of(), LARGEST, Range.of(0, seconds), Range.any(), Sides.any(), aspect);
        return new Format(id, TEXTS, List.of(MediaSet.one(rule)), 1);
    }
}
