package planner.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Finding.Severity;

/**
 * How the files of one post are made to fit a format, as far as nothing of what they show is lost; the rest is for a person
 * to choose. Pure: says what is to be made, and what it will be like.
 */
public final class Fitting {
    private Fitting() {}

    /**
     * @param media the original and what a person wants changed of it
     */
    public record Wanted(Media media, Edit edit) {}

    /**
     * @param media as it will be; the original where nothing is to be made
     * @param recipe what is to be made; {@code null} = it goes as it is
     * @param mended what would be wrong with it otherwise, as {@link Severity#INFO}
     */
    public record Fitted(Media media, @Nullable Recipe recipe, List<Finding> mended) {
        public Fitted {
            mended = List.copyOf(mended);
        }

        static Fitted asIs(Media media) {
            return new Fitted(media, null, List.of());
        }
    }

    /**
     * The files of a part, each made to fit the nearest rule of the format. What cannot be made to fit comes as near as it
     * can, and {@link Preflight} says what is left.
     *
     * @param part index of the thread's post, for the findings
     */
    public static List<Fitted> of(Format format, List<Wanted> media, int part) {
        return format.media().stream()
                .filter(set -> set.max() > 0 && media.stream().allMatch(item -> reachable(set, item.media())))
                .map(set -> fitted(set, media, part))
                .min(Comparator.comparingInt((Candidate it) -> it.left).thenComparingInt(it -> it.conversions))
                .map(Candidate::fitted)
                .orElseGet(() -> edited(media));
    }

    /** Whether files of these kinds can be made into a set of this format, whatever they measure. */
    static boolean reachable(Format format, List<Media> media) {
        return format.media().stream()
                .anyMatch(set -> media.size() >= set.min()
                        && media.size() <= set.max()
                        && media.stream().allMatch(item -> reachable(set, item)));
    }

    private record Candidate(List<Fitted> fitted, int left, int conversions) {}

    private static Candidate fitted(MediaSet set, List<Wanted> media, int part) {
        var fitted = new ArrayList<Fitted>();
        int left = media.size() < set.min() || media.size() > set.max() ? 1 : 0;
        int conversions = 0;
        for (int i = 0; i < media.size(); i++) {
            var best = best(set, media.get(i), part, i);
            fitted.add(best.fitted);
            left += best.left;
            conversions += best.fitted.media().kind() == media.get(i).media().kind() ? 0 : 1;
        }
        return new Candidate(List.copyOf(fitted), left, conversions);
    }

    /** @param changed how much was to be mended */
    private record Attempt(Fitted fitted, int left, int changed) {}

    private static Attempt best(MediaSet set, Wanted wanted, int part, int index) {
        return set.anyOf().stream()
                .filter(rule -> reachable(rule, wanted.media().kind()))
                .map(rule -> attempt(rule, wanted, part, index))
                .min(Comparator.comparingInt(Attempt::left)
                        .thenComparingInt(
                                it -> it.fitted.media().kind() == wanted.media().kind() ? 0 : 1)
                        .thenComparingInt(it -> it.fitted.recipe() == null ? 0 : 1)
                        .thenComparingInt(Attempt::changed))
                .orElseGet(() -> new Attempt(Fitted.asIs(wanted.media()), 1, 0));
    }

    private static Attempt attempt(MediaRule rule, Wanted wanted, int part, int index) {
        var recipe = Targets.recipe(rule, wanted.media(), wanted.edit());
        if (recipe.isEmpty()) {
            var findings = Preflight.misfits(rule, wanted.media());
            return new Attempt(Fitted.asIs(wanted.media()), findings.size(), 0);
        }
        var will = Targets.predict(wanted.media(), recipe.get());
        var left = Preflight.misfits(rule, will);
        var was = Preflight.misfits(rule, Targets.edited(wanted.media(), wanted.edit()));
        var mended = was.stream()
                .filter(finding -> left.stream().noneMatch(it -> it.rule().equals(finding.rule())))
                .map(finding -> mended(finding, part, index))
                .toList();
        return new Attempt(new Fitted(will, recipe.get(), mended), left.size(), was.size());
    }

    private static Finding mended(Finding finding, int part, int index) {
        return new Finding(
                Severity.INFO, finding.rule(), finding.field(), part, index, finding.limit(), finding.actual());
    }

    /** No set takes these kinds: they are only edited, so that nobody wonders where an edit went. */
    private static List<Fitted> edited(List<Wanted> media) {
        return media.stream()
                .map(item -> Optional.of(item.edit())
                        .filter(edit -> !edit.nothing())
                        .flatMap(edit -> Targets.ofEdit(item.media(), edit))
                        .map(recipe -> new Fitted(Targets.predict(item.media(), recipe), recipe, List.of()))
                        .orElseGet(() -> Fitted.asIs(item.media())))
                .toList();
    }

    private static boolean reachable(MediaSet set, Media item) {
        return set.anyOf().stream().anyMatch(rule -> reachable(rule, item.kind()));
    }

    /** An animation can be shown as a video where a network takes no animations. */
    private static boolean reachable(MediaRule rule, MediaKind kind) {
        return rule.kind() == kind || rule.kind() == MediaKind.VIDEO && kind == MediaKind.ANIMATION;
    }
}
