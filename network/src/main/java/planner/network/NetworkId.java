package planner.network;

import java.util.regex.Pattern;

/**
 * The short name of a network as it stands in URLs, settings and rows, for example {@code bluesky}.
 *
 * @param value 1 to 32 lower-case letters, digits or hyphens, beginning with a letter
 */
public record NetworkId(String value) implements Comparable<NetworkId> {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public NetworkId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a network id: " + value);
        }
    }

    @Override
    public int compareTo(NetworkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
