package planner.adapter.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import planner.adapter.contract.TestFiles;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Finding;
import planner.network.Finding.Severity;
import planner.network.Media;

class ThreadsRulesTest {
    private static final List<Media> PICTURE = List.of(TestFiles.FILES.jpeg(320, 400, ""));

    private static List<Finding> findings(String text, List<Media> media, ThreadsOptions options) {
        return ThreadsRules.check(
                new Delivery(UUID.randomUUID(), Instant.EPOCH, "post", "", List.of(new Part(text, media)), options));
    }

    private static List<String> rules(String text, List<Media> media, ThreadsOptions options) {
        return findings(text, media, options).stream().map(Finding::rule).toList();
    }

    @Test
    void aPlainPostHasNoFindings() {
        assertThat(findings("Bread #tea", List.of(), ThreadsSamples.plain())).isEmpty();
    }

    @Test
    void onlyOneTopicIsShown() {
        assertThat(findings("Bread #tea", List.of(), ThreadsSamples.about("#cake")))
                .containsExactly(Finding.warning("threads.topic-twice", "options.topic", "1", "2"));
        assertThat(findings("#bread #tea", List.of(), ThreadsSamples.plain()))
                .containsExactly(Finding.warning("threads.one-topic", "text", "1", "2"));
    }

    @Test
    void whatIsForTextsAloneIsRefusedBesideMedia() {
        assertThat(rules("Look", PICTURE, ThreadsSamples.polled("Yes", "No"))).containsExactly("threads.no-media");
        assertThat(rules("Look", PICTURE, ThreadsSamples.moving("abc"))).containsExactly("threads.no-media");
        assertThat(rules("Look", PICTURE, ThreadsSamples.linked("https://lipa.example/")))
                .containsExactly("threads.no-media");
    }

    @Test
    void onlyOneAttachmentFits() {
        var both = new ThreadsOptions(
                null, null, null, "https://lipa.example/", List.of("Yes", "No"), null, null, null, null, null, null);

        assertThat(rules("Tea?", List.of(), both)).containsExactly("threads.one-attachment");
    }

    @Test
    void aPollsAnswersDiffer() {
        assertThat(rules("Tea?", List.of(), ThreadsSamples.polled("Yes", " Yes")))
                .containsExactly("threads.poll-same");
    }

    @Test
    void aLinkIsAWebAddress() {
        assertThat(rules("See", List.of(), ThreadsSamples.linked("lipa"))).containsExactly("threads.link-address");
        assertThat(rules("See", List.of(), ThreadsSamples.linked("ftp://lipa.example/x")))
                .containsExactly("threads.link-address");
        assertThat(rules("See", List.of(), ThreadsSamples.linked("https://a b")))
                .contains("threads.link-address");
    }

    @Test
    void hiddenWordsStandInTheText() {
        assertThat(findings("Ada did it", List.of(), ThreadsSamples.hiding("Jan")))
                .containsExactly(Finding.error("threads.spoiler-absent", "options.spoilers", "", "Jan"));
        assertThat(findings("😀 Ada did it", List.of(), ThreadsSamples.hiding("Ada")))
                .extracting(Finding::severity)
                .containsExactly(Severity.WARNING);
        assertThat(rules("No media", List.of(), ThreadsSamples.hidden())).containsExactly("threads.spoiler-no-media");
    }

    @Test
    void theFirstCommentIsATextLikeAnyOther() {
        assertThat(rules("Bread", List.of(), ThreadsSamples.commented("👩‍🚀".repeat(46))))
                .containsExactly("threads.comment-long");
        assertThat(rules(
                        "Bread",
                        List.of(),
                        ThreadsSamples.commented("https://a.example/1 https://a.example/2 https://a.example/3 "
                                + "https://a.example/4 https://a.example/5 https://a.example/6")))
                .containsExactly("threads.comment-links");
    }
}
