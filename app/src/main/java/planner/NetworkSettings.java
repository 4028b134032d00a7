package planner;

import java.net.URI;
import java.util.Locale;
import planner.network.Environment;
import planner.network.NetworkId;

/** The settings of one network: {@code PLANNER_<NETWORK>_<KEY>}. */
record NetworkSettings(NetworkId network, org.springframework.core.env.Environment settings) implements Environment {
    @Override
    public URI url(String key, String initial, String meaning) {
        return URI.create(text(key, initial, meaning));
    }

    @Override
    public String text(String key, String initial, String meaning) {
        return settings.getProperty(name(key), initial);
    }

    @Override
    public String secret(String key, String meaning) {
        return settings.getProperty(name(key), "");
    }

    @Override
    public int number(String key, int initial, int min, int max, String meaning) {
        return Math.clamp(settings.getProperty(name(key), Integer.class, initial), min, max);
    }

    private String name(String key) {
        return ("PLANNER_" + network + "_" + key).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
