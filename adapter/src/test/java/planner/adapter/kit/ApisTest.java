package planner.adapter.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.network.Api;

class ApisTest {
    private static final URI HOST = URI.create("https://api.example.com");
    private static final LocalDate KNOWN = LocalDate.of(2027, 1, 15);

    private static Api api(URI host, Map<String, String> settings) {
        return Apis.versioned(
                new MapEnvironment(settings),
                "posts-",
                "Example API",
                host,
                "v5",
                version -> version.equals("v5") ? Optional.of(KNOWN) : Optional.empty());
    }

    @Test
    void aVersionBeginsAsTheAdapterWasWrittenAndEndsWhenTheNetworkSays() {
        var api = api(HOST, Map.of());

        assertThat(api.at("pins")).isEqualTo(URI.create("https://api.example.com/v5/pins"));
        assertThat(api.sunset()).isEqualTo(KNOWN);
    }

    @Test
    void theSettingsWeighMore() {
        assertThat(api(HOST, Map.of("posts-version", "v6")).at("pins"))
                .isEqualTo(URI.create("https://api.example.com/v6/pins"));
        assertThat(api(HOST, Map.of("posts-version", "v6")).sunset()).isNull();
        assertThat(api(HOST, Map.of("posts-sunset", "2028-02-29")).sunset()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    /** As settings of an older release have it. */
    @Test
    void aHostThatEndsWithTheVersionMeansItOnce() {
        assertThat(api(URI.create("https://api.example.com/v5"), Map.of()).at("pins"))
                .isEqualTo(URI.create("https://api.example.com/v5/pins"));
        assertThat(api(URI.create("https://api.example.com/v51"), Map.of()).at("pins"))
                .isEqualTo(URI.create("https://api.example.com/v51/v5/pins"));
    }
}
