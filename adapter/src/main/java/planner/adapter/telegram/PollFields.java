package planner.adapter.telegram;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Given;
import planner.adapter.telegram.TelegramOptions.Answer;
import planner.adapter.telegram.TelegramOptions.Poll;
import planner.adapter.telegram.TelegramOptions.Revoting;
import planner.network.Delivery;

/** The parameters of sendPoll; what Telegram takes for granted is not sent. */
final class PollFields {
    private PollFields() {}

    static void add(Map<String, Object> fields, Delivery delivery, Poll poll, Map<String, Object> parseMode) {
        fields.put("question", delivery.text());
        prefixed(fields, "question_", parseMode);
        fields.put(
                "options",
                poll.answers().stream()
                        .map(answer -> Fields.of("text", answer.text()))
                        .toList());
        fields.put("is_anonymous", poll.anonymous());
        if (poll.quiz()) {
            quiz(fields, poll, parseMode);
        }
        flag(fields, "allows_multiple_answers", poll.multiple());
        if (poll.revoting() != Revoting.DEFAULT) {
            fields.put("allows_revoting", poll.revoting() == Revoting.ALLOWED);
        }
        flag(fields, "shuffle_options", poll.shuffle());
        flag(fields, "hide_results_until_closes", poll.hideResults());
        flag(fields, "allow_adding_options", poll.adding());
        flag(fields, "members_only", poll.membersOnly());
        if (!poll.countryCodes().isEmpty()) {
            fields.put("country_codes", poll.countryCodes());
        }
        if (!poll.description().isEmpty()) {
            fields.put("description", poll.description());
            prefixed(fields, "description_", parseMode);
        }
        var minutes = poll.openMinutes();
        if (minutes != null) {
            fields.put("open_period", Duration.ofMinutes(minutes).toSeconds());
        }
        Given.understood(poll.closesAt(), poll.closes(), "poll-closes")
                .ifPresent(closes -> fields.put("close_date", closes.getEpochSecond()));
    }

    private static void quiz(Map<String, Object> fields, Poll poll, Map<String, Object> parseMode) {
        fields.put("type", "quiz");
        fields.put("correct_option_ids", right(poll.answers()));
        if (!poll.explanation().isEmpty()) {
            fields.put("explanation", poll.explanation());
            prefixed(fields, "explanation_", parseMode);
        }
    }

    private static List<Integer> right(List<Answer> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).correct())
                .boxed()
                .toList();
    }

    private static void prefixed(Map<String, Object> fields, String prefix, Map<String, Object> parseMode) {
        parseMode.forEach((name, value) -> fields.put(prefix + name, value));
    }

    private static void flag(Map<String, Object> fields, String name, boolean on) {
        if (on) {
            fields.put(name, true);
        }
    }
}
