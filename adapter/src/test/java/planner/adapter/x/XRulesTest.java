package planner.adapter.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.contract.MapEnvironment;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.TestFiles;
import planner.adapter.contract.Wire;
import planner.adapter.kit.Http;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.Preflight;
import planner.network.Session;

/** At each limit of the options a post is taken; one over is found before, and refused by X itself. */
class XRulesTest {
    private static final String OURS = "";
    /** In which the account that pays is a member. */
    private static final String COMMUNITY = "1700000000000000001";

    private static final String QUOTE = "https://x.com/ada_bakery/status/1445880548472328192";
    private static final int QUOTE_WEIGHT = 24;

    private int count = 100;

    private final XSamples.Door stage = new XSamples.Door();
    private final Media photo = TestFiles.FILES.jpeg(320, 200, "");
    private final Media film = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), 5_000, "");

    @AfterEach
    void close() {
        stage.close();
    }

    /**
     * @param finding what preflight says to the second
     * @param code what X says to it; {@link #OURS} where X is not even asked, or takes it
     */
    private record Rule(String name, Delivery good, Delivery bad, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> whatKeepsARuleIsTakenAndWhatBreaksItIsFoundAndRefused() {
        return Stream.of(audience(), people(), quotes(), files())
                .flatMap(List::stream)
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    assertThat(errors(rule.good())).isEmpty();
                    assertThat(end(rule.good())).isInstanceOf(MiniWalk.End.Published.class);
                    assertThat(errors(rule.bad())).containsExactly(rule.finding());
                    if (!rule.code().equals(OURS)) {
                        int before = stage.visible().size();
                        end(rule.bad()).isRefused(rule.code());
                        assertThat(stage.visible()).hasSize(before);
                    }
                }));
    }

    private List<Rule> audience() {
        return List.of(
                new Rule(
                        "a community has a number",
                        text(Map.of("community", COMMUNITY)),
                        text(Map.of("community", "bakers")),
                        "x.community",
                        "community"),
                new Rule(
                        "one audience",
                        text(Map.of("subscribersOnly", true)),
                        text(Map.of("subscribersOnly", true, "community", COMMUNITY)),
                        "x.two-audiences",
                        "invalid-request"),
                new Rule(
                        "sharing an exclusive post",
                        text(Map.of("subscribersOnly", true, "shareWithFollowers", true)),
                        text(Map.of("shareWithFollowers", true)),
                        "x.share-alone",
                        "invalid-request"),
                new Rule(
                        "a place has an id",
                        text(Map.of("place", "01a9a39529b27f36")),
                        text(Map.of("place", "Warsaw")),
                        "x.place",
                        "place"));
    }

    private List<Rule> people() {
        return List.of(
                new Rule(
                        "most people",
                        tagged(names(10), photo),
                        tagged(names(11), photo),
                        "x.tagged-many",
                        "invalid-request"),
                new Rule(
                        "a name of an account",
                        tagged(List.of("@ada_bakery"), photo),
                        tagged(List.of("ada.bakery"), photo),
                        "x.tagged-name",
                        "invalid-request"),
                new Rule(
                        "people in photos only",
                        tagged(List.of("ada_bakery"), photo),
                        tagged(List.of("ada_bakery"), film),
                        "x.tagged-photos",
                        "invalid-request"));
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i == 0 ? "ada_bakery" : "regular_" + i)
                .toList();
    }

    private List<Rule> quotes() {
        var quote = Map.<String, Object>of("quote", QUOTE);
        int room = 280 - QUOTE_WEIGHT - "100".length();
        return List.of(
                new Rule(
                        "a quote is a post of X",
                        text(quote),
                        text(Map.of("quote", "https://example.com/ada/status/1")),
                        "x.quote-address",
                        "quote-address"),
                new Rule("a quote without words", silent(quote), silent(Map.of()), "part.empty", "invalid-request"),
                new Rule(
                        "a quote without files",
                        text(quote),
                        delivery("Look", Chosen.of(quote), photo),
                        "x.quote-alone",
                        OURS),
                new Rule(
                        "a quote without a poll",
                        text(quote),
                        text(Map.of("quote", QUOTE, "poll", Map.of("options", List.of("a", "b"), "minutes", 60))),
                        "x.quote-alone",
                        OURS),
                new Rule(
                        "the length with a quote",
                        delivery("q".repeat(room), Chosen.of(quote)),
                        delivery("r".repeat(room + 1), Chosen.of(quote)),
                        "x.quote-too-long",
                        OURS));
    }

    private Delivery silent(Map<String, Object> options) {
        return new Delivery(
                UUID.randomUUID(),
                stage.now(),
                XCapabilities.POST,
                "",
                List.of(new Part("", List.of())),
                Chosen.of(options));
    }

    private List<Rule> files() {
        return List.of(
                new Rule(
                        "subtitles have a video",
                        delivery("Film", subtitled("en", Chosen.subtitles()), film),
                        delivery("Photo", subtitled("en", Chosen.subtitles()), photo),
                        "x.subtitles-video",
                        OURS),
                new Rule(
                        "subtitles have a language",
                        delivery("Film 2", subtitled("pl", Chosen.subtitles()), film),
                        delivery("Film 3", subtitled("pol", Chosen.subtitles()), film),
                        "x.subtitles-language",
                        "invalid-request"),
                new Rule(
                        "the size of subtitles",
                        delivery("Film 4", subtitled("pl", Chosen.subtitles()), film),
                        delivery("Film 5", subtitled("pl", heavy()), film),
                        "x.subtitles-bytes",
                        OURS));
    }

    private static Media heavy() {
        var light = Chosen.subtitles();
        return new Media(
                light.id(),
                light.kind(),
                light.type(),
                XCapabilities.SUBTITLES + 1,
                0,
                0,
                0,
                0,
                0,
                null,
                light.name(),
                "");
    }

    private static XOptions subtitled(String language, Media subtitles) {
        return Chosen.of(Map.of("subtitles", subtitles, "subtitlesLanguage", language));
    }

    private Delivery tagged(List<String> names, Media media) {
        return delivery("Who is it?", Chosen.of(Map.of("tagged", names)), media);
    }

    private Delivery text(Map<String, Object> values) {
        return delivery("Hi", Chosen.of(values));
    }

    /** X refuses the same text twice: each ends with a number of three digits. */
    private Delivery delivery(String text, XOptions options, Media... media) {
        count++;
        return new Delivery(
                UUID.randomUUID(),
                stage.now(),
                XCapabilities.POST,
                "",
                List.of(new Part(text + count, List.of(media))),
                options);
    }

    @Test
    void whoIsNamedTwiceIsOnePerson() {
        var twice = List.of("@Ada_Bakery", "ada_bakery", " @ADA_BAKERY ", "regular_1");

        assertThat(Chosen.of(Map.of("tagged", twice)).names()).containsExactly("Ada_Bakery", "regular_1");
        var wire = new Wire(stage.transport());
        assertThat(end(tagged(twice, photo), wire)).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(new String(wire.sent().getLast().body(), StandardCharsets.UTF_8))
                .contains("\"1500000000000000001\",\"1500000000000000101\"]")
                .containsOnlyOnce("1500000000000000001");
    }

    /** Without that, anybody could be named: X knows who has an account. */
    @Test
    void aPersonWhomXDoesNotKnowStopsThePost() {
        end(tagged(List.of("ada_bakery", "nobody_here"), photo)).isRefused("unknown-person");
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void aCommunityOfOthersIsRefusedByX() {
        end(text(Map.of("community", "1700000000000000002"))).isRefused("forbidden");
        assertThat(stage.visible()).isEmpty();
    }

    @Test
    void whoHasNoSubscribersCannotPostForThem() {
        try (var plain = new planner.adapter.contract.SimulatorStage("x")) {
            var wire = new Wire(plain.transport());
            var network = new X(plain.settings(), new Http(wire), plain.clock());
            var grant = plain.connect(network);
            var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
            MiniWalk.of(network, plain, wire, session, text(Map.of("subscribersOnly", true)))
                    .run()
                    .isRefused("forbidden");
            assertThat(plain.visible()).isEmpty();
        }
    }

    /** It would say nothing, and that is no reason to hold a post back. */
    @Test
    void aWarningWithoutFilesIsOnlyPointedOut() {
        assertThat(found(text(Map.of("warning", Map.of("adult", true)))))
                .filteredOn(it -> it.severity() == Severity.WARNING)
                .extracting(Finding::rule)
                .containsExactly("x.warning-media");
    }

    @Test
    void aLanguageOfNoSubtitlesIsOnlyPointedOut() {
        assertThat(found(text(Map.of("subtitlesLanguage", "PL"))))
                .filteredOn(it -> it.severity() == Severity.WARNING)
                .extracting(Finding::rule)
                .containsExactly("x.subtitles-none");
    }

    @Test
    void theDescriptionOfAVideoIsSaidToBeLeftOut() {
        var described = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), 5_000, "Bread rises");

        assertThat(found(delivery("Film", Chosen.NOTHING, described)))
                .contains(new Finding(Severity.WARNING, "x.video-alt", "alt", 0, 0, "", ""));
        assertThat(found(delivery("Film", Chosen.NOTHING, film)))
                .extracting(Finding::rule)
                .doesNotContain("x.video-alt");
    }

    @Test
    void aPollThatOnlyHasATimeIsNoPostWithoutOne() {
        var poll = text(Map.of("poll", Map.of("minutes", 60)));

        assertThat(errors(poll)).containsExactly("x.poll-choices");
        end(poll).isRefused("invalid-request");
        assertThat(stage.visible()).isEmpty();
        assertThat(errors(text(Map.of("poll", Map.of())))).isEmpty();
    }

    @Test
    void optionsOfBeforeAreStillRead() {
        var old = Chosen.of(Map.of("replies", "FOLLOWING", "madeWithAi", true));

        assertThat(errors(delivery("Old", old))).isEmpty();
        assertThat(end(delivery("Old", old))).isInstanceOf(MiniWalk.End.Published.class);
    }

    private List<Finding> found(Delivery delivery) {
        var network = network(new Wire(stage.transport()), Map.of());
        return Preflight.check(network, delivery, stage.connected(network).account());
    }

    private List<String> errors(Delivery delivery) {
        return found(delivery).stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .map(Finding::rule)
                .toList();
    }

    private MiniWalk.End end(Delivery delivery) {
        return end(delivery, new Wire(stage.transport()));
    }

    private MiniWalk.End end(Delivery delivery, Wire wire) {
        var network = network(wire, Map.of());
        var grant = stage.connected(network);
        var session = new Session(grant.account(), grant.credential(), TestFiles.FILES);
        return MiniWalk.of(network, stage, wire, session, delivery).run();
    }

    private X network(Wire wire, Map<String, String> changed) {
        var settings = new HashMap<>(((MapEnvironment) stage.settings()).values());
        settings.putAll(changed);
        return new X(new MapEnvironment(settings), new Http(wire), stage.clock());
    }
}
