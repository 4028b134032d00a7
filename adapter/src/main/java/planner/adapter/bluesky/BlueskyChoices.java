package planner.adapter.bluesky;

import java.util.List;
import java.util.Map;
import planner.network.ChoiceReader;
import planner.network.Session;

/** The account's own lists of people; those of muted and blocked ones are none to let in. */
final class BlueskyChoices implements ChoiceReader {
    static final String LISTS = "lists";
    static final String COLLECTION = "app.bsky.graph.list";

    private static final String OF_PEOPLE = "app.bsky.graph.defs#curatelist";

    private final BlueskyApi api;

    BlueskyChoices(BlueskyApi api) {
        this.api = api;
    }

    @Override
    public List<Choice> choices(String list, Map<String, String> context, Session session) {
        if (!list.equals(LISTS)) {
            return List.of();
        }
        return api.listRecords(COLLECTION, session)
                .valueStream()
                .filter(record -> record.at("/value/purpose").asString("").equals(OF_PEOPLE))
                .map(record -> new Choice(
                        record.path("uri").asString(""),
                        record.at("/value/name").asString(""),
                        true))
                .toList();
    }
}
