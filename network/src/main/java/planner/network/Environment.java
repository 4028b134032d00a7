package planner.network;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The settings of one network in this installation, asked for when the network is made. Every question is remembered by
 * the house and stands in the documented table of settings. Keys are lower case with hyphens, without the network's
 * name: {@code api-url}, {@code client-id}.
 */
public interface Environment {
    /** A base address without a slash at its end. Plain http is refused but for loopback. */
    URI url(String key, String initial, String meaning);

    String text(String key, String initial, String meaning);

    /**
     * A version of an API. It is written as the initial one is: {@code v25.0} with its v, {@code 202609} with six figures.
     */
    String version(String key, String initial, String meaning);

    /** A secret, empty when not set; never logged. */
    String secret(String key, String meaning);

    /** A day as {@code 2027-01-15}; empty when not set. */
    Optional<LocalDate> day(String key, String meaning);

    int number(String key, int initial, int min, int max, String meaning);
}
