package planner.channel;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import planner.network.Network;

/** What a network's own message bundle says to people. */
public final class NetworkTexts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Our own sentences have few pieces; a network may say anything. */
    private static final int MOST_PIECES = 20;

    private NetworkTexts() {}

    /** The bundle stands beside the network's class. */
    public static Optional<String> find(Network network, String key, Locale locale) {
        return find(network.getClass(), key, locale);
    }

    private static Optional<String> find(Class<?> beside, String key, Locale locale) {
        try {
            var bundle = ResourceBundle.getBundle(
                    beside.getPackageName() + ".messages", locale, loader(beside), NO_FALLBACK);
            return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** The text, or the last word of the key where nobody wrote one. */
    public static String text(Network network, String key, Locale locale) {
        return find(network, key, locale).orElse(key.substring(key.lastIndexOf('.') + 1));
    }

    /**
     * What a fault told: sentences of the adapter and those that several adapters share in this language, the network's own
     * words as they are.
     */
    public static String said(Network network, String detail, Locale locale) {
        return said(
                detail,
                words -> find(network, "says." + words, locale)
                        .or(() -> find(NetworkTexts.class, "says." + words, locale)));
    }

    /** Sentences of ours between colons and semicolons, the longest first; what nobody has words for stays. */
    public static String said(String told, Function<String, Optional<String>> words) {
        int end = beginning(told);
        return pieces(told.substring(0, end), words) + told.substring(end);
    }

    private static int beginning(String told) {
        int pieces = 0;
        for (int at = 0; at < told.length() - 1; at++) {
            if (":;".indexOf(told.charAt(at)) >= 0 && told.charAt(at + 1) == ' ' && ++pieces == MOST_PIECES) {
                return at;
            }
        }
        return told.length();
    }

    private static String pieces(String told, Function<String, Optional<String>> words) {
        int end = told.length();
        int first = end;
        while (end > 0) {
            var known = words.apply(told.substring(0, end));
            if (known.isPresent()) {
                return known.get() + further(told, end, words);
            }
            first = end;
            end = Math.max(told.lastIndexOf(": ", end - 1), told.lastIndexOf("; ", end - 1));
        }
        return told.substring(0, first) + further(told, first, words);
    }

    private static String further(String told, int from, Function<String, Optional<String>> words) {
        return from == told.length() ? "" : told.substring(from, from + 2) + pieces(told.substring(from + 2), words);
    }

    private static ClassLoader loader(Class<?> type) {
        var loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
