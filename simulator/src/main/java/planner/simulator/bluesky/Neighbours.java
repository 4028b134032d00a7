package planner.simulator.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands on the network before anybody posts: posts of others with their rules, and lists of one's own. */
final class Neighbours {
    static final String LIST = "app.bsky.graph.list";
    static final String MEMBER = "app.bsky.graph.listitem";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant BEFORE = Instant.parse("2026-05-04T08:00:00Z");
    private static final Account ADA = Account.ALL.getFirst();
    private static final Account GRACE = Account.ALL.getLast();

    private Neighbours() {}

    static void settle(Repos repos) {
        post(repos, "3lgracegreets", "Good morning from the harbour. What is in your oven today?", 1);
        post(repos, "3lgracenoquot", "Please answer here, do not carry this elsewhere.", 2);
        post(repos, "3lgracenorepl", "Closed for the season. See you in spring!", 3);
        gate(repos, Gates.QUOTES, "3lgracenoquot", "embeddingRules", List.of(Map.of("$type", Gates.DISABLED)));
        gate(repos, Gates.REPLIES, "3lgracenorepl", "allow", List.of());
        list(repos, "3ladaregulars", "Regulars", "curatelist");
        list(repos, "3ladasupplier", "Suppliers", "curatelist");
        list(repos, "3ladamutedone", "Muted", "modlist");
        put(
                repos,
                ADA,
                MEMBER,
                "3ladamember22",
                Map.of(
                        "$type",
                        MEMBER,
                        "subject",
                        GRACE.did(),
                        "list",
                        "at://" + ADA.did() + "/" + LIST + "/3ladaregulars",
                        "createdAt",
                        BEFORE.toString()),
                BEFORE);
    }

    private static void post(Repos repos, String rkey, String text, int hours) {
        Instant at = BEFORE.plusSeconds(3600L * hours);
        put(
                repos,
                GRACE,
                Records.POST,
                rkey,
                Map.of("$type", Records.POST, "text", text, "createdAt", at.toString()),
                at);
    }

    private static void gate(Repos repos, String collection, String rkey, String rules, List<Object> of) {
        String uri = "at://" + GRACE.did() + "/" + Records.POST + "/" + rkey;
        put(
                repos,
                GRACE,
                collection,
                rkey,
                Map.of("$type", collection, "post", uri, rules, of, "createdAt", BEFORE.toString()),
                BEFORE);
    }

    private static void list(Repos repos, String rkey, String name, String purpose) {
        put(
                repos,
                ADA,
                LIST,
                rkey,
                Map.of(
                        "$type",
                        LIST,
                        "name",
                        name,
                        "purpose",
                        "app.bsky.graph.defs#" + purpose,
                        "createdAt",
                        BEFORE.toString()),
                BEFORE);
    }

    private static void put(Repos repos, Account owner, String collection, String rkey, Object record, Instant at) {
        JsonNode value = JSON.valueToTree(record);
        repos.put(owner.did(), collection, rkey, value, at);
    }
}
