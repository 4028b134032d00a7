package planner.adapter.tiktok;

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

/** The limits of TikTok; developers.tiktok.com, media transfer guide and post references as of 2026-11. */
final class TikTokCapabilities {
    static final String VIDEO = "video";
    static final String PHOTOS = "photos";

    private static final long GIGA = 1_000_000_000L;
    private static final long MEGA = 1_000_000L;

    // 3 s is unverified; every creator may post 3 minutes, some 10: the account's own limit is checked besides
    private static final MediaRule CLIP = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime", "video/webm"),
            Set.of("h264", "hevc", "vp8", "vp9"),
            4 * GIGA,
            Range.of(3, 600),
            Range.of(23, 60),
            Sides.between(360, 4096),
            Range.any());
    // JPEG or WebP of at most 1080p, upright or across; PNG is not supported
    private static final MediaRule UPRIGHT = photo(new Sides(1, 1080, 1, 1920));
    private static final MediaRule ACROSS = photo(new Sides(1, 1920, 1, 1080));

    static final Capabilities ALL = new Capabilities(
            "TikTok",
            List.of(
                    new Format(
                            VIDEO,
                            List.of(TextLimit.atMost(TextField.TEXT, Unit.UTF16, 2_200)),
                            List.of(MediaSet.one(CLIP)),
                            1),
                    new Format(
                            PHOTOS,
                            List.of(
                                    TextLimit.atMost(TextField.TITLE, Unit.UTF16, 90),
                                    TextLimit.atMost(TextField.TEXT, Unit.UTF16, 4_000)),
                            List.of(MediaSet.of(1, 35, UPRIGHT, ACROSS)),
                            1)),
            Set.of(Feature.MENTIONS, Feature.HASHTAGS, Feature.TITLE, Feature.FETCHES_MEDIA),
            20);

    private TikTokCapabilities() {}

    private static MediaRule photo(Sides sides) {
        return new MediaRule.Image(Set.of("image/jpeg", "image/webp"), 20 * MEGA, sides, Range.any(), null);
    }
}
