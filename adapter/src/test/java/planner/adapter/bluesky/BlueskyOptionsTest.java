package planner.adapter.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.adapter.contract.MiniWalk;
import planner.adapter.contract.Sample;
import planner.adapter.contract.TestFiles;
import planner.network.ChoiceReader.Choice;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Option;

/** What the options take, and that the network takes exactly as much. */
class BlueskyOptionsTest extends BlueskyStand {
    private static final String SUPPLIERS = BlueskySamples.LIST.replace("3ladaregulars", "3ladasupplier");
    private static final String POLISH = "{'captionsLang':'pl'}";
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    /** What a stored delivery of an older version does not have. */
    @Test
    void absentMeansTheDefault() {
        assertThat(BlueskySamples.options("{}")).isEqualTo(BlueskyOptions.plain());
        assertThat(BlueskySamples.options("{'langs':['pl'],'linkCard':false,'label':'NUDITY'}")
                        .labels())
                .containsExactly("nudity");
    }

    /** "May be an empty string, if there are embeds." */
    @Test
    void aQuoteNeedsNoWords() {
        var quote = BlueskySamples.options("{'quote':'" + BlueskySamples.GREETING + "'}");
        var silent = new Delivery(
                UUID.randomUUID(),
                stage.now().truncatedTo(ChronoUnit.SECONDS),
                "post",
                "",
                List.of(new Part("", List.of())),
                quote);

        assertThat(errors(silent)).isEmpty();
        assertThat(walked(silent, Map.of()).end()).isInstanceOf(MiniWalk.End.Published.class);
        assertThat(errors(new Delivery(
                        silent.id(), silent.scheduledAt(), "post", "", List.of(silent.part(), silent.part()), quote)))
                .containsExactly("part.empty text");
    }

    /** @param code what Bluesky says to one more */
    private record Limit(String name, String full, String over, List<String> findings, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitThePostIsTakenAndOneOverIsRefused() {
        return Stream.of(
                        new Limit(
                                "graphemes of a tag",
                                tags("a".repeat(64)),
                                tags("a".repeat(65)),
                                List.of("tag.graphemes options.tags 64 65"),
                                "record"),
                        // 25 bytes each: 25 of them and 15 letters are 640 bytes, but only 40 graphemes
                        new Limit(
                                "bytes of a tag",
                                tags(FAMILY.repeat(25) + "a".repeat(15)),
                                tags(FAMILY.repeat(25) + "a".repeat(16)),
                                List.of("tag.bytes options.tags 640 641"),
                                "record"),
                        new Limit(
                                "rules of who can reply",
                                chosen(List.of("MENTIONED", "FOLLOWERS", "FOLLOWED"), lists(2)),
                                chosen(List.of("MENTIONED", "FOLLOWERS", "FOLLOWED"), lists(3)),
                                List.of("replies.too-many options.replies 5 6"),
                                "record"))
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    assertThat(errors(limit.full())).isEmpty();
                    assertThat(walked(limit.full(), "Moss").end()).isInstanceOf(MiniWalk.End.Published.class);
                    assertThat(errors(limit.over())).isEqualTo(limit.findings());
                    walked(limit.over(), "Moss").end().isRefused(limit.code());
                }));
    }

    /** The editor stops at what the annotation says; beyond it the network refuses. */
    @ParameterizedTest
    @CsvSource({"langs, 3", "tags, 8"})
    void aListEndsWhereTheLexiconEndsIt(String name, int most) {
        assertThat(most(name)).containsExactly((long) most);
        assertThat(walked(list(name, most), "Moss").end()).isInstanceOf(MiniWalk.End.Published.class);
        walked(list(name, most + 1), "Moss").end().isRefused("record");
    }

    private static Stream<Long> most(String name) {
        return Stream.of(BlueskyOptions.class.getRecordComponents())
                .filter(it -> it.getName().equals(name))
                .map(it -> it.getAnnotation(Option.class).max());
    }

    private static String list(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'a" + (char) ('a' + i) + "'")
                .collect(Collectors.joining(",", "{'" + name + "':[", "]}"));
    }

    private static String tags(String tag) {
        return "{'tags':['" + tag + "']}";
    }

    private static String chosen(List<String> repliers, List<String> lists) {
        return "{'replies':'CHOSEN','repliers':" + array(repliers) + ",'replyLists':" + array(lists) + "}";
    }

    private static String array(List<String> texts) {
        return texts.stream().collect(Collectors.joining("','", "['", "']")).replace("['']", "[]");
    }

    private static List<String> lists(int count) {
        var muted = SUPPLIERS.replace("3ladasupplier", "3ladamutedone");
        return List.of(BlueskySamples.LIST, SUPPLIERS, muted).subList(0, count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'langs':['english']}                                 | language options.langs BCP 47 english",
                "{'quote':'bread'}                                     | post-address options.quote  bread",
                "{'replyTo':'https://bsky.app/profile/ada.test'}       | post-address options.replyTo  https://bsky.app/profile/ada.test",
                "{'replies':'CHOSEN'}                                  | replies.none-chosen options.replies",
                "{'repliers':['FOLLOWERS']}                            | replies.not-by-choice options.replies",
                "{'replies':'NOBODY','repliers':['FOLLOWERS']}         | replies.not-by-choice options.replies",
                "{'replies':'CHOSEN','replyLists':['at://did:plc:a/x/1']} | replies.list options.replyLists  at://did:plc:a/x/1",
                "{'replies':'NOBODY','replyTo':'at://did:plc:a/app.bsky.feed.post/3k'} | replies.on-reply options.replies"
            })
    void whatDoesNotGoTogetherIsFoundBefore(String options, String finding) {
        assertThat(errors(options)).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "https://bsky.app/profile/Alice.test/post/3kabc,              alice.test",
        "https://bsky.app/profile/@alice.test/post/3kabc/,            alice.test",
        "https://bsky.app/profile/did:plc:asdf123/post/3kabc?ref=x#y, did:plc:asdf123",
        "https://bsky.app/profile/did%3Aplc%3Aasdf123/post/3kabc,     did:plc:asdf123",
        "http://127.0.0.1:8081/bluesky/web/profile/a.test/post/3kabc, a.test",
        "at://did:plc:asdf123/app.bsky.feed.post/3kabc,               did:plc:asdf123",
        "at://alice.test/app.bsky.feed.post/3kabc,                    alice.test"
    })
    void anAddressNamesAPost(String pasted, String owner) {
        assertThat(PostAddress.of(pasted)).contains(new PostAddress(owner, "3kabc"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3kabc",
                "https://bsky.app/profile/alice.test",
                "https://bsky.app/profile/alice/post/3kabc",
                "https://bsky.app/profile/alice.test/post/",
                "https://bsky.app/profile/alice.test/post/3k abc",
                "https://bsky.app/profile/alice.test/lists/3kabc",
                "at://alice.test/app.bsky.graph.list/3kabc",
                "at://alice.test/app.bsky.feed.post/3kabc/more",
                "javascript://bsky.app/profile/alice.test/post/3kabc"
            })
    void whatNamesNoPostIsNoAddress(String pasted) {
        assertThat(PostAddress.of(pasted)).isEmpty();
    }

    @Test
    void severalLabelsAreGivenEachOnce() {
        var walked = walked("{'label':'PORN','moreLabels':['GRAPHIC_MEDIA','PORN','NUDITY']}", "Moss");

        assertThat(walked.written().at("/record/labels/values").findValuesAsString("val"))
                .containsExactly("porn", "graphic-media", "nudity");
    }

    @Test
    void tagsAreSentWithoutTheirSignAndOnlyWithTheFirstPost() {
        var walked = walked("{'tags':['#rye',' bread ','＃rye','']}", "Moss", "More");

        assertThat(walked.wire().sent().getFirst().text()).contains("\"tags\":[\"rye\",\"bread\"]");
        assertThat(walked.written().at("/record").has("tags")).isFalse();
    }

    @Test
    void captionsHaveTwentyThousandBytes() {
        assertThat(most("captions")).containsExactly(20_000L);
        assertThat(walked(filmed(BlueskySamples.captioned(POLISH, 20_000)), Map.of())
                        .end())
                .isInstanceOf(MiniWalk.End.Published.class);
        walked(filmed(BlueskySamples.captioned(POLISH, 20_001)), Map.of()).end().isRefused("media");
    }

    @Test
    void captionsNeedAVideoAndALanguage() {
        var silent = Sample.of("silent", "post", "Moss", List.of(), BlueskySamples.captioned(POLISH, 100));

        assertThat(errors(silent.delivery(UUID.randomUUID(), stage.now())))
                .containsExactly("captions.no-video options.captions");
        assertThat(errors(filmed(BlueskySamples.captioned("{}", 100))))
                .containsExactly("captions.language options.captionsLang");
    }

    @Test
    void aLanguageOfNoCaptionsIsPointedOut() {
        var account = session().account();

        assertThat(network().preflight(delivery(POLISH, "Moss"), account))
                .containsExactly(Finding.warning("captions.none", "options.captionsLang", "", ""));
        assertThat(network().preflight(delivery("{}", "Moss"), account)).isEmpty();
    }

    private Delivery filmed(BlueskyOptions options) {
        var video = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), "");
        return Sample.of("film", "post", "Moss", List.of(video), options)
                .delivery(UUID.randomUUID(), stage.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A text that comes later has the second video: the extras stay with the first. */
    @Test
    void captionsBelongToTheFirstVideoOfAThread() {
        var video = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), "");
        var parts =
                List.of(new Part("One", List.of()), new Part("Two", List.of(video)), new Part("Three", List.of(video)));
        var sample = Sample.thread("films", "post", parts, BlueskySamples.captioned(POLISH, 100));

        var walked = walked(sample.delivery(UUID.randomUUID(), stage.now().truncatedTo(ChronoUnit.SECONDS)), Map.of());

        assertThat(walked.wire().sent().stream()
                        .filter(sent -> sent.call().uri().getPath().endsWith("putRecord"))
                        .map(sent -> sent.text().contains("\"captions\"")))
                .containsExactly(false, true, false);
    }

    @Test
    void onesOwnListsOfPeopleAreOffered() {
        var choices = network().choices().orElseThrow();

        assertThat(choices.choices(BlueskyChoices.LISTS, Map.of(), session()))
                .containsExactlyInAnyOrder(
                        new Choice(BlueskySamples.LIST, "Regulars", true), new Choice(SUPPLIERS, "Suppliers", true));
    }
}
