package planner.channel;

import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import planner.network.Finding;
import planner.network.Network;

/** The sentences about findings, and the limits and figures in them, in one language. */
public final class FindingWords {
    /** {@code {0,size}}: limit or actual, and how it is written. */
    private static final Pattern FIGURE = Pattern.compile("\\{([01])(?:,([a-z]+))?}");

    private static final int MOST_DIGITS = 6;

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
        var sentence = NetworkTexts.find(network, "finding." + finding.rule(), locale)
                .orElseGet(() -> sentence(finding.rule()))
                .replace("{field}", option)
                .replace("{network}", network.capabilities().name());
        return filled(sentence, finding.limit(), finding.actual());
    }

    private String sentence(String rule) {
        var key = "finding." + rule;
        return texts.containsKey(key) ? texts.getString(key) : key;
    }

    /** "At most 8 MB, and it has 8 MB" helps nobody: then with more digits. */
    String filled(String sentence, String limit, String actual) {
        int digits = IntStream.rangeClosed(1, MOST_DIGITS)
                .filter(it -> differ(sentence, limit, actual, it))
                .findFirst()
                .orElse(1);
        var figures = new Figures(locale, texts, digits);
        return FIGURE.matcher(sentence)
                .replaceAll(it -> Matcher.quoteReplacement(
                        figures.of(format(it), it.group(1).equals("0") ? limit : actual)));
    }

    private boolean differ(String sentence, String limit, String actual, int digits) {
        var figures = new Figures(locale, texts, digits);
        return FIGURE.matcher(sentence)
                .results()
                .map(FindingWords::format)
                .noneMatch(
                        format -> !format.isEmpty() && figures.of(format, limit).contains(figures.of(format, actual)));
    }

    private static String format(MatchResult figure) {
        return Objects.requireNonNullElse(figure.group(2), "");
    }
}
