package planner.simulator.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import planner.simulator.telegram.Chats.Chat;
import tools.jackson.databind.JsonNode;

/**
 * A poll as it was taken (sheet, section 2.2).
 *
 * @param right the right answers of a quiz
 * @param traits what else is to be seen of it
 */
record Poll(List<String> answers, Set<Integer> right, Markup description, Markup explanation, List<String> traits) {
    static final Poll NONE = new Poll(List.of(), Set.of(), Markup.NONE, Markup.NONE, List.of());

    private static final int QUESTION = 300;
    private static final int ANSWERS = 12;
    private static final int ANSWER = 100;
    private static final int DESCRIPTION = 1024;
    private static final int EXPLANATION = 200;
    private static final int LINE_FEEDS = 2;
    private static final long SOONEST = 5;
    private static final long LATEST = 2_628_000;
    private static final int COUNTRIES = 12;

    /** Of the formatting of a question only custom emoji stay. */
    static Markup question(Parameters call) {
        Markup question = Markup.parse(call.text("question"), call.text("question_parse_mode"));
        if (question.plain().isEmpty()) {
            throw BotError.bad("text must be non-empty");
        }
        if (question.length() > QUESTION) {
            throw BotError.bad("poll question length must not exceed 300");
        }
        return Markup.of(question.plain());
    }

    static Poll of(Parameters call, Chat chat, Instant now) {
        List<String> answers = answers(call.json("options"));
        Set<Integer> right = right(call, answers.size());
        voters(call, chat, !right.isEmpty());
        List<String> traits = new ArrayList<>();
        traits.add(call.has("is_anonymous") && !call.on("is_anonymous") ? "Public" : "Anonymous");
        traits.add(right.isEmpty() ? "poll" : "quiz");
        if (call.on("allows_multiple_answers")) {
            traits.add("· several answers");
        }
        end(call, now, traits);
        if (call.on("members_only")) {
            traits.add("· members only");
        }
        return new Poll(
                answers,
                right,
                text(call, "description", DESCRIPTION),
                right.isEmpty() ? Markup.NONE : explanation(call),
                traits);
    }

    private static List<String> answers(JsonNode options) {
        if (!options.isArray() || options.isEmpty()) {
            throw BotError.bad("poll must have at least one answer option");
        }
        if (options.size() > ANSWERS) {
            throw BotError.bad("poll can't have more than 12 options");
        }
        List<String> answers = new ArrayList<>();
        for (JsonNode option : options) {
            String text =
                    option.isString() ? option.asString() : option.path("text").asString("");
            String plain = text.strip();
            if (plain.isEmpty()) {
                throw BotError.bad("text must be non-empty");
            }
            if (plain.codePointCount(0, plain.length()) > ANSWER) {
                throw BotError.bad("poll options length must not exceed 100");
            }
            answers.add(plain);
        }
        if (new HashSet<>(answers).size() < answers.size()) {
            throw BotError.bad("POLL_OPTION_DUPLICATE");
        }
        return answers;
    }

    private static Set<Integer> right(Parameters call, int answers) {
        String type = call.has("type") ? call.text("type") : "regular";
        if (type.equals("regular")) {
            return Set.of();
        }
        if (!type.equals("quiz")) {
            throw BotError.bad("unsupported poll type specified");
        }
        Set<Integer> right = new HashSet<>();
        int before = -1;
        for (JsonNode id : call.json("correct_option_ids")) {
            if (!id.isIntegralNumber() || id.asInt() <= before || id.asInt() >= answers) {
                throw BotError.bad("wrong correct option ID specified");
            }
            before = id.asInt();
            right.add(before);
        }
        if (right.isEmpty() || right.size() > 1 && !call.on("allows_multiple_answers")) {
            throw BotError.bad("wrong correct option ID specified");
        }
        return right;
    }

    private static void voters(Parameters call, Chat chat, boolean quiz) {
        boolean named = call.has("is_anonymous") && !call.on("is_anonymous");
        boolean channel = chat.type().equals("channel");
        if (channel && named) {
            throw BotError.bad("non-anonymous polls can't be sent to channel chats");
        }
        if (call.on("allow_adding_options") && (!named || quiz)
                || !channel && (call.on("members_only") || call.has("country_codes"))
                || call.json("country_codes").size() > COUNTRIES) {
            throw BotError.bad("wrong poll data specified");
        }
        for (JsonNode country : call.json("country_codes")) {
            if (!country.asString("").matches("[A-Z]{2}")) {
                throw BotError.bad("wrong poll data specified");
            }
        }
    }

    private static void end(Parameters call, Instant now, List<String> traits) {
        if (!call.has("open_period") && !call.has("close_date")) {
            return;
        }
        if (call.has("open_period") && call.has("close_date")) {
            throw BotError.bad("wrong poll data specified");
        }
        String given = call.text(call.has("open_period") ? "open_period" : "close_date");
        long open = given.matches("\\d{1,12}") ? Long.parseLong(given) : -1;
        if (call.has("close_date")) {
            open -= now.getEpochSecond();
        }
        if (open < SOONEST || open > LATEST) {
            throw BotError.bad("wrong poll data specified");
        }
        traits.add("· closes " + now.plusSeconds(open));
    }

    private static Markup text(Parameters call, String name, int most) {
        Markup text = Markup.parse(call.text(name), call.text(name + "_parse_mode"));
        if (text.length() > most) {
            throw BotError.bad("poll " + name + " length must not exceed " + most);
        }
        return text;
    }

    private static Markup explanation(Parameters call) {
        Markup explanation = text(call, "explanation", EXPLANATION);
        if (explanation.plain().chars().filter(c -> c == '\n').count() > LINE_FEEDS) {
            throw BotError.bad("poll explanation must have at most 2 line feeds");
        }
        return explanation;
    }
}
