package planner.adapter.pinterest;

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

/** The limits of Pinterest; its OpenAPI 5.23.0 (2025-12-11) and developers.pinterest.com as of 2026-11. */
final class PinterestCapabilities {
    static final String IMAGE = "image";
    static final String CAROUSEL = "carousel";
    static final String VIDEO = "video";

    // OpenAPI 5.23.0, PinCreate and PinMediaSourceImagesURL
    static final int TITLE = 100;
    static final int DESCRIPTION = 800;
    static final int ALT = 500;
    static final int LINK = 2_048;
    static final int MOST_IMAGES = 5;
    // seen in practice only; the OpenAPI has no bound
    static final int BOARD_NAME = 50;
    // what one body may hold as Base64 is told for a single image (20 MB become 27 MB); for several together it is
    // unverified, and the same is taken
    static final long LARGEST_IMAGE = 20_000_000;
    static final Set<String> IMAGES = Set.of("image/jpeg", "image/png");

    /** 1000 by 1500 pixels: what is higher is cut in the feed, what is wider is small in it. */
    static final double ADVISED_ASPECT = 2 / 3.0;

    private static final long LARGEST_VIDEO = 2_000_000_000;

    // at least 200 by 300 is unverified; by address Pinterest takes more types, as bytes only these two
    private static final MediaRule PICTURE = new MediaRule.Image(
            IMAGES, LARGEST_IMAGE, new Sides(200, Integer.MAX_VALUE, 300, Integer.MAX_VALUE), Range.any(), null);
    private static final MediaRule CLIP = new MediaRule.Video(
            Set.of("video/mp4", "video/quicktime", "video/x-m4v"),
            Set.of("h264", "hevc"),
            LARGEST_VIDEO,
            Range.of(4, 900),
            Range.of(25, Double.MAX_VALUE),
            Sides.any(),
            Range.of(0.5, 1.91));

    private static final List<TextLimit> TEXTS = List.of(
            TextLimit.atMost(TextField.TITLE, Unit.UTF16, TITLE),
            TextLimit.atMost(TextField.TEXT, Unit.UTF16, DESCRIPTION),
            TextLimit.atMost(TextField.ALT, Unit.UTF16, ALT));

    static final Capabilities ALL = new Capabilities(
            "Pinterest",
            List.of(
                    new Format(IMAGE, TEXTS, List.of(MediaSet.one(PICTURE)), 1),
                    new Format(CAROUSEL, TEXTS, List.of(MediaSet.of(2, MOST_IMAGES, PICTURE)), 1),
                    new Format(VIDEO, TEXTS, List.of(MediaSet.one(CLIP)), 1)),
            Set.of(Feature.ALT_TEXT, Feature.HASHTAGS, Feature.TITLE, Feature.FETCHES_MEDIA),
            20);

    private PinterestCapabilities() {}
}
