package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.adapter.contract.Cut;
import planner.adapter.contract.MiniWalk;
import planner.network.Delivery;

/** sendPoll in section 2.2 of the sheet. */
class TelegramPollTest extends TelegramStand {
    private static final String TWO = "'answers':[{'text':'Tea'},{'text':'Coffee'}]";
    private static final String QUIZ = "'answers':[{'text':'Tea','correct':true},{'text':'Coffee'}],'quiz':true";

    /** @param finding what preflight says of the second; Telegram itself refuses it, too */
    private record Limit(String name, Delivery full, Delivery over, String finding) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitThePollIsTakenAndOneOverIsRefused() {
        return Stream.of(answers(), texts(), ends(), voters())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).containsExactly(limit.finding());
                    refused(limit.over(), limit.finding().equals("telegram.markup-reserved") ? "markup" : "poll");
                }));
    }

    private List<Limit> answers() {
        return List.of(
                new Limit("most answers", many(12), many(13), "telegram.poll-answers"),
                new Limit("fewest answers", many(1), poll("'answers':[]"), "telegram.poll-answers"),
                new Limit(
                        "long answer",
                        poll("'answers':[{'text':'" + "🍵".repeat(100) + "'}]"),
                        poll("'answers':[{'text':'" + "🍵".repeat(101) + "'}]"),
                        "telegram.poll-answer"),
                new Limit(
                        "same answers",
                        poll(TWO),
                        poll("'answers':[{'text':'Tea'},{'text':' Tea '}]"),
                        "telegram.poll-same"));
    }

    private List<Limit> texts() {
        return List.of(
                new Limit(
                        "description",
                        poll(TWO + ",'description':'" + "é".repeat(1024) + "'"),
                        poll(TWO + ",'description':'" + "é".repeat(1025) + "'"),
                        "telegram.poll-description"),
                new Limit(
                        "explanation",
                        poll(QUIZ + ",'explanation':'" + "👍".repeat(200) + "'"),
                        poll(QUIZ + ",'explanation':'" + "👍".repeat(201) + "'"),
                        "telegram.poll-explanation"),
                new Limit(
                        "explanation after reading",
                        marked("'explanation':'*" + "a".repeat(200) + "*'"),
                        marked("'explanation':'*" + "a".repeat(201) + "*'"),
                        "telegram.poll-explanation"),
                new Limit(
                        "explanation's lines",
                        poll(QUIZ + ",'explanation':'a\\nb\\nc'"),
                        poll(QUIZ + ",'explanation':'a\\nb\\nc\\nd'"),
                        "telegram.poll-breaks"),
                new Limit(
                        "explanation's markup",
                        marked("'explanation':'a\\\\.'"),
                        marked("'explanation':'a.'"),
                        "telegram.markup-reserved"),
                new Limit(
                        "description's markup",
                        marked("'description':'a\\\\.'"),
                        marked("'description':'a.'"),
                        "telegram.markup-reserved"));
    }

    private List<Limit> ends() {
        return List.of(
                new Limit(
                        "most minutes",
                        poll(TWO + ",'openMinutes':43800"),
                        poll(TWO + ",'openMinutes':43801"),
                        "telegram.poll-minutes"),
                new Limit(
                        "fewest minutes",
                        poll(TWO + ",'openMinutes':1"),
                        poll(TWO + ",'openMinutes':0"),
                        "telegram.poll-minutes"),
                new Limit(
                        "two ends",
                        poll(TWO + ",'closesAt':'" + stage.now().plusSeconds(3600) + "'"),
                        poll(TWO + ",'openMinutes':5,'closesAt':'" + stage.now().plusSeconds(3600) + "'"),
                        "telegram.poll-two-ends"));
    }

    private List<Limit> voters() {
        return List.of(
                new Limit(
                        "countries",
                        poll(TWO + ",'countries':" + countries(12)),
                        poll(TWO + ",'countries':" + countries(13)),
                        "telegram.poll-countries"),
                new Limit(
                        "country",
                        poll(TWO + ",'countries':'FT'"),
                        poll(TWO + ",'countries':'pl'"),
                        "telegram.poll-country"),
                new Limit(
                        "anonymous in a channel",
                        poll(TWO + ",'anonymous':true"),
                        poll(TWO + ",'anonymous':false"),
                        "telegram.poll-anonymous"),
                new Limit("answers added", poll(TWO), poll(TWO + ",'adding':true"), "telegram.poll-adding"),
                new Limit("quiz without a right answer", poll(QUIZ), poll(TWO + ",'quiz':true"), "telegram.poll-right"),
                new Limit(
                        "quiz with two right answers",
                        poll(right(true)),
                        poll(right(false)),
                        "telegram.poll-right-many"));
    }

    private Delivery many(int answers) {
        return poll(IntStream.range(0, answers)
                .mapToObj(i -> "{'text':'Answer " + i + "'}")
                .collect(Collectors.joining(",", "'answers':[", "]")));
    }

    private Delivery marked(String text) {
        return delivery(
                "poll",
                "Which one",
                List.of(),
                Choices.of("{'textFormat':'MARKDOWN_V2','poll':{" + QUIZ + "," + text + "}}"));
    }

    private static String countries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "A" + (char) ('A' + i))
                .collect(Collectors.joining(", ", "'", "'"));
    }

    private static String right(boolean multiple) {
        return "'answers':[{'text':'Tea','correct':true},{'text':'Coffee','correct':true}],'quiz':true,'multiple':"
                + multiple;
    }

    /** The end is measured from the moment of posting. */
    @Test
    void aPollClosesAfterItsPostingAndWithinAMonth() {
        assertThat(errors(poll(closes(5)))).isEmpty();
        taken(poll(closes(2_628_000)));
        for (int wrong : List.of(-60, 4, 2_628_001)) {
            assertThat(errors(poll(closes(wrong)))).containsExactly("telegram.poll-closes");
        }
        refused(poll(closes(-60)), "poll");
        refused(poll(closes(2_628_100)), "poll");
        assertThat(errors(poll(TWO + ",'closesAt':'tomorrow'"))).containsExactly("telegram.poll-closes-form");
        assertThat(errors(poll(TWO + ",'closesAt':'2026-12-24T18:00'"))).containsExactly("telegram.poll-closes-form");
        refused(poll(TWO + ",'closesAt':'2026-12-24T18:00'"), "poll-closes");
    }

    private String closes(long seconds) {
        return TWO + ",'closesAt':'" + stage.now().plusSeconds(seconds) + "'";
    }

    @Test
    void aGroupMayKnowWhoVotedAndAddAnswersButNotChooseVoters() {
        where = GROUP;
        taken(poll(TWO + ",'anonymous':false,'adding':true"));

        assertThat(errors(poll(TWO + ",'anonymous':false,'adding':true,'quiz':true")))
                .containsExactlyInAnyOrder("telegram.poll-adding", "telegram.poll-right");
        for (var limited : List.of("'membersOnly':true", "'countries':'PL'")) {
            assertThat(errors(poll(TWO + "," + limited))).containsExactly("telegram.poll-channel");
            refused(poll(TWO + "," + limited), "poll");
        }
    }

    @Test
    void aPollWithoutAnswersIsNone() {
        assertThat(errors(delivery("poll", "Which one?", List.of(), Choices.plain())))
                .containsExactly("telegram.poll-answers");
        assertThat(errors(poll("'answers':[{'text':' '}]"))).containsExactly("telegram.poll-answer");
        refused(poll("'answers':[{'text':' '}]"), "text-empty");
    }

    @Test
    void marksOfAQuizWithoutOneAreAMistake() {
        assertThat(errors(poll("'answers':[{'text':'Tea','correct':true}]"))).containsExactly("telegram.poll-no-quiz");
        assertThat(warnings(poll(TWO + ",'explanation':'x'"))).containsExactly("telegram.poll-unexplained");
        assertThat(taken(poll(TWO + ",'explanation':'x'")).form().fields()).doesNotContainKeys("explanation", "type");
    }

    @Test
    void theQuestionIsReadLikeAnyTextButShownPlain() {
        var loud = delivery(
                "poll", "*Tea\\?*", List.of(), Choices.of("{'textFormat':'MARKDOWN_V2','poll':{" + TWO + "}}"));

        assertThat(warnings(loud)).containsExactly("telegram.poll-markup");
        taken(loud);
        assertThat(stage.visible()).containsExactly("Tea?");
        var bare =
                delivery("poll", "Tea?!", List.of(), Choices.of("{'textFormat':'MARKDOWN_V2','poll':{" + TWO + "}}"));
        assertThat(errors(bare)).containsExactly("telegram.markup-reserved");
        refused(bare, "markup");
    }

    @ParameterizedTest
    @CsvSource({"DEFAULT, ''", "ALLOWED, true", "FORBIDDEN, false"})
    void votesMayBeChangedAsChosen(String revoting, String sent) {
        var form = taken(poll(TWO + ",'revoting':'" + revoting + "'")).form();

        assertThat(form.get("allows_revoting")).isEqualTo(sent);
        assertThat(form.get("options")).isEqualTo("[{\"text\":\"Tea\"},{\"text\":\"Coffee\"}]");
    }

    /** Nobody can be asked what became of a poll, either. */
    @Test
    void aCutPollIsLeftToAPersonAndNeverSentTwice() {
        var walked = walked(poll(TWO), Map.of(0, Cut.ANSWER_LOST));

        assertThat(walked.end()).isInstanceOf(MiniWalk.End.Unconfirmed.class);
        assertThat(walked.methods()).containsExactly("sendPoll");
        assertThat(stage.visible()).hasSize(1);
    }
}
