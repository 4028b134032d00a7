package planner.adapter.telegram;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.telegram.TelegramOptions.Answer;
import planner.adapter.telegram.TelegramOptions.Poll;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Finding;

/** What a poll needs and what does not go together. */
final class PollRules {
    private static final String POLL = "options.poll";
    private static final String CHANNEL = "channel";
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private PollRules() {}

    static void check(Delivery delivery, Account account, List<Finding> findings) {
        var options = TelegramOptions.of(delivery);
        var question = TelegramText.of(delivery.text(), options.textFormat());
        if (question.problem() == null && question.marks() > question.emoji()) {
            findings.add(Finding.warning("telegram.poll-markup", "text", "", ""));
        }
        var poll = options.poll();
        answers(poll, findings);
        if (poll != null) {
            texts(poll, options, findings);
            quiz(poll, findings);
            end(poll, delivery, findings);
            voters(poll, account.details().getOrDefault("type", ""), findings);
        }
    }

    private static void answers(@Nullable Poll poll, List<Finding> findings) {
        var answers = poll == null ? List.<Answer>of() : poll.answers();
        if (answers.size() < TelegramCapabilities.ANSWERS_LEAST || answers.size() > TelegramCapabilities.ANSWERS_MOST) {
            findings.add(Finding.error(
                    "telegram.poll-answers",
                    POLL,
                    TelegramCapabilities.ANSWERS_LEAST + "-" + TelegramCapabilities.ANSWERS_MOST,
                    "" + answers.size()));
        }
        var seen = new HashSet<String>();
        for (var answer : answers) {
            int length = answer.text().codePointCount(0, answer.text().length());
            if (length == 0 || length > TelegramCapabilities.ANSWER) {
                findings.add(
                        Finding.error("telegram.poll-answer", POLL, "1-" + TelegramCapabilities.ANSWER, "" + length));
            } else if (!seen.add(answer.text())) {
                findings.add(Finding.error("telegram.poll-same", POLL, "", answer.text()));
            }
        }
    }

    private static void texts(Poll poll, TelegramOptions options, List<Finding> findings) {
        var description = TelegramText.of(poll.description(), options.textFormat());
        TelegramRules.markup(description, POLL, findings);
        TelegramRules.tooLong(
                description, "telegram.poll-description", POLL, TelegramCapabilities.DESCRIPTION, findings);
        if (!poll.quiz()) {
            return;
        }
        var explanation = TelegramText.of(poll.explanation(), options.textFormat());
        TelegramRules.markup(explanation, POLL, findings);
        TelegramRules.tooLong(
                explanation, "telegram.poll-explanation", POLL, TelegramCapabilities.EXPLANATION, findings);
        long breaks = explanation.shown().strip().chars().filter(c -> c == '\n').count();
        if (breaks > TelegramCapabilities.EXPLANATION_BREAKS) {
            findings.add(Finding.error(
                    "telegram.poll-breaks", POLL, "" + TelegramCapabilities.EXPLANATION_BREAKS, "" + breaks));
        }
    }

    private static void quiz(Poll poll, List<Finding> findings) {
        long right = poll.answers().stream().filter(Answer::correct).count();
        if (!poll.quiz()) {
            if (right > 0) {
                findings.add(Finding.error("telegram.poll-no-quiz", POLL, "", "" + right));
            }
            if (!poll.explanation().isEmpty()) {
                findings.add(Finding.warning("telegram.poll-unexplained", POLL, "", ""));
            }
        } else if (right == 0) {
            findings.add(Finding.error("telegram.poll-right", POLL, "1", "0"));
        } else if (right > 1 && !poll.multiple()) {
            findings.add(Finding.error("telegram.poll-right-many", POLL, "1", "" + right));
        }
    }

    private static void end(Poll poll, Delivery delivery, List<Finding> findings) {
        var minutes = poll.openMinutes();
        if (minutes != null && !poll.closesAt().isEmpty()) {
            findings.add(Finding.error("telegram.poll-two-ends", POLL, "", ""));
        }
        if (minutes != null && (minutes < 1 || minutes > TelegramCapabilities.OPEN_MINUTES)) {
            findings.add(Finding.error(
                    "telegram.poll-minutes", POLL, "1-" + TelegramCapabilities.OPEN_MINUTES, "" + minutes));
        }
        if (poll.closesAt().isEmpty()) {
            return;
        }
        var closes = poll.closes();
        if (closes.isEmpty()) {
            findings.add(Finding.error("telegram.poll-closes-form", POLL, "", poll.closesAt()));
            return;
        }
        long open = Duration.between(delivery.scheduledAt(), closes.get()).toSeconds();
        if (open < TelegramCapabilities.OPEN_LEAST_SECONDS || open > TelegramCapabilities.OPEN_SECONDS) {
            findings.add(Finding.error(
                    "telegram.poll-closes",
                    POLL,
                    "" + Duration.ofSeconds(TelegramCapabilities.OPEN_SECONDS).toDays(),
                    poll.closesAt()));
        }
    }

    /** @param chat the type of the chat; empty when an older connection did not note it */
    private static void voters(Poll poll, String chat, List<Finding> findings) {
        if (chat.equals(CHANNEL) && !poll.anonymous()) {
            findings.add(Finding.error("telegram.poll-anonymous", POLL, "", ""));
        }
        if (poll.adding() && (poll.anonymous() || poll.quiz())) {
            findings.add(Finding.error("telegram.poll-adding", POLL, "", ""));
        }
        boolean channelOnly = poll.membersOnly() || !poll.countryCodes().isEmpty();
        if (channelOnly && !chat.equals(CHANNEL) && !chat.isEmpty()) {
            findings.add(Finding.error("telegram.poll-channel", POLL, "", ""));
        }
        if (poll.countryCodes().size() > TelegramCapabilities.COUNTRIES) {
            findings.add(Finding.error(
                    "telegram.poll-countries",
                    POLL,
                    "" + TelegramCapabilities.COUNTRIES,
                    "" + poll.countryCodes().size()));
        }
        poll.countryCodes().stream()
                .filter(country -> !COUNTRY.matcher(country).matches())
                .forEach(country -> findings.add(Finding.error("telegram.poll-country", POLL, "", country)));
    }
}
