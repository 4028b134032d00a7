package planner.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The languages we speak, English first. */
public final class Languages {
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("pl"));

    private Languages() {}

    /** The one of ours that the caller likes best. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Locale.ENGLISH;
        }
        for (var wanted : Collections.list(request.getLocales())) {
            for (var known : ALL) {
                if (known.getLanguage().equals(wanted.getLanguage())) {
                    return known;
                }
            }
        }
        return Locale.ENGLISH;
    }
}
