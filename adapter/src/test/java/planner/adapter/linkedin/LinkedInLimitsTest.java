package planner.adapter.linkedin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.adapter.linkedin.LinkedInOptions.Length;
import planner.adapter.linkedin.LinkedInOptions.Poll;
import planner.adapter.linkedin.LinkedInOptions.Visibility;
import planner.network.Delivery;
import planner.network.Finding;
import planner.network.Media;
import planner.network.MediaDetails;
import planner.network.MediaKind;
import planner.network.NetworkException;
import planner.network.Outcome;
import planner.simulator.media.SampleMedia;

/** Section 4 of the sheet: at each limit the post is taken; one over is refused by preflight and by LinkedIn. */
class LinkedInLimitsTest extends LinkedInStand {
    private static final int SMALLEST = 76_800;
    private static final long LARGEST = 500_000_000;
    private static final String FAILED = "MEDIA_ASSET_PROCESSING_FAILED";
    private static final String LONG = "FIELD_LENGTH_TOO_LONG";

    /** @param finding what preflight says of the second; @param code what LinkedIn says */
    private record Limit(String name, Delivery full, Delivery over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitThePostIsTakenAndOneOverIsRefused() {
        return Stream.of(pictures(), films(), words(), polls())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).contains(limit.finding());
                    refused(limit.over(), limit.code());
                }));
    }

    private List<Limit> pictures() {
        return List.of(
                new Limit(
                        "pixels",
                        delivery("image", List.of(sized(6_000, 6_025))),
                        delivery("image", List.of(sized(6_016, 6_010))),
                        "media.resolution",
                        FAILED),
                new Limit(
                        "most images",
                        delivery("multi-image", many(20)),
                        delivery("multi-image", many(21)),
                        "media.too-many",
                        "INVALID_VALUE_FOR_FIELD"),
                new Limit(
                        "least images",
                        delivery("multi-image", many(2)),
                        delivery("multi-image", many(1)),
                        "media.too-few",
                        "INVALID_VALUE_FOR_FIELD"),
                new Limit(
                        "type of an image",
                        delivery("image", List.of(FILES.png(300, 300, ""))),
                        delivery("image", List.of(webp())),
                        "media.type",
                        FAILED));
    }

    /** A picture whose header names these sides: who decodes it is disappointed. */
    private static Media sized(int width, int height) {
        var content = SampleMedia.png(10, 10);
        ByteBuffer.wrap(content).putInt(16, width).putInt(20, height);
        return FILES.file(MediaKind.IMAGE, "image/png", "wide.png", content, width, height);
    }

    private static Media webp() {
        var content = "RIFF____WEBPVP8 0123456789012345".getBytes(StandardCharsets.US_ASCII);
        return FILES.file(MediaKind.IMAGE, "image/webp", "new.webp", content, 300, 300);
    }

    private static List<Media> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FILES.jpeg(200 + i, 200, ""))
                .toList();
    }

    private List<Limit> films() {
        return List.of(
                film("short", film(640, 360, 3_000), film(640, 360, 2_900), "media.seconds"),
                film("long", film(640, 360, 1_800_000), film(640, 360, 1_801_000), "media.seconds"),
                film("flat", film(240, 100, 4_000), film(241, 100, 4_000), "media.aspect"),
                film("slim", film(100, 240, 4_000), film(100, 241, 4_000), "media.aspect"),
                film("codec", film(640, 360, 4_000), film(640, 360, 4_000, "hvc1", SMALLEST), "media.codec"),
                new Limit(
                        "small video",
                        delivery("video", List.of(film(640, 360, 4_000, "avc1", SMALLEST))),
                        delivery("video", List.of(film(640, 360, 4_000, "avc1", SMALLEST - 1))),
                        "linkedin.video-small",
                        "INVALID_VALUE_FOR_FIELD"));
    }

    private Limit film(String name, Media full, Media over, String finding) {
        return new Limit(
                name + " video", delivery("video", List.of(full)), delivery("video", List.of(over)), finding, FAILED);
    }

    private static Media film(int width, int height, long millis) {
        return film(width, height, millis, "avc1", SMALLEST);
    }

    private List<Limit> words() {
        return List.of(
                new Limit("alt", described(4_086), described(4_087), "alt.too-long.utf16", LONG),
                new Limit("title of a document", paper(400), paper(401), "title.too-long.utf16", LONG),
                new Limit("a document without title", paper(1), paper(0), "title.too-short", "MISSING_FIELD"),
                new Limit("title of a card", card(400), card(401), "title.too-long.utf16", LONG));
    }

    private Delivery described(int length) {
        var item = FILES.jpeg(320, 200, "a".repeat(length));
        return delivery("image", List.of(item));
    }

    private Delivery paper(int length) {
        return delivery(
                "document", "a".repeat(length), "Read", List.of(LinkedInSamples.document()), LinkedInSamples.plain());
    }

    private Delivery card(int length) {
        return delivery(
                "article",
                "a".repeat(length),
                "Read",
                List.of(),
                LinkedInSamples.article("https://example.com/", "How", FILES.png(240, 300, "")));
    }

    private List<Limit> polls() {
        return List.of(
                poll(
                        "question",
                        "q".repeat(140),
                        List.of("a", "b"),
                        "q".repeat(141),
                        List.of("a", "b"),
                        "question",
                        LONG),
                poll("choice", "q", List.of("a".repeat(30), "b"), "q", List.of("a".repeat(31), "b"), "choice", LONG),
                poll("most", "q", choices(4), "q", choices(5), "choices", "INVALID_VALUE_FOR_FIELD"),
                poll("least", "q", choices(2), "q", choices(1), "choices", "INVALID_VALUE_FOR_FIELD"),
                poll("empty", "quite empty", choices(2), "", choices(2), "question", "INVALID_VALUE_BLANK_FIELD"));
    }

    private static List<String> choices(int count) {
        return IntStream.range(0, count).mapToObj(i -> "choice " + i).toList();
    }

    private Limit poll(
            String name,
            String question,
            List<String> full,
            String questionOver,
            List<String> over,
            String finding,
            String code) {
        return new Limit(
                "poll " + name, asked(question, full), asked(questionOver, over), "linkedin.poll-" + finding, code);
    }

    private Delivery asked(String question, List<String> options) {
        return delivery(
                "poll", "", "Tell us", List.of(), LinkedInSamples.poll(new Poll(question, options, Length.ONE_DAY)));
    }

    /** Nothing is uploaded here: LinkedIn already looks at the announced size. */
    @Test
    void aVideoHasFiveHundredMegabytes() {
        var full = delivery("video", List.of(announced(LARGEST)));
        var over = delivery("video", List.of(announced(LARGEST + 1)));

        assertThat(errors(full)).isEmpty();
        assertThat(errors(over)).containsExactly("media.bytes");
        assertThat(registered(full))
                .isInstanceOfSatisfying(
                        Outcome.Next.class,
                        next -> assertThat(((At.Pieces) next.step()).film().pieces())
                                .hasSize(120)
                                .last()
                                .satisfies(piece -> assertThat(piece.last()).isEqualTo(LARGEST - 1)));
        assertThatThrownBy(() -> registered(over)).isInstanceOf(NetworkException.class);
    }

    private Outcome<At> registered(Delivery delivery) {
        var publisher = publisher(stage.transport());
        return publisher.perform(publisher.first(delivery), delivery, page());
    }

    private static Media announced(long bytes) {
        return new Media(
                UUID.randomUUID(), MediaKind.VIDEO, "video/mp4", bytes, 640, 360, 60, 30, 0, "h264", "long.mp4", "");
    }

    /** No size is published: the limit of images is ours, and LinkedIn may refuse less. */
    @Test
    void aLargeImageIsWarnedOfAndAVeryLargeOneRefused() {
        assertThat(rules(weighing(10_000_000))).isEmpty();
        assertThat(rules(weighing(10_000_001))).containsExactly("linkedin.image-large");
        assertThat(errors(weighing(20_000_000))).isEmpty();
        assertThat(errors(weighing(20_000_001))).containsExactly("media.bytes");
    }

    private Delivery weighing(long bytes) {
        return delivery(
                "image",
                List.of(new Media(
                        UUID.randomUUID(),
                        MediaKind.IMAGE,
                        "image/jpeg",
                        bytes,
                        900,
                        900,
                        0,
                        0,
                        0,
                        null,
                        "a.jpg",
                        "")));
    }

    private List<String> rules(Delivery delivery) {
        return findings(delivery, page()).stream().map(Finding::rule).toList();
    }

    @Test
    void documentsHaveAHundredMegabytesAndFiveTypes() {
        for (var type : List.of(
                "application/pdf",
                "application/msword",
                "application/vnd.ms-powerpoint",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation")) {
            assertThat(errors(delivery("document", List.of(file(type, 100_000_000)))))
                    .isEmpty();
        }
        assertThat(errors(delivery("document", List.of(file("application/pdf", 100_000_001)))))
                .containsExactly("media.bytes");
        assertThat(errors(delivery("document", List.of(file("text/plain", 10)))))
                .containsExactly("media.type");
    }

    @Test
    void aDocumentIsWarnedOfItsPagesWhereNobodyCountedThem() {
        assertThat(rules(delivery("document", List.of(file("application/pdf", 10)))))
                .containsExactly("linkedin.document-pages");
        assertThat(rules(delivery("document", List.of(counted(300))))).isEmpty();
        assertThat(rules(delivery("document", List.of(counted(301))))).containsExactly("media.pages");
    }

    private static Media counted(int pages) {
        var details = new MediaDetails(0, null, 0, 0, null, null, false, false, false, true, pages);
        return new Media(
                UUID.randomUUID(),
                MediaKind.DOCUMENT,
                "application/pdf",
                10,
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                "file",
                "",
                details);
    }

    private static Media file(String type, long bytes) {
        return new Media(UUID.randomUUID(), MediaKind.DOCUMENT, type, bytes, 0, 0, 0, 0, 0, null, "file", "");
    }

    @Test
    void aDocumentOfMoreThanThreeHundredPagesIsRefusedByLinkedIn() {
        taken(delivery("document", List.of(pages(300))));
        refused(delivery("document", List.of(pages(301))), FAILED);
    }

    private static Media pages(int count) {
        var pdf = "%PDF-1.4\n" + String.join("\n", Collections.nCopies(count, "<< /Type /Page /Parent 1 0 R >>"));
        return FILES.file(
                MediaKind.DOCUMENT, "application/pdf", "long.pdf", pdf.getBytes(StandardCharsets.US_ASCII), 0, 0);
    }

    /** A comment that LinkedIn refuses never fails the post, so only preflight stops it. */
    @Test
    void aFirstCommentHasTwelveHundredAndFiftyCharacters() {
        taken(commented(1_250));
        assertThat(errors(commented(1_251))).containsExactly("linkedin.comment-long");
        assertThat(walked(commented(1_251)).post().note()).startsWith("the first comment was refused");
    }

    private Delivery commented(int length) {
        return delivery("text", "", "Post of " + length, List.of(), LinkedInSamples.commented("a".repeat(length)));
    }

    @Test
    void aPageSpeaksToEveryone() {
        var shy = delivery("text", "", "Shy", List.of(), LinkedInSamples.seenBy(Visibility.CONNECTIONS));

        assertThat(errors(shy)).containsExactly("linkedin.page-visibility");
        refused(shy, "INVALID_VALUE_FOR_FIELD");
        assertThat(findings(shy, member())).isEmpty();
    }

    @Test
    void aMentionCountsAsItsNameAndAHashtagIsSentLonger() {
        var mention = "@[Zielony Kąt](urn:li:organization:2414183)";
        taken(text(mention + "a".repeat(3_000 - 11)));
        assertThat(errors(text(mention + "a".repeat(3_000 - 10)))).containsExactly("text.too-long.weighted");
        assertThat(rules(text("#tag " + "a".repeat(2_990)))).containsExactly("linkedin.text-escaped");
    }

    @Test
    void whatAnArticleAndAReshareNeed() {
        assertThat(errors(delivery("article", "T", "No link", List.of(), LinkedInSamples.plain())))
                .containsExactly("linkedin.article-link");
        assertThat(errors(delivery(
                        "article", "T", "Text", List.of(), LinkedInSamples.article("ftp://example.com", "d", null))))
                .containsExactly("linkedin.article-address");
        assertThat(errors(delivery("text", "", "Text", List.of(), LinkedInSamples.reshare("https://example.com"))))
                .containsExactly("linkedin.reshare");
        refused(delivery("text", "", "Text", List.of(), LinkedInSamples.reshare("https://example.com")), "reshare");
    }

    @Test
    void aLanguageOfNoCaptionsIsPointedOut() {
        var film = List.of(film(640, 360, 4_000));

        assertThat(rules(delivery("video", "", "V", film, LinkedInSamples.film(null, null))))
                .containsExactly("linkedin.captions-none");
        assertThat(rules(delivery("video", "", "V", film, LinkedInSamples.plain())))
                .isEmpty();
    }

    @Test
    void extrasMustBeFilesOfTheirKind() {
        var film = List.of(film(640, 360, 4_000));
        var gif = file("image/gif", 100);

        assertThat(errors(delivery("video", "", "V", film, LinkedInSamples.film(gif, null))))
                .containsExactly("linkedin.thumbnail-type");
        assertThat(errors(delivery("video", "", "V", film, LinkedInSamples.film(null, gif))))
                .containsExactly("linkedin.captions-type");
        assertThat(errors(delivery(
                        "article",
                        "T",
                        "A",
                        List.of(),
                        LinkedInSamples.article("https://example.com/", "d", sized(6_016, 6_010)))))
                .containsExactly("linkedin.thumbnail-large");
    }

    @Test
    void aPostAfterTheEndOfTheVersionIsWarnedOf() {
        var late = new Delivery(
                UUID.randomUUID(),
                Instant.parse("2027-09-15T08:00:00Z"),
                "text",
                "",
                List.of(new Delivery.Part("Late", List.of())),
                LinkedInSamples.plain());

        assertThat(rules(late)).containsExactly("linkedin.version");
    }
}
