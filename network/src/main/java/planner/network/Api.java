package planner.network;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An API of a network as this installation speaks it. Host, version and end are settings, so that an installation can
 * follow its network without a new release.
 *
 * @param name as the network calls it
 * @param host without the version
 * @param version as it stands in addresses or in a header; empty = the network gives no choice
 * @param sunset the day from which this version may no longer be served; {@code null} = none was announced
 */
public record Api(
        String name, URI host, String version, @Nullable LocalDate sunset) {

    /** An API without versions. */
    public static Api unversioned(String name, URI host) {
        return new Api(name, host, "", null);
    }

    /** An address below the version, where the version stands first in the path. */
    public URI at(String path) {
        return URI.create(host + "/" + version + "/" + path);
    }
}
