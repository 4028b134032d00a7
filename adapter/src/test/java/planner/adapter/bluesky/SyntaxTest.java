package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.SpecCheck;
import planner.adapter.kit.Http;
import planner.adapter.kit.NamedHost;
import planner.network.Delivery;
import planner.network.Delivery.Part;

class SyntaxTest {
    // The syntax as the protocol's documents give it.
    private static final Pattern TID = Pattern.compile("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");

    @Test
    void handlesAreToldFromOtherWords() throws IOException {
        assertThat(vectors("handle_syntax_valid")).isNotEmpty().allMatch(Handles::isHandle);
        assertThat(vectors("handle_syntax_invalid")).isNotEmpty().noneMatch(Handles::isHandle);
    }

    @Test
    void didsAreToldFromOtherWords() throws IOException {
        assertThat(vectors("did_syntax_valid")).isNotEmpty().allMatch(Handles::isDid);
        assertThat(vectors("did_syntax_invalid")).isNotEmpty().noneMatch(Handles::isDid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"did:web:%zz", "did:plc:%zz", "did:plc:a%4", "did:plc:a%4:b", "did:plc:", "did:plc:a:"})
    void aPercentSignStandsBeforeTwoHexDigitsOnly(String did) {
        assertThat(Handles.isDid(did)).isFalse();
        var nobody = new Identity(
                new Http(call -> {
                    throw new AssertionError("asked " + call.uri());
                }),
                Hosts.of(new PaperStage().settings()));
        assertThat(nobody.document(did)).isEmpty();
    }

    @Test
    void aDidOfAnyLengthIsReadAtOnce() {
        assertThat(Handles.isDid("did:plc:" + "%4a".repeat(680))).isTrue();
        assertThat(Handles.isDid("did:plc:" + "a%4a".repeat(500) + "%")).isFalse();
    }

    @Test
    void ourKeysAreTids() throws IOException {
        assertThat(vectors("tid_syntax_valid")).isNotEmpty().allMatch(TID.asMatchPredicate());
        assertThat(vectors("tid_syntax_invalid")).isNotEmpty().noneMatch(TID.asMatchPredicate());
        for (int i = 0; i < 2_000; i++) {
            assertThat(Tid.of(delivery(UUID.randomUUID()), i % 25)).matches(TID);
        }
    }

    @Test
    void aKeyComesFromTheDeliveryAlone() {
        var delivery = delivery(UUID.fromString("0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b"));

        assertThat(Tid.of(delivery, 0)).isEqualTo(Tid.of(delivery, 0)).isEqualTo("3n3lv27qhbxzb");
        assertThat(Tid.createdAt(delivery, 1)).isEqualTo("2026-12-01T09:00:00.001Z");
    }

    @Test
    void theKeysOfAThreadFollowOneAnother() {
        var delivery = delivery(UUID.randomUUID());

        for (int part = 1; part < 25; part++) {
            assertThat(Tid.of(delivery, part)).isGreaterThan(Tid.of(delivery, part - 1));
        }
    }

    @Test
    void deliveriesOfOneSecondHaveDifferentKeys() {
        var keys = new HashSet<String>();
        for (long i = 0; i < 5_000; i++) {
            keys.add(Tid.of(delivery(new UUID(0x0199a1b2c3d47000L, i)), 0));
        }

        assertThat(keys).hasSize(5_000);
    }

    @ParameterizedTest
    @CsvSource({
        "@Alice.Bsky.Social, https://bsky.social, alice.bsky.social",
        "alice, https://bsky.social, alice.bsky.social",
        "alice, http://127.0.0.1:2583, alice",
        "' alice.example.com ', https://pds.example.com, alice.example.com",
        "alice@example.com, https://bsky.social, alice@example.com",
        "did:plc:AbC, https://bsky.social, did:plc:AbC"
    })
    void whatAPersonTypesBecomesAnIdentifier(String typed, String service, String identifier) {
        assertThat(Handles.identifier(typed, URI.create(service))).isEqualTo(identifier);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bsky.social/, https://bsky.social",
        "bsky.social, https://bsky.social",
        "http://localhost:2583, http://localhost:2583",
        "http://127.0.0.1:2583, http://127.0.0.1:2583",
        "http://[::1]:2583, http://[::1]:2583",
        "http://example.com,",
        "http://192.168.1.5,",
        "http://127.0.0.1.example.com,",
        "ftp://bsky.social,",
        "https://user@bsky.social,",
        "https://bsky.social#x,",
        "'https://a b',"
    })
    void onlyHttpsAndLoopbackAreServers(String typed, String host) {
        assertThat(NamedHost.address(typed).map(URI::toString).orElse(null)).isEqualTo(host);
    }

    private static Delivery delivery(UUID id) {
        var at = Instant.parse("2026-12-01T09:00:00Z");
        return new Delivery(id, at, "post", "", List.of(new Part("a", List.of())), BlueskyOptions.plain());
    }

    private static List<String> vectors(String name) throws IOException {
        var file = SpecCheck.folder("bluesky").resolve("syntax-vectors").resolve(name + ".txt");
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
