package planner.channel;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
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
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** The text, or the last word of the key where nobody wrote one. */
    public static String text(Network network, String key, Locale locale) {
        return find(network, key, locale).orElse(key.substring(key.lastIndexOf('.') + 1));
    }

    /** What a fault told: a sentence of the adapter in this language, the network's own words as they are. */
    public static String said(Network network, String detail, Locale locale) {
        return find(network, "says." + detail, locale).orElse(detail);
    }

    private static ClassLoader loader(Class<?> type) {
        var loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
