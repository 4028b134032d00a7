package planner.adapter.kit;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import planner.network.Api;
import planner.network.Environment;

/** Versions from the settings. */
public final class Apis {
    private Apis() {}

    /**
     * @param prefix of the keys, for networks with several APIs: {@code posts-}; else empty
     * @param version the one that the adapter was written against
     */
    public static Api versioned(Environment settings, String prefix, String name, URI host, String version) {
        return versioned(settings, prefix, name, host, version, any -> Optional.empty());
    }

    /**
     * @param host where it ends with the version, as some network's documents write it, that is meant once
     * @param sunsets the announced day of a version; the setting outweighs it
     */
    public static Api versioned(
            Environment settings,
            String prefix,
            String name,
            URI host,
            String version,
            Function<String, Optional<LocalDate>> sunsets) {
        var spoken = settings.version(prefix + "version", version, "version of the " + name);
        return new Api(
                name,
                URI.create(host.toString().replaceFirst("/" + Pattern.quote(spoken) + "$", "")),
                spoken,
                settings.day(
                                prefix + "sunset",
                                "first day on which that version of the " + name
                                        + " is no longer served, when the network has announced one")
                        .or(() -> sunsets.apply(spoken))
                        .orElse(null));
    }
}
