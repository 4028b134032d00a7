package planner.adapter.contract;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import planner.network.Environment;

/** Settings out of a map. */
public record MapEnvironment(Map<String, String> values) implements Environment {
    @Override
    public URI url(String key, String initial, String meaning) {
        return URI.create(values.getOrDefault(key, initial));
    }

    @Override
    public String text(String key, String initial, String meaning) {
        return values.getOrDefault(key, initial);
    }

    @Override
    public String version(String key, String initial, String meaning) {
        return values.getOrDefault(key, initial);
    }

    @Override
    public String secret(String key, String meaning) {
        return values.getOrDefault(key, "");
    }

    @Override
    public Optional<LocalDate> day(String key, String meaning) {
        return Optional.ofNullable(values.get(key)).map(LocalDate::parse);
    }

    @Override
    public int number(String key, int initial, int min, int max, String meaning) {
        return Integer.parseInt(values.getOrDefault(key, Integer.toString(initial)));
    }
}
