package planner.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Finding.Severity;

/** What a person may choose from to mend what preflight found in media. Only what would mend it is offered. Pure. */
public final class Fixes {
    /** What people know by name; one of them is chosen where the rule leaves room. */
    private static final double[] ASPECTS = {
        1, 4 / 5., 5 / 4., 3 / 4., 4 / 3., 2 / 3., 3 / 2., 9 / 16., 16 / 9., 1.91, 2, 1 / 2.
    };

    private final Capabilities capabilities;
    private final Delivery delivery;
    private final Format format;

    private Fixes(Capabilities capabilities, Delivery delivery, Format format) {
        this.capabilities = capabilities;
        this.delivery = delivery;
        this.format = format;
    }

    /**
     * Ways to mend an error of {@link Preflight#check} about media, the likeliest first; none for other findings.
     *
     * @param delivery that was checked, with its files as they are made to fit
     */
    public static List<Fix> of(Capabilities capabilities, Delivery delivery, Finding finding) {
        if (finding.severity() != Severity.ERROR || !finding.rule().startsWith("media.")) {
            return List.of();
        }
        return capabilities
                .format(delivery.format())
                .map(format -> new Fixes(capabilities, delivery, format).of(finding))
                .orElse(List.of());
    }

    private List<Fix> of(Finding finding) {
        var index = finding.media();
        var own = index == null ? ofAll(finding) : ofOne(finding, index);
        return Stream.concat(own.stream(), formats(finding.part())).toList();
    }

    private List<Fix> ofAll(Finding finding) {
        var media = media(finding);
        var fixes = new ArrayList<Fix>();
        if (finding.rule().equals("media.too-many")) {
            int most = most(media);
            if (finding.part() + ceil(media.size(), most) <= format.maxParts()) {
                fixes.add(new Fix.Spread(most));
            }
            for (int i = most; i < media.size(); i++) {
                fixes.add(new Fix.Drop(i));
            }
        }
        if (finding.rule().equals("media.mix")) {
            strangers(media).forEach(i -> fixes.add(new Fix.Drop(i)));
        }
        return fixes;
    }

    private static int ceil(int files, int each) {
        return each == 0 ? Integer.MAX_VALUE : (files + each - 1) / each;
    }

    private int most(List<Media> media) {
        return format.media().stream()
                .filter(set -> media.stream()
                        .allMatch(item -> rules(set, item.kind()).findAny().isPresent()))
                .mapToInt(MediaSet::max)
                .max()
                .orElse(0);
    }

    /** Those without which the others would make a set. */
    private List<Integer> strangers(List<Media> media) {
        return format.media().stream()
                .filter(set -> set.max() > 0)
                .map(set -> {
                    var out = new ArrayList<Integer>();
                    int in = 0;
                    for (int i = 0; i < media.size(); i++) {
                        if (in < set.max()
                                && rules(set, media.get(i).kind()).findAny().isPresent()) {
                            in++;
                        } else {
                            out.add(i);
                        }
                    }
                    return out;
                })
                .filter(out -> out.size() < media.size())
                .min(Comparator.comparingInt(List::size))
                .map(List::<Integer>copyOf)
                .orElse(List.of());
    }

    private List<Fix> ofOne(Finding finding, int index) {
        var item = media(finding).get(index);
        var fixes = new ArrayList<Fix>();
        rule(finding, item).ifPresent(rule -> {
            switch (finding.rule()) {
                case "media.aspect" -> aspects(rule, item).forEach(fixes::add);
                case "media.seconds" -> trim(rule, item).ifPresent(fixes::add);
                case "media.width", "media.height" -> enlarge(rule, item).ifPresent(fixes::add);
                default -> {}
            }
        });
        if (fewest() < media(finding).size()) {
            fixes.add(new Fix.Drop(index));
        }
        return fixes;
    }

    /** The rule that the finding is about. */
    private Optional<MediaRule> rule(Finding finding, Media item) {
        return format.media().stream()
                .flatMap(set -> rules(set, item.kind()))
                .filter(rule -> Preflight.misfits(rule, item).stream()
                        .anyMatch(it ->
                                it.rule().equals(finding.rule()) && it.limit().equals(finding.limit())))
                .findFirst();
    }

    private static Stream<Fix> aspects(MediaRule rule, Media item) {
        var range = aspect(rule);
        double to = DoubleStream.of(ASPECTS)
                .filter(range::has)
                .boxed()
                .min(Comparator.comparingDouble(it -> Math.abs(Math.log(it / item.aspect()))))
                .orElse(Math.clamp(item.aspect(), range.min(), range.max()));
        var crop = new Edit(null, Edit.Crop.around(item.aspect(), to, 0.5, 0.5), null, false);
        var pad = new Edit(null, null, new Edit.Pad(to, Edit.Fill.BLUR), false);
        var fixes = new ArrayList<Fix>();
        if (mends(rule, item, crop, "media.aspect")) {
            fixes.add(new Fix.Crop(to));
        }
        if (mends(rule, item, pad, "media.aspect")) {
            fixes.add(new Fix.Pad(to));
        }
        return fixes.stream();
    }

    private static boolean mends(MediaRule rule, Media item, Edit edit, String finding) {
        return Targets.recipe(rule, item, edit)
                .map(recipe -> Targets.predict(item, recipe))
                .filter(will -> Preflight.misfits(rule, will).stream()
                        .noneMatch(it -> it.rule().equals(finding)))
                .isPresent();
    }

    private static Range aspect(MediaRule rule) {
        return switch (rule) {
            case MediaRule.Image image -> image.aspect();
            case MediaRule.Video video -> video.aspect();
            case MediaRule.Animation animation -> Range.any();
            case MediaRule.Document document -> Range.any();
        };
    }

    private static Optional<Fix> trim(MediaRule rule, Media item) {
        return rule instanceof MediaRule.Video video
                        && item.seconds() > video.seconds().max()
                ? Optional.of(new Fix.Trim(video.seconds().max()))
                : Optional.empty();
    }

    private static Optional<Fix> enlarge(MediaRule rule, Media item) {
        var edit = new Edit(null, null, null, true);
        boolean larger = Targets.recipe(rule, item, edit)
                .filter(recipe -> recipe.target().width() > item.width())
                .isPresent();
        return larger && mends(rule, item, edit, "media.width") && mends(rule, item, edit, "media.height")
                ? Optional.of(new Fix.Enlarge())
                : Optional.empty();
    }

    private int fewest() {
        return format.media().stream().mapToInt(MediaSet::min).min().orElse(0);
    }

    /** Other formats that take all of them as they are or come by themselves. */
    private Stream<Fix> formats(int part) {
        if (part > 0 || delivery.parts().size() > 1) {
            return Stream.empty();
        }
        var wanted = delivery.media().stream()
                .map(item -> new Fitting.Wanted(item, Edit.NONE))
                .toList();
        return capabilities.formats().stream()
                .filter(other -> !other.id().equals(format.id()))
                .filter(other -> Preflight.mediaFit(
                        other,
                        Fitting.of(other, wanted, 0).stream()
                                .map(Fitting.Fitted::media)
                                .toList()))
                .map(other -> new Fix.UseFormat(other.id()));
    }

    private List<Media> media(Finding finding) {
        return delivery.parts().get(finding.part()).media();
    }

    private static Stream<MediaRule> rules(MediaSet set, MediaKind kind) {
        return set.anyOf().stream().filter(rule -> rule.kind() == kind);
    }
}
