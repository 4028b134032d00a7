package planner.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.Stream;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Delivery.Part;
import planner.network.Finding.Severity;

/** The check of a delivery against a network's capabilities: the same one for editor, scheduling and sending. Pure. */
public final class Preflight {
    private Preflight() {}

    /**
     * How much of one text limit is used.
     *
     * @param part index of the thread's post
     */
    public record Count(TextField field, int part, Unit unit, int used, int max) {}

    /** Every finding of the table and of the network itself; an error among them blocks scheduling. */
    public static List<Finding> check(Network network, Delivery delivery, Account account) {
        var format = network.capabilities().format(delivery.format());
        if (format.isEmpty()) {
            var known =
                    network.capabilities().formats().stream().map(Format::id).collect(Collectors.joining(", "));
            return List.of(Finding.error("format.unknown", "format", known, delivery.format()));
        }
        var findings = new ArrayList<Finding>();
        var parts = delivery.parts();
        if (parts.size() > format.get().maxParts()) {
            int most = format.get().maxParts();
            findings.add(Finding.error(
                    most == 1 ? "parts.no-thread" : "parts.too-many", "text", "" + most, "" + parts.size()));
        }
        findings.addAll(titleFindings(network, delivery, format.get()));
        for (int i = 0; i < parts.size(); i++) {
            findings.addAll(textFindings(network, delivery, format.get(), i));
            findings.addAll(mediaFindings(format.get(), parts.get(i), i));
        }
        findings.addAll(optionFindings(delivery, network.preflight(delivery, account)));
        return List.copyOf(findings);
    }

    /** Where the network itself says what is wrong with an option, nothing more general is said of it. */
    private static List<Finding> optionFindings(Delivery delivery, List<Finding> own) {
        var told = own.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::field)
                .collect(Collectors.toSet());
        var general = java.util.stream.Stream.concat(
                OptionLimits.check(delivery.options()).stream(),
                OptionLimits.ofFormat(delivery.options(), delivery.format()).stream());
        return java.util.stream.Stream.concat(general.filter(finding -> !told.contains(finding.field())), own.stream())
                .toList();
    }

    /** The counters of a delivery: one for each limit of the body, and of the title where there is one. */
    public static List<Count> counts(Network network, Delivery delivery) {
        var counts = new ArrayList<Count>();
        for (var limit : network.capabilities()
                .format(delivery.format())
                .map(Format::text)
                .orElse(List.of())) {
            if (limit.field() == TextField.TITLE) {
                counts.add(count(network, delivery, limit, 0, delivery.title()));
            } else if (limit.field() == TextField.TEXT) {
                for (int i = 0; i < delivery.parts().size(); i++) {
                    counts.add(count(
                            network, delivery, limit, i, delivery.parts().get(i).text()));
                }
            }
        }
        return List.copyOf(counts);
    }

    /**
     * The format a post gets when nobody chose one: the first whose media sets fit what is attached by its kind, else the
     * first that it can be made to fit.
     */
    public static Format formatFor(Capabilities capabilities, List<Media> media) {
        return capabilities.formats().stream()
                .filter(format -> format.media().stream().anyMatch(set -> fitsByKind(set, media)))
                .findFirst()
                .or(() -> capabilities.formats().stream()
                        .filter(format -> Fitting.reachable(format, media))
                        .findFirst())
                .orElseGet(() -> capabilities.formats().getFirst());
    }

    private static Count count(Network network, Delivery delivery, TextLimit limit, int part, String text) {
        return new Count(
                limit.field(), part, limit.unit(), network.count(limit.unit(), text, delivery.options()), limit.max());
    }

    private static List<Finding> titleFindings(Network network, Delivery delivery, Format format) {
        var limits = limitsOf(format, TextField.TITLE);
        if (limits.isEmpty()) {
            return delivery.title().isBlank()
                    ? List.of()
                    : List.of(Finding.warning("title.not-shown", "title", "", ""));
        }
        return overruns(network, delivery, limits, delivery.title(), "title", 0, null);
    }

    private static List<Finding> textFindings(Network network, Delivery delivery, Format format, int index) {
        var part = delivery.parts().get(index);
        var findings = new ArrayList<Finding>();
        var limits = limitsOf(format, TextField.TEXT);
        if (limits.isEmpty()) {
            if (!part.text().isBlank()) {
                findings.add(new Finding(Severity.WARNING, "text.not-shown", "text", index, null, "", ""));
            }
        } else {
            findings.addAll(overruns(network, delivery, limits, part.text(), "text", index, null));
        }
        if (part.media().isEmpty() && part.text().isBlank() && !network.saysEnough(delivery, index)) {
            findings.add(new Finding(Severity.ERROR, "part.empty", "text", index, null, "", ""));
        }
        for (int i = 0; i < part.media().size(); i++) {
            findings.addAll(overruns(
                    network,
                    delivery,
                    limitsOf(format, TextField.ALT),
                    part.media().get(i).alt(),
                    "alt",
                    index,
                    i));
        }
        return findings;
    }

    private static List<TextLimit> limitsOf(Format format, TextField field) {
        return format.text().stream().filter(limit -> limit.field() == field).toList();
    }

    private static List<Finding> overruns(
            Network network,
            Delivery delivery,
            List<TextLimit> limits,
            String text,
            String field,
            int part,
            @Nullable Integer media) {
        var findings = new ArrayList<Finding>();
        for (var limit : limits) {
            int used = network.count(limit.unit(), text, delivery.options());
            var unit = limit.unit().name().toLowerCase(Locale.ROOT);
            if (used > limit.max()) {
                findings.add(new Finding(
                        Severity.ERROR, field + ".too-long." + unit, field, part, media, "" + limit.max(), "" + used));
            } else if (limit.min() > 0) {
                // blanks at the ends are not sent
                int sent = network.count(limit.unit(), text.strip(), delivery.options());
                if (sent < limit.min()) {
                    findings.add(new Finding(
                            Severity.ERROR, field + ".too-short", field, part, media, "" + limit.min(), "" + sent));
                }
            }
        }
        return findings;
    }

    static boolean mediaFit(Format format, List<Media> media) {
        return format.media().stream().anyMatch(set -> fits(set, media));
    }

    static List<Finding> mediaFindings(Format format, Part part, int index) {
        var media = part.media();
        if (mediaFit(format, media)) {
            return List.of();
        }
        var closest = closest(format, media);
        if (closest.isEmpty()) {
            return List.of(new Finding(
                    Severity.ERROR,
                    media.isEmpty() ? "media.missing" : "media.mix",
                    "media",
                    index,
                    null,
                    describe(format),
                    kinds(media)));
        }
        var findings = new ArrayList<Finding>();
        var set = closest.get();
        if (media.size() > set.max()) {
            findings.add(new Finding(
                    Severity.ERROR, "media.too-many", "media", index, null, "" + set.max(), "" + media.size()));
        } else if (media.size() < set.min()) {
            findings.add(new Finding(
                    Severity.ERROR, "media.too-few", "media", index, null, "" + set.min(), "" + media.size()));
        }
        for (int i = 0; i < media.size(); i++) {
            findings.addAll(misfits(set, media.get(i), index, i));
        }
        return findings;
    }

    /** The set that the person most likely means: right kinds first, then the nearest count. */
    private static Optional<MediaSet> closest(Format format, List<Media> media) {
        return format.media().stream()
                .filter(set -> !media.isEmpty() && set.max() > 0 && kindsFit(set, media))
                .min((a, b) -> Integer.compare(distance(a, media.size()), distance(b, media.size())));
    }

    private static int distance(MediaSet set, int size) {
        return size > set.max() ? size - set.max() : Math.max(0, set.min() - size);
    }

    private static boolean kindsFit(MediaSet set, List<Media> media) {
        return media.stream().allMatch(item -> set.anyOf().stream().anyMatch(rule -> rule.kind() == item.kind()));
    }

    private static boolean fitsByKind(MediaSet set, List<Media> media) {
        return media.size() >= set.min() && media.size() <= set.max() && kindsFit(set, media);
    }

    private static boolean fits(MediaSet set, List<Media> media) {
        return fitsByKind(set, media)
                && media.stream().allMatch(item -> misfits(set, item, 0, 0).isEmpty());
    }

    /** What is wrong with a medium under the rule of its kind that it comes closest to. */
    private static List<Finding> misfits(MediaSet set, Media item, int part, int index) {
        return set.anyOf().stream()
                .filter(rule -> rule.kind() == item.kind())
                .map(rule -> misfits(rule, item, part, index))
                .min(Comparator.<Misfits>comparingInt(it -> it.list.size()).thenComparingDouble(it -> it.excess))
                .map(it -> it.list)
                .orElse(List.of());
    }

    /** What is wrong with a medium under one rule. */
    static List<Finding> misfits(MediaRule rule, Media item) {
        return misfits(rule, item, 0, 0).list;
    }

    private static Misfits misfits(MediaRule rule, Media item, int part, int index) {
        var found = new Misfits(part, index);
        found.unless(
                rule.types().contains(item.type()),
                "media.type",
                rule.types().stream().sorted().collect(Collectors.joining(", ")),
                item.type());
        found.unless(item.bytes() <= rule.maxBytes(), "media.bytes", "" + rule.maxBytes(), "" + item.bytes());
        switch (rule) {
            case MediaRule.Image image -> {
                found.sides(image.sides(), item);
                found.range("media.aspect", image.aspect(), item.aspect());
                var sum = image.maxSum();
                found.unless(
                        sum == null || item.width() + item.height() <= sum,
                        "media.side-sum",
                        "" + sum,
                        "" + (item.width() + item.height()));
                found.oneOf("media.colour", image.colours(), item.details().colour());
            }
            case MediaRule.Animation animation -> {
                found.sides(animation.sides(), item);
                var frames = animation.maxFrames();
                found.unless(
                        frames == null || item.frames() <= frames, "media.frames", "" + frames, "" + item.frames());
                var all = animation.maxFramePixels();
                if (all != null) {
                    found.atMost("media.frame-pixels", all, item.pixels() * item.frames());
                }
            }
            case MediaRule.Video video -> {
                found.oneOf("media.codec", video.codecs(), item.codec());
                found.range("media.seconds", video.seconds(), item.seconds());
                if (item.fps() > 0) {
                    found.range("media.fps", video.fps(), item.fps());
                }
                found.sides(video.sides(), item);
                found.range("media.aspect", video.aspect(), item.aspect());
                streamMisfits(video.stream(), item, found);
            }
            case MediaRule.Document document ->
                found.atMost("media.pages", document.maxPages(), item.details().pages());
        }
        return found;
    }

    /** What probing could not tell is not held against a file. */
    private static void streamMisfits(Stream stream, Media item, Misfits found) {
        var is = item.details();
        found.atMost("media.bitrate", stream.maxBitrate(), item.bitsPerSecond());
        found.oneOf("media.sound-codec", stream.soundCodecs(), is.soundCodec());
        found.atMost("media.sound-rate", stream.maxSoundRate(), is.soundRate());
        found.atMost("media.sound-channels", stream.maxSoundChannels(), is.soundChannels());
        found.oneOf("media.pixels", stream.pixels(), is.pixels());
        found.unless(!stream.indexFirst() || is.indexFirst(), "media.index-first", "", "");
        found.unless(!stream.needsSound() || !Boolean.FALSE.equals(item.sound()), "media.needs-sound", "", "");
    }

    private static String describe(Format format) {
        return format.media().stream()
                .map(set -> set.max() == 0
                        ? "0"
                        : (set.min() == set.max() ? "" + set.min() : set.min() + "-" + set.max()) + " "
                                + set.anyOf().stream()
                                        .map(rule -> rule.kind().name().toLowerCase(Locale.ROOT))
                                        .distinct()
                                        .collect(Collectors.joining("/")))
                .collect(Collectors.joining("; "));
    }

    private static String kinds(List<Media> media) {
        return media.stream()
                .collect(Collectors.groupingBy(
                        item -> item.kind().name().toLowerCase(Locale.ROOT), Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static final class Misfits {
        private final List<Finding> list = new ArrayList<>();
        private final int part;
        private final int media;
        /** How many times over its ranges the file is: tells which of two rules it misses by less. */
        private double excess;

        Misfits(int part, int media) {
            this.part = part;
            this.media = media;
        }

        void unless(boolean right, String rule, String limit, String actual) {
            if (!right) {
                list.add(new Finding(Severity.ERROR, rule, "media", part, media, limit, actual));
            }
        }

        /** @param most 0 = any; @param actual 0 = nobody knows */
        void atMost(String rule, long most, long actual) {
            unless(most == 0 || actual <= most, rule, "" + most, "" + actual);
        }

        /** @param allowed none = any; @param actual {@code null} = nobody knows */
        void oneOf(String rule, Set<String> allowed, @Nullable String actual) {
            unless(
                    allowed.isEmpty() || actual == null || allowed.contains(actual),
                    rule,
                    allowed.stream().sorted().collect(Collectors.joining(", ")),
                    "" + actual);
        }

        void range(String rule, Range range, double actual) {
            var limit = number(range.min()) + (range.max() == Double.MAX_VALUE ? "+" : "-" + number(range.max()));
            unless(range.has(actual), rule, limit, number(actual));
            if (!range.has(actual)) {
                excess += actual > range.max() ? actual / range.max() : range.min() / actual;
            }
        }

        void sides(Sides sides, Media item) {
            range("media.width", side(sides.minWidth(), sides.maxWidth()), item.width());
            range("media.height", side(sides.minHeight(), sides.maxHeight()), item.height());
            atMost("media.resolution", sides.maxPixels(), item.pixels());
        }

        /** A side without an end is said as one, not as the largest number there is. */
        private static Range side(int min, int max) {
            return Range.of(min, max == Integer.MAX_VALUE ? Double.MAX_VALUE : max);
        }

        private static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? "" + (long) value
                    : String.format(Locale.ROOT, "%.3f", value);
        }
    }
}
