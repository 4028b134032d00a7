package planner.simulator.bluesky;

import java.time.Instant;
import java.util.LinkedHashMap;
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
        Map<String, Object> member = record(MEMBER);
        member.put("subject", GRACE.did());
        member.put("list", "at://" + ADA.did() + "/" + LIST + "/3ladaregulars");
        put(repos, ADA, "3ladamember22", member, BEFORE);
    }

    private static void post(Repos repos, String rkey, String text, int hours) {
        Map<String, Object> post = record(Records.POST);
        post.put("text", text);
        put(repos, GRACE, rkey, post, BEFORE.plusSeconds(3600L * hours));
    }

    private static void gate(Repos repos, String collection, String rkey, String rules, List<Object> of) {
        Map<String, Object> gate = record(collection);
        gate.put("post", "at://" + GRACE.did() + "/" + Records.POST + "/" + rkey);
        gate.put(rules, of);
        put(repos, GRACE, rkey, gate, BEFORE);
    }

    private static void list(Repos repos, String rkey, String name, String purpose) {
        Map<String, Object> list = record(LIST);
        list.put("name", name);
        list.put("purpose", "app.bsky.graph.defs#" + purpose);
        put(repos, ADA, rkey, list, BEFORE);
    }

    /** In a fixed order: the same record has the same CID every day. */
    private static Map<String, Object> record(String collection) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("$type", collection);
        record.put("createdAt", BEFORE.toString());
        return record;
    }

    private static void put(Repos repos, Account owner, String rkey, Map<String, Object> record, Instant at) {
        JsonNode value = JSON.valueToTree(record);
        repos.put(owner.did(), value.path("$type").asString(), rkey, value, at);
    }
}
