package planner.simulator.linkedin;

import tools.jackson.databind.JsonNode;

/** What a poll must be like. */
final class Polls {
    private static final int QUESTION = 140;
    private static final int CHOICE = 30;

    private Polls() {}

    static void check(Body poll) {
        poll.knows("question", "options", "settings");
        if (poll.filled("question").length() > QUESTION) {
            throw ApiError.of(400, "FIELD_LENGTH_TOO_LONG", poll.path() + "/question");
        }
        int count = 0;
        for (JsonNode node : poll.list("options")) {
            String text = new Body(node, poll.path() + "/options").knows("text").filled("text");
            if (text.length() > CHOICE) {
                throw ApiError.of(400, "FIELD_LENGTH_TOO_LONG", poll.path() + "/options");
            }
            count++;
        }
        if (count < 2 || count > 4) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", poll.path() + "/options :: " + count);
        }
        Body settings = poll.object("settings").knows("duration", "voteSelectionType", "isVoterVisibleToAuthor");
        settings.oneOf("duration", "ONE_DAY", "THREE_DAYS", "SEVEN_DAYS", "FOURTEEN_DAYS");
        if (settings.has("voteSelectionType")) {
            settings.oneOf("voteSelectionType", "SINGLE_VOTE");
        }
        if (settings.has("isVoterVisibleToAuthor")) {
            settings.flag("isVoterVisibleToAuthor");
        }
    }
}
