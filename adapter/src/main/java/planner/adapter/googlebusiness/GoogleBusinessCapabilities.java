package planner.adapter.googlebusiness;

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

/** The limits of local posts; Google's reference of 2026-09-11, numbers that it lacks by public probes of 2026-07. */
final class GoogleBusinessCapabilities {
    static final String STANDARD = "standard";
    static final String EVENT = "event";
    static final String OFFER = "offer";
    static final String ALERT = "alert";

    /** Help page on photos: at least 10 KB. */
    static final long SMALLEST_PHOTO = 10_240;

    /** What photos should be: 4:3, at least this wide; others are cut. */
    static final int ADVISED_WIDTH = 1_200;

    static final double ADVISED_ASPECT = 4 / 3.0;

    // Google names no limit of these (localPosts reference, 2026-09-11): the planner's own, 58 as for titles
    static final int COUPON = 58;
    static final int LINK = 2_000;
    static final int TERMS = 5_000;

    // At most 5 MB, read as decimal; the reference wants 250 pixels, the help page 400x300: the stricter is kept
    private static final MediaRule PHOTO = new MediaRule.Image(
            Set.of("image/jpeg", "image/png"),
            5_000_000,
            new Sides(400, Integer.MAX_VALUE, 300, Integer.MAX_VALUE),
            Range.any(),
            null);

    // "Must be at most 1500 characters", "Must be at most 58 characters" (probes, 2026-07); read as UTF-16 units
    private static final TextLimit SUMMARY = TextLimit.atMost(TextField.TEXT, Unit.UTF16, 1_500);
    private static final TextLimit TITLE = new TextLimit(TextField.TITLE, Unit.UTF16, 1, 58);

    // An array on the wire, but more than one photo is unproven
    private static final List<MediaSet> PERHAPS_A_PHOTO = List.of(MediaSet.none(), MediaSet.one(PHOTO));

    static final Capabilities ALL = new Capabilities(
            "Google Business Profile",
            List.of(
                    new Format(STANDARD, List.of(SUMMARY), PERHAPS_A_PHOTO, 1),
                    new Format(EVENT, List.of(TITLE, SUMMARY), PERHAPS_A_PHOTO, 1),
                    new Format(OFFER, List.of(TITLE, SUMMARY), PERHAPS_A_PHOTO, 1),
                    new Format(ALERT, List.of(SUMMARY), List.of(MediaSet.none()), 1)),
            Set.of(Feature.TITLE, Feature.FETCHES_MEDIA),
            10);

    private GoogleBusinessCapabilities() {}
}
