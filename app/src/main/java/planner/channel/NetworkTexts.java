package planner.channel;

<<<<<<< HEAD
=======
import java.util.List;
>>>>>>> 2aa982c (Posts: compose, variants, preflight, schedule, calendar)
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
<<<<<<< HEAD
import planner.network.Network;

/** What a network's own message bundle says to people. */
public final class NetworkTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private NetworkTexts() {}

    /** The bundle stands beside the network's class. */
    public static Optional<String> find(Network network, String key, Locale locale) {
        try {
            var type = network.getClass();
            var bundle =
                    ResourceBundle.getBundle(type.getPackageName() + ".messages", locale, loader(type), NO_FALLBACK);
            return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
=======
import java.util.ResourceBundle.Control;
import org.springframework.stereotype.Component;
import planner.network.Finding;
import planner.network.Network;

/**
 * What is said of a network in a person's language: first the words of the network's own {@code messages} bundle, beside its
 * class, then those that hold for all.
 */
@Component
public class NetworkTexts {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final String COMMON = "planner.channel.networks";

    /** The text, or the last word of the key where nobody wrote one. */
    public String text(Network network, String key, Locale locale) {
        return find(network, key, locale).orElse(key.substring(key.lastIndexOf('.') + 1));
    }

    public String textOrEmpty(Network network, String key, Locale locale) {
        return find(network, key, locale).orElse("");
    }

    /** What a fault's code means and what to do; empty when nobody wrote it down. */
    public String advice(Network network, String code, Locale locale) {
        return textOrEmpty(network, "fault." + code, locale);
    }

    /** The sentence of a finding, with its limit and what the post has. */
    public String finding(Network network, Finding finding, Locale locale) {
        var field = finding.field().startsWith("options.")
                ? text(network, "option." + finding.field().substring("options.".length()), locale)
                : "";
        return find(network, "finding." + finding.rule(), locale)
                .orElse(finding.rule())
                .replace("{0}", finding.limit())
                .replace("{1}", finding.actual())
                .replace("{field}", field)
                .replace("{network}", network.capabilities().name());
    }

    private static Optional<String> find(Network network, String key, Locale locale) {
        var own = network.getClass().getPackageName() + ".messages";
        return List.of(own, COMMON).stream()
                .flatMap(bundle -> find(bundle, network.getClass().getClassLoader(), key, locale).stream())
                .findFirst();
    }

    private static Optional<String> find(String bundle, ClassLoader loader, String key, Locale locale) {
        try {
            var texts = ResourceBundle.getBundle(bundle, locale, loader, NO_FALLBACK);
            return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
>>>>>>> 2aa982c (Posts: compose, variants, preflight, schedule, calendar)
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
<<<<<<< HEAD

    private static ClassLoader loader(Class<?> type) {
        var loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
=======
>>>>>>> 2aa982c (Posts: compose, variants, preflight, schedule, calendar)
}
