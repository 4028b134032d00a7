package planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.core.ParameterizedTypeReference;
import planner.channel.NetworkDirectory;
import planner.channel.NetworkTexts;
import planner.media.PublicFault;
import planner.network.Capabilities.Feature;
import planner.network.Network;

/** What people are told about the public address. */
class PublicAddressTest extends RoomTest {
    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {};

    @Test
    void theDemoNeedsNoPublicAddress() {
        var told = Objects.requireNonNull(
                http.get().uri("/api/public-address").retrieve().body(MAP));
        assertThat(told).containsEntry("light", "NOT_NEEDED").containsEntry("checkedAt", null);
        assertThat(Objects.requireNonNull(http.post()
                        .uri("/api/public-address/checks")
                        .retrieve()
                        .body(MAP)))
                .containsEntry("light", "NOT_NEEDED");
    }

    @Test
    void onlyConnectedNetworksThatFetchAreNamedWithWhatTheyWant() {
        for (var network : bean(NetworkDirectory.class).all()) {
            connected(owner, network, owner.workspace() + "-1", "Ada");
        }
        var fetching = bean(NetworkDirectory.class).all().stream()
                .filter(PublicAddressTest::fetches)
                .toList();
        assertThat(fetching).hasSizeGreaterThan(3);
        var told = http.get()
                .uri("/api/public-address")
                .header("Accept-Language", "pl")
                .retrieve()
                .body(String.class);
        for (var network : bean(NetworkDirectory.class).all()) {
            var named = "\"network\":\"" + network.id().value() + "\"";
            if (fetches(network)) {
                assertThat(told)
                        .contains(named)
                        .contains(NetworkTexts.find(network, "public-address", Locale.of("pl"))
                                .orElseThrow());
            } else {
                assertThat(told).doesNotContain(named);
            }
        }
    }

    @Test
    void everyNetworkThatFetchesSaysWhatItWantsInBothLanguages() {
        for (var network : bean(NetworkDirectory.class).all()) {
            for (var language : new String[] {"en", "pl"}) {
                assertThat(NetworkTexts.find(network, "public-address", Locale.of(language))
                                .isPresent())
                        .as(network.id() + " " + language)
                        .isEqualTo(fetches(network));
            }
        }
    }

    @Test
    void everyFaultIsToldWithWhatToDoInBothLanguages() {
        var messages = bean(MessageSource.class);
        for (var fault : PublicFault.values()) {
            for (var key : new String[] {"public." + fault.key(), "public." + fault.key() + ".do"}) {
                var english = messages.getMessage(key, null, Locale.ENGLISH);
                var polish = messages.getMessage(key, null, Locale.of("pl"));
                assertThat(english).endsWith(".");
                assertThat(polish).endsWith(".").isNotEqualTo(english);
            }
        }
    }

    private static boolean fetches(Network network) {
        return network.capabilities().features().contains(Feature.FETCHES_MEDIA);
    }
}
