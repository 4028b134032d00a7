package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Http;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;

/** Section 4.2 of the sheet: what a person is told before a post is scheduled. */
class XPricesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final Account ADA = new Account("1", "Ada", "ada", null, Map.of());

    private static List<Finding> told(Map<String, String> settings, XOptions options, Part... parts) {
        var network = new X(
                new MapEnvironment(settings),
                new Http(call -> {
                    throw new AssertionError("preflight asks nobody");
                }),
                Clock.fixed(NOW, ZoneOffset.UTC));
        var delivery = new Delivery(new UUID(0, 1), NOW, XCapabilities.POST, "", List.of(parts), options);
        return network.preflight(delivery, ADA).stream()
                .filter(it -> it.severity() == Severity.INFO)
                .toList();
    }

    private static void costs(String total, String withLink, XOptions options, Part... parts) {
        assertThat(told(Map.of(), options, parts)).containsExactly(Finding.info("x.cost", "text", withLink, total));
    }

    private static void costsWithLink(String total, String without, XOptions options, Part... parts) {
        assertThat(told(Map.of(), options, parts))
                .containsExactly(Finding.info("x.cost-with-link", "text", without, total));
    }

    private static Part part(String text, Media... media) {
        return new Part(text, List.of(media));
    }

    @Test
    void aPostCostsOneAndAHalfCentsAndTwentyWithALink() {
        costs("0.015", "0.200", Chosen.NOTHING, part("Hi"));
    }

    @Test
    void aPostWithALinkCostsTwentyCentsAndOneAndAHalfWithout() {
        costsWithLink("0.200", "0.015", Chosen.NOTHING, part("Hi https://example.com"));
        costsWithLink("0.200", "0.015", Chosen.NOTHING, part("Hi example.com, and example.org"));
    }

    @Test
    void aThreadCostsAllItsPosts() {
        costs("0.045", "0.230", Chosen.NOTHING, part("One"), part("Two"), part("Three"));
        costsWithLink("0.230", "0.045", Chosen.NOTHING, part("One"), part("example.com"), part("Three"));
        costsWithLink("0.400", "0.030", Chosen.NOTHING, part("example.org"), part("example.com"));
    }

    @Test
    void descriptionsAndWarningsOfFilesCostHalfACentEach() {
        var described = TestFiles.FILES.jpeg(320, 200, "A boat");
        var silent = TestFiles.FILES.png(40, 30, "");
        costs("0.020", "0.205", Chosen.NOTHING, part("Look", described, silent));
        costs("0.025", "0.210", Chosen.of(Map.of("warning", Map.of("other", true))), part("Look", described, silent));
    }

    @Test
    void aFilmsDescriptionIsNotSentAndCostsNothing() {
        costs(
                "0.015",
                "0.200",
                Chosen.NOTHING,
                part("Look", TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), 5_000, "Sea")));
    }

    @Test
    void eachTaggedPersonIsLookedUpForACent() {
        costs(
                "0.035",
                "0.220",
                Chosen.of(Map.of("tagged", List.of("@ada", "bob"))),
                part("Look", TestFiles.FILES.png(40, 30, "")));
    }

    @Test
    void aQuoteIsALink() {
        costsWithLink(
                "0.215",
                "0.030",
                Chosen.of(Map.of("quote", "https://twitter.com/ada/status/1445880548472328192")),
                part("So true"),
                part("Indeed"));
    }

    @Test
    void anOperatorWithAnotherContractSetsOtherPrices() {
        assertThat(told(Map.of("price-post", "7", "price-post-with-link", "1234"), Chosen.NOTHING, part("Hi")))
                .containsExactly(Finding.info("x.cost", "text", "1.234", "0.007"));
        assertThat(told(Map.of("price-post-with-link", "1234"), Chosen.NOTHING, part("example.com")))
                .containsExactly(Finding.info("x.cost-with-link", "text", "0.015", "1.234"));
    }

    @Test
    void whatCostsNothingIsNotSpokenOf() {
        assertThat(told(Map.of("price-post", "0"), Chosen.NOTHING, part("Hi"))).isEmpty();
    }
}
