package planner.adapter.kit;

import java.util.Locale;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/** Tells real domain names from words with a dot in them, by the public suffix list that comes with the HTTP client. */
public final class Domains {
    private static final class Loaded {
        static final PublicSuffixMatcher LIST = PublicSuffixMatcherLoader.getDefault();
    }

    private Domains() {}

    /** Whether the name ends in a top-level domain that exists, for example {@code .com} or {@code .pl}. */
    public static boolean endsInRealTld(String name) {
        int dot = name.lastIndexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            return false;
        }
        var top = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        // Asked with two labels before it: under some top-level domains every second level is a suffix of its own.
        return Loaded.LIST.getDomainRoot("a.b." + top, DomainType.ICANN) != null;
    }
}
