package planner.adapter.kit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import planner.network.Fault;
import planner.network.NetworkException;

/** What a person gave as a text and we have to understand. */
public final class Given {
    private Given() {}

    /**
     * What was read, empty only where nothing was given: a post without what cannot be read would be another post, for
     * others or at another time.
     *
     * @param read what was understood of the text
     * @param code of the refusal
     */
    public static <T> Optional<T> understood(@Nullable String given, Optional<T> read, String code) {
        if (given != null && !given.isBlank() && read.isEmpty()) {
            throw new NetworkException(new Fault.Rejected(code, "this cannot be read: " + given.strip()));
        }
        return read;
    }
}
