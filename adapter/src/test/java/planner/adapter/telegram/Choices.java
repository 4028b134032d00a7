package planner.adapter.telegram;

import planner.adapter.kit.Json;
import planner.network.Media;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Options as they lie in the database: what is not named is absent. */
final class Choices {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Choices() {}

    static TelegramOptions plain() {
        return of("{}");
    }

    /** @param json with single quotes, for it stands in a test */
    static TelegramOptions of(String json) {
        return read((ObjectNode) Json.tree(json.replace('\'', '"')));
    }

    static TelegramOptions with(TelegramOptions options, String name, Media file) {
        var json = (ObjectNode) MAPPER.valueToTree(options);
        json.set(name, MAPPER.valueToTree(file));
        return read(json);
    }

    private static TelegramOptions read(ObjectNode json) {
        return MAPPER.treeToValue(json, TelegramOptions.class);
    }
}
