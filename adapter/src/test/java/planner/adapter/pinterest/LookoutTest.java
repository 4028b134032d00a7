package planner.adapter.pinterest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Credential;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Session;

class LookoutTest {
    private static final Instant DUE = Instant.parse("2026-12-01T09:00:00Z");
    private static final Session SESSION = new Session(
            new Account("1", "Ada", "ada", null, Map.of()),
            new Credential("t", null, null, Set.of(), Map.of()),
            TestFiles.FILES);

    /** What Pinterest gives back of the pin; a quoted value or the word null. */
    private static List<String> found(Delivery delivery, String created, String title, String text, String link) {
        var pin = "{\"id\":\"7\",\"board_id\":\"5\",\"created_at\":\"" + created + "\",\"title\":" + title
                + ",\"description\":" + text + ",\"link\":" + link + ",\"media\":{\"media_type\":\"image\"}}";
        var reply = PinterestStand.reply(200, "{\"items\":[" + pin + "],\"bookmark\":null}");
        var api = new PinterestApi(PinterestApp.from(new MapEnvironment(Map.of())), new Http(call -> reply));
        return new Lookout(api).alike("5", delivery, SESSION);
    }

    private static Delivery delivery(String title, String text, @Nullable String link) {
        var options = new PinterestOptions("5", null, null, null, link, null, null, null, null, null, null, null);
        return new Delivery(UUID.randomUUID(), DUE, "image", title, List.of(new Part(text, List.of())), options);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T09:00:00, true",
        "2026-12-01T08:59:00, true",
        "2026-12-01T08:58:59, false",
        "2026-12-01T09:00:00Z, true",
        "2026-12-01T09:00:00-00:00, true",
        "2026-12-01T09:00:00+02:00, false",
        "2026-12-01T09:00:00.123, true",
        "some day, true"
    })
    void onlyPinsSinceItWasDueCount(String created, boolean seen) {
        assertThat(found(delivery("Moss", "Stone", null), created, "\"Moss\"", "\"Stone\"", "null"))
                .hasSize(seen ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "'Moss', 'Stone', 'https://example.com/a', true",
        "' Moss', 'Sto ne', 'https://example.com/a', false",
        "'Moss ', 'Stone', 'https://example.com/a/', true",
        "'Fern', 'Stone', 'https://example.com/a', false",
        "'Moss', 'Stones', 'https://example.com/a', false",
        "'Moss', 'Stone', 'https://example.com/b', false"
    })
    void aPinSaysTheSameWhateverItsWhiteSpaceAndLastSlash(String title, String text, String link, boolean same) {
        assertThat(found(
                        delivery("Moss", "Stone", "https://example.com/a"),
                        DUE.truncatedTo(ChronoUnit.SECONDS).toString(),
                        "\"" + title + "\"",
                        "\"" + text + "\"",
                        "\"" + link + "\""))
                .hasSize(same ? 1 : 0);
    }

    /** Pinterest may take a title from the page behind the link; of a pin without a word nothing can be taken. */
    @Test
    void whatWasLeftOpenMayBeFilledIn() {
        assertThat(found(delivery("", "Stone", null), DUE.toString(), "\"Derived\"", "\"Stone\"", "null"))
                .hasSize(1);
        assertThat(found(delivery("", "", null), DUE.toString(), "\"Derived\"", "null", "null"))
                .isEmpty();
        assertThat(found(delivery("", "", null), DUE.toString(), "null", "\"\"", "null"))
                .hasSize(1);
    }
}
