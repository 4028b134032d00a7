package planner.adapter.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.kit.Reply;
import planner.adapter.kit.Transport;
import planner.adapter.reddit.RedditOptions.Also;
import planner.adapter.reddit.RedditSamples.Choice;
import planner.network.Delivery;
import planner.network.Fault;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;
import planner.network.NetworkException;

/** What a subreddit demands is read for whoever names it, checked by preflight, and refused by Reddit itself. */
class RedditDemandsTest extends RedditStand {
    private static final String STRICT = "strict_beds";

    /** @param set by the names of post_requirements; @param finding what preflight says of the second */
    private record Demand(
            String name, Map<String, Object> set, Delivery full, Delivery over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachDemandThePostIsTakenAndOneOverIsRefused() {
        stage.site().open(STRICT);
        return Stream.of(words("title", "title"), words("body", "text"), texts(), links(), galleries(), flairs())
                .flatMap(List::stream)
                .map(demand -> DynamicTest.dynamicTest(demand.name(), () -> {
                    stage.site().demand(STRICT, demand.set());
                    taken(demand.full());
                    assertThat(findings(demand.over()))
                            .filteredOn(it -> it.severity() != Severity.INFO)
                            .extracting(Finding::rule)
                            .containsExactly(demand.finding());
                    refused(demand.over(), demand.code());
                    assertThat(stage.violations()).isEmpty();
                }));
    }

    /** @param part as Reddit calls it; @param field as our rules of words do */
    private List<Demand> words(String part, String field) {
        var code = "validation-" + part;
        return List.of(
                demand(part + "_text_min_length", 5, with(part, "Mossy"), with(part, "Moss"), part + "-short", code),
                demand(part + "_text_max_length", 4, with(part, "Möss"), with(part, "Mossy"), part + "-long", code),
                demand(
                        part + "_required_strings",
                        List.of("[Q]", "[A]"),
                        with(part, "[a] moss"),
                        with(part, "Moss"),
                        field + "-needs",
                        code),
                demand(
                        part + "_blacklisted_strings",
                        List.of("Sale"),
                        with(part, "sal e"),
                        with(part, "moss for sale"),
                        field + "-bans",
                        code),
                demand(
                        part + "_regexes",
                        List.of("^\\[", "\\?$"),
                        with(part, "Moss?"),
                        with(part, "Moss"),
                        field + "-pattern",
                        code));
    }

    private Delivery with(String part, String words) {
        return part.equals("title") ? post(words, "Fine.") : post("Fine", words);
    }

    private Delivery post(String title, String text) {
        return delivery("text", title, text, List.of(), Choice.of(STRICT));
    }

    private List<Demand> texts() {
        return List.of(demand(
                "body_restriction_policy",
                "notAllowed",
                image(""),
                image("Grows."),
                "body-unwanted",
                "validation-body"));
    }

    private Delivery image(String text) {
        return delivery("image", "Fern", text, List.of(files.png(40, 30)), Choice.of(STRICT));
    }

    /** The house knows no empty post, either. */
    @Test
    void aTextCanBeDemanded() {
        stage.site().open(STRICT);
        stage.site().demand(STRICT, Map.of("body_restriction_policy", "required"));

        taken(post("Moss", "x"));
        assertThat(errors(post("Moss", ""))).containsExactly("part.empty", "reddit.body-needed");
        refused(post("Moss", ""), "validation-body");
        taken(image(""));
    }

    private List<Demand> links() {
        var bans = Map.<String, Object>of(
                "link_restriction_policy", "blacklist", "domain_blacklist", List.of("bad.example"));
        var only = Map.<String, Object>of(
                "link_restriction_policy", "whitelist", "domain_whitelist", List.of("good.example"));
        return List.of(
                new Demand(
                        "domain_blacklist",
                        bans,
                        link("https://notbad.example/1"),
                        link("https://www.bad.example/1"),
                        "reddit.domain-banned",
                        "validation-link"),
                new Demand(
                        "domain_whitelist",
                        only,
                        link("https://www.good.example/1"),
                        link("https://other.example/1"),
                        "reddit.domain-unknown",
                        "validation-link"));
    }

    private Delivery link(String address) {
        return delivery(
                "link", "About soil", "Read it.", List.of(), Choice.of(STRICT).link(address));
    }

    private List<Demand> galleries() {
        var code = "validation-gallery";
        var plain = Choice.of(STRICT);
        var both = plain.pictureLinks("https://a.example/1", "https://a.example/2");
        var one = plain.pictureLinks("", "https://a.example/2");
        return List.of(
                demand("gallery_min_items", 3, gallery(3, "", plain), gallery(2, "", plain), "gallery-few", code),
                demand("gallery_max_items", 3, gallery(3, "", plain), gallery(4, "", plain), "gallery-many", code),
                demand(
                        "gallery_captions_requirement",
                        "required",
                        gallery(2, "A fern", plain),
                        gallery(2, "", plain),
                        "captions",
                        code),
                demand(
                        "gallery_captions_requirement",
                        "notAllowed",
                        gallery(2, "", plain),
                        gallery(2, "A fern", plain),
                        "captions-unwanted",
                        code),
                demand(
                        "gallery_urls_requirement",
                        "required",
                        gallery(2, "", both),
                        gallery(2, "", one),
                        "picture-links",
                        code),
                demand(
                        "gallery_urls_requirement",
                        "notAllowed",
                        gallery(2, "", plain),
                        gallery(2, "", one),
                        "picture-links-unwanted",
                        code));
    }

    private Delivery gallery(int count, String caption, Choice choice) {
        var pictures = new ArrayList<Media>();
        for (int i = 0; i < count; i++) {
            var file = files.png(40 + i, 30);
            pictures.add(new Media(
                    file.id(),
                    file.kind(),
                    file.type(),
                    file.bytes(),
                    file.width(),
                    file.height(),
                    0,
                    0,
                    0,
                    null,
                    file.name(),
                    caption));
        }
        return delivery("gallery", "Ferns", "", pictures, choice);
    }

    private List<Demand> flairs() {
        var choice = Choice.of(RedditSamples.STRICT);
        return List.of(new Demand(
                "is_flair_required",
                Map.of(),
                text("A bed of flowers", choice.flair("Flowers")),
                text("A bed of flowers", choice),
                "reddit.flair-needed",
                "validation-flair"));
    }

    private static Demand demand(String name, Object value, Delivery full, Delivery over, String finding, String code) {
        return new Demand(name + " " + value, Map.of(name, value), full, over, "reddit." + finding, code);
    }

    @Test
    void aLinkComesAgainOnlyWhenItIsOldEnough() {
        stage.site().open(STRICT);
        stage.site().demand(STRICT, Map.of("link_repost_age", 3));
        taken(link("https://a.example/soil"));

        assertThat(findings(link("https://a.example/soil")))
                .contains(Finding.info("reddit.repost-age", "options.link", "3", "r/strict_beds"));
        refused(link("https://a.example/soil"), "validation-link");
        stage.passes(java.time.Duration.ofDays(3));
        taken(link("https://a.example/soil"));
    }

    @Test
    void theRulesOfEverySubredditThatIsNamedAreReadWhoeverReadsThere() {
        var choice = Choice.of("/r/Gardening").flair("Flowers").also(new Also("u_mossy_corner", null, null));

        var findings = findings(text("A bed of flowers", choice));

        assertThat(findings)
                .containsExactly(
                        Finding.info(
                                "reddit.rules",
                                "options.subreddit",
                                "1. Be kind; 2. Show your own garden",
                                "r/Gardening"),
                        Finding.info(
                                "reddit.guidelines",
                                "options.subreddit",
                                "Say where you garden: the climate matters.",
                                "r/Gardening"));
        assertThat(stage.violations()).isEmpty();
    }

    @Test
    void whatRedditDoesNotShowIsFoundBeforeTheTimeComes() {
        assertThat(errors(text("Hello", Choice.of("nosuchplace")))).containsExactly("reddit.not-found");
        assertThat(errors(text("Hello", Choice.of("secretgreens")))).containsExactly("reddit.private");
        assertThat(errors(text("Hello", Choice.of("weeds")))).containsExactly("reddit.not-found");
        assertThat(errors(text("Hello", Choice.of("bonsaimasters")))).containsExactly("reddit.banned");
        assertThat(errors(text("Hello", Choice.of("two words")))).containsExactly("reddit.name");
    }

    @Test
    void demandsThatAreHiddenAreUncheckedAndThoseThatAreLateUnknown() {
        var hidden = demands("/post_requirements", 403, "{\"message\":\"Forbidden\",\"error\":403}");
        var account = session().account().with(Map.of(Subreddit.key(OPEN), hidden));
        assertThat(network.preflight(text("Hello", Choice.of(OPEN)), account))
                .extracting(Finding::rule)
                .containsExactly("reddit.not-checked");

        assertThat(catchThrowableOfType(NetworkException.class, () -> demands("/about", 503, ""))
                        .fault())
                .isInstanceOf(Fault.Unavailable.class);
        assertThat(catchThrowableOfType(NetworkException.class, () -> demands("/about/rules", 503, ""))
                        .fault())
                .isInstanceOf(Fault.Unavailable.class);
    }

    private String demands(String path, int status, String body) {
        Transport some = call -> call.uri().getPath().endsWith(path)
                ? new Reply(status, Map.of(), body.getBytes(StandardCharsets.UTF_8))
                : stage.transport().send(call);
        return network(some).demands().orElseThrow().demands(Subreddit.key(OPEN), session());
    }
}
