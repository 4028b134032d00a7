package planner.adapter.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.Wire;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.OptionLimits;
import planner.network.Preflight;

/** People, covers, places and partners: what each may be, and that Instagram refuses what preflight refuses. */
class InstagramOptionsTest extends InstagramStand {
    private static InstagramOptions tagged(Object... tags) {
        return InstagramSamples.options(Map.of("tags", List.of(tags)));
    }

    private static InstagramOptions tagged(int count) {
        return tagged(Collections.nCopies(count, InstagramSamples.tag("anna", 0.5, 0.5))
                .toArray());
    }

    private List<Media> picture() {
        return List.of(files.jpeg(400, 400, 0));
    }

    private List<Media> pictures() {
        return List.of(files.jpeg(400, 400, 0), files.jpeg(401, 400, 0));
    }

    private List<Media> film() {
        return List.of(files.video(360, 640, Duration.ofSeconds(4)));
    }

    /** The house checks the numbers of {@link planner.network.Option} before a post is scheduled. */
    @Test
    void twentyPeopleAreTaggedAndNoMore() {
        assertThat(most("tags")).isEqualTo(20);

        taken(delivery("feed", picture(), tagged(20)));
        walked(delivery("feed", picture(), tagged(21))).isRefused("2207040");
    }

    @Test
    void twentyPeopleAreTaggedInAllPicturesTogether() {
        var second = Map.of("username", "ada", "item", 2, "x", 0.1, "y", 0.1);
        var both = Stream.concat(
                Collections.nCopies(10, InstagramSamples.tag("anna", 0.5, 0.5)).stream(),
                Collections.nCopies(10, second).stream());
        taken(delivery("carousel", pictures(), tagged(both.toArray())));

        var more = Stream.concat(
                Collections.nCopies(11, InstagramSamples.tag("anna", 0.5, 0.5)).stream(),
                Collections.nCopies(10, second).stream());
        walked(delivery("carousel", pictures(), tagged(more.toArray()))).isRefused("2207040");
    }

    @TestFactory
    Stream<DynamicTest> inAPictureEverybodyHasAPlace() {
        return Stream.of(
                        List.of("left", 0.0, 0.5, -0.01, 0.5),
                        List.of("right", 1.0, 0.5, 1.01, 0.5),
                        List.of("top", 0.5, 0.0, 0.5, -0.01),
                        List.of("bottom", 0.5, 1.0, 0.5, 1.01))
                .map(edge -> DynamicTest.dynamicTest((String) edge.getFirst(), () -> {
                    taken(delivery("feed", picture(), tagged(at(edge.get(1), edge.get(2)))));
                    refused(
                            delivery("feed", picture(), tagged(at(edge.get(3), edge.get(4)))),
                            "instagram.tag-place",
                            "100");
                }));
    }

    private static Map<String, Object> at(Object x, Object y) {
        return Map.of("username", "anna", "x", x, "y", y);
    }

    @Test
    void whoHasNoPlaceInAPictureIsRefused() {
        refused(delivery("feed", picture(), tagged(Map.of("username", "anna"))), "instagram.tag-place", "100");
    }

    @Test
    void halfAPlaceIsNone() {
        var half = delivery("story", picture(), tagged(Map.of("username", "anna", "x", 0.5)));

        assertThat(errors(half)).containsExactly("instagram.tag-place");
    }

    @Test
    void inAReelNobodyHasAPlace() {
        var placed = delivery("reel", film(), tagged(InstagramSamples.tag("anna", 0.5, 0.5)));

        assertThat(warnings(placed)).containsExactly("instagram.tag-unplaced");
        taken(placed);
        assertThat(sent("user_tags")).contains("anna").doesNotContain("%22x%22");
    }

    @TestFactory
    Stream<DynamicTest> aNameIsThirtyLettersDigitsDotsAndUnderscores() {
        return Stream.of("a".repeat(31), "anna nowak", "łucja", "anna!", "@@anna")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    taken(delivery("feed", picture(), tagged(InstagramSamples.tag("@" + "a.b_9".repeat(6), 0.5, 0.5))));
                    refused(
                            delivery("feed", picture(), tagged(InstagramSamples.tag(name, 0.5, 0.5))),
                            "instagram.tag-name",
                            "100");
                    refused(
                            delivery(
                                    "feed",
                                    picture(),
                                    InstagramSamples.options(Map.of("collaborators", List.of(name)))),
                            "instagram.collaborator-name",
                            "100");
                }));
    }

    @Test
    void nobodyIsTaggedInAFileThatIsNotThere() {
        var second = Map.<String, Object>of("username", "anna", "item", 2, "x", 0.5, "y", 0.5);
        taken(delivery("carousel", pictures(), tagged(second)));

        assertThat(errors(delivery("feed", picture(), tagged(second)))).containsExactly("instagram.tag-item");
        var zeroth = Map.<String, Object>of("username", "anna", "item", 0, "x", 0.5, "y", 0.5);
        assertThat(errors(delivery("feed", picture(), tagged(zeroth)))).containsExactly("instagram.tag-item");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carousel", "story"})
    void peopleAreTaggedFromTheFirstFileToTheTenth(String format) {
        var ten = IntStream.range(0, 10)
                .mapToObj(i -> files.jpeg(400 + i, 400, 0))
                .toList();

        taken(delivery(format, ten, tagged(in(1), in(10))));
        assertThat(people()).isEqualTo(2);
        for (var nowhere : List.of(0, 11)) {
            assertThat(errors(delivery(format, ten, tagged(in(nowhere))))).containsExactly("instagram.tag-item");
            assertThat(OptionLimits.check(tagged(in(nowhere))))
                    .extracting(Finding::rule)
                    .containsExactly("option.range");
        }
    }

    private static Map<String, Object> in(int item) {
        return Map.of("username", "anna", "item", item, "x", 0.5, "y", 0.5);
    }

    private long people() {
        return wire.sent().stream()
                .filter(sent -> sent.text().contains("user_tags="))
                .count();
    }

    @Test
    void aRowThatNobodyFilledInTagsNobody() {
        taken(delivery("feed", picture(), tagged(Map.of())));
        assertThat(wire.sent()).noneMatch(sent -> sent.text().contains("user_tags"));
    }

    @Test
    void aCoverIsAJpegOfAtMostEightMegabytes() {
        assertThat(most("cover")).isEqualTo(8_000_000);
        assertThat(option("cover").types()).containsExactly("image/jpeg");

        taken(delivery("reel", film(), covered(files.jpeg(360, 640, 8_000_000))));
        walked(delivery("reel", film(), covered(files.jpeg(360, 640, 8_000_001))))
                .isRefused("2207004");
        walked(delivery("reel", film(), covered(files.png(360, 640)))).isRefused("2207005");
    }

    private static InstagramOptions covered(Media cover) {
        return InstagramSamples.options(Map.of("cover", cover));
    }

    @Test
    void theCoverWinsOverTheFrame() {
        var both = delivery(
                "reel",
                film(),
                InstagramSamples.options(Map.of("cover", files.jpeg(360, 640, 0), "coverOffsetMs", 9_000)));

        assertThat(warnings(both)).containsExactly("instagram.two-covers");
        taken(both);
        assertThat(sent("cover_url")).doesNotContain("thumb_offset");
    }

    @Test
    void aPlaceIsTheNumberOfAPageWithAnAddress() {
        taken(delivery("feed", picture(), place("106377336067638")));
        refused(delivery("feed", picture(), place("Kraków")), "instagram.place", "place");
        walked(delivery("feed", picture(), place("4711"))).isRefused("place");
    }

    private static InstagramOptions place(String id) {
        return InstagramSamples.options(Map.of("locationId", id));
    }

    @Test
    void aPaidPartnershipNeedsFacebookLogin() {
        refused(
                delivery("feed", picture(), InstagramSamples.options(Map.of("paidPartnership", true))),
                "instagram.partnership-login",
                "100");
    }

    private List<String> warnings(Delivery delivery) {
        return Preflight.check(network, delivery, stage.connect(network).account()).stream()
                .filter(it -> it.severity() == Finding.Severity.WARNING)
                .map(Finding::rule)
                .toList();
    }

    /** The last form that had this parameter. */
    private String sent(String parameter) {
        return wire.sent().stream()
                .map(Wire.Sent::text)
                .filter(text -> text.contains(parameter + "="))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Each rule that may speak has a sentence in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"", "pl"})
    void everyFindingHasWords(String language) throws IOException {
        var bundle = ResourceBundle.getBundle(
                "planner.adapter.instagram.messages",
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var source = Files.readString(Path.of("src/main/java/planner/adapter/instagram/InstagramRules.java"));
        var rules = Pattern.compile("\"(instagram\\.[a-z-]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(rules).hasSizeGreaterThan(8);
        assertThat(rules)
                .allSatisfy(
                        rule -> assertThat(bundle.getString("finding." + rule)).isNotBlank());
    }
}
