package planner.channel;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import planner.network.Finding;
import planner.network.Network;

/** The sentences about findings, and the limits and figures in them, in one language. */
public final class FindingWords {
    private static final Pattern COUNT = Pattern.compile("\\d{1,18}");
    /** An amount of money, for example: it keeps its digits. */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}\\.(\\d{1,6})");

    private static final Pattern ASPECT = Pattern.compile("\\d+(\\.\\d+)?");
    private static final int LARGEST_OF_AN_ASPECT = 16;

    private static final long KILOBYTE = 1_000;
    private static final long MEGABYTE = 1_000_000;

    private final Locale locale;
    private final ResourceBundle texts;

    public FindingWords(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "planner.channel.findings",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The network's own sentence, else the one for all, with limit and actual filled in. */
    public String of(Network network, Finding finding) {
        var option = finding.field().startsWith("options.")
                ? NetworkTexts.text(network, "option." + finding.field().substring("options.".length()), locale)
                : "";
        return NetworkTexts.find(network, "finding." + finding.rule(), locale)
                .orElseGet(() -> sentence(finding.rule()))
                .replace("{0}", value(finding.rule(), finding.limit()))
                .replace("{1}", value(finding.rule(), finding.actual()))
                .replace("{field}", option)
                .replace("{network}", network.capabilities().name());
    }

    private String sentence(String rule) {
        var key = "finding." + rule;
        return texts.containsKey(key) ? texts.getString(key) : key;
    }

    /** A limit or an actual value of that rule: sizes and numbers as people write them, kinds of files by their names. */
    String value(String rule, String value) {
        return switch (rule) {
            case "media.missing", "media.mix" -> files(value);
            case "media.bytes", "option.file-bytes" ->
                COUNT.matcher(value).matches() ? size(Long.parseLong(value)) : value;
            case "media.aspect" ->
                ASPECT.matcher(value)
                        .replaceAll(it -> aspect(Double.parseDouble(it.group())))
                        .replace('-', '–');
            case "media.bitrate" ->
                COUNT.matcher(value).matches() ? number(Double.parseDouble(value) / MEGABYTE) + " Mbit/s" : value;
            case "media.sound-rate" ->
                COUNT.matcher(value).matches() ? number(Double.parseDouble(value) / KILOBYTE) + " kHz" : value;
            default -> COUNT.matcher(value).matches() ? number(Long.parseLong(value)) : decimal(value);
        };
    }

    /** As people call it: 4:5, 1.91:1, 1:2.22. */
    private String aspect(double value) {
        for (int height = 1; height <= LARGEST_OF_AN_ASPECT; height++) {
            double width = value * height;
            if (Math.round(width) >= 1
                    && Math.round(width) <= LARGEST_OF_AN_ASPECT
                    && Math.abs(width - Math.round(width)) < 0.01 * height / LARGEST_OF_AN_ASPECT) {
                return Math.round(width) + ":" + height;
            }
        }
        return value >= 1 ? twoDigits(value) + ":1" : "1:" + twoDigits(1 / value);
    }

    private String twoDigits(double value) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    private String decimal(String value) {
        var matcher = DECIMAL.matcher(value);
        if (!matcher.matches()) {
            return value;
        }
        var format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(matcher.group(1).length());
        format.setMaximumFractionDigits(matcher.group(1).length());
        return format.format(new BigDecimal(value));
    }

    /** {@code "2-10 image/video; 1 video"} as {@code "2–10 × image or video; 1 video"}. */
    private String files(String sets) {
        return Arrays.stream(sets.split("; ", -1)).map(this::set).collect(Collectors.joining("; "));
    }

    private String set(String set) {
        return Arrays.stream(set.split(", ", -1)).map(this::some).collect(Collectors.joining(", "));
    }

    private String some(String countAndKinds) {
        var words = countAndKinds.split(" ", 2);
        if (words.length < 2) {
            return texts.getString("files.none");
        }
        // no plurals: Polish has three
        return words[0].replace('-', '–')
                + (words[0].equals("1") ? " " : " × ")
                + Arrays.stream(words[1].split("/", -1))
                        .map(kind -> texts.getString("files." + kind))
                        .collect(Collectors.joining(" " + texts.getString("files.or") + " "));
    }

    private String size(long bytes) {
        return bytes < MEGABYTE ? number((double) bytes / KILOBYTE) + " kB" : number((double) bytes / MEGABYTE) + " MB";
    }

    private String number(Number number) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }
}
