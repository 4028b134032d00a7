package planner;

import java.net.URI;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import planner.network.Environment;
import planner.network.NetworkId;

/** The settings of one network: {@code PLANNER_<NETWORK>_<KEY>}. */
record NetworkSettings(NetworkId network, Questions ask) implements Environment {
    @Override
    public URI url(String key, String initial, String meaning) {
        return ask.url(name(key), initial, meaning);
    }

    @Override
    public String text(String key, String initial, String meaning) {
        return ask.text(name(key), initial, meaning);
    }

    @Override
    public String version(String key, String initial, String meaning) {
        return ask.version(name(key), initial, meaning);
    }

    @Override
    public String secret(String key, String meaning) {
        return ask.secret(name(key), meaning);
    }

    @Override
    public Optional<LocalDate> day(String key, String meaning) {
        return ask.day(name(key), meaning);
    }

    @Override
    public int number(String key, int initial, int min, int max, String meaning) {
        return ask.number(name(key), initial, min, max, meaning);
    }

    private String name(String key) {
        return ("PLANNER_" + network + "_" + key).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
