package planner.simulator.bluesky;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import tools.jackson.databind.json.JsonMapper;

/** The server, two people on it, and the short ways that the tests share. */
abstract class Stand {
    static final Account ADA = Account.ALL.getFirst();
    static final Account GRACE = Account.ALL.getLast();
    static final String KEY = "3labcdefghijk";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final SettableClock clock = new SettableClock();
    final Simulator simulator = Simulator.start(0, clock);
    final Web web = new Web();
    final Bluesky site = (Bluesky) simulator.site("bluesky");
    final String pds = site.settings().getOrDefault("service-url", "") + "/xrpc/";
    final String appView = site.settings().getOrDefault("appview-url", "") + "/xrpc/";

    @AfterEach
    void close() {
        web.close();
        simulator.close();
    }

    String token(Account account) {
        return send(
                        "com.atproto.server.createSession",
                        Map.of("identifier", account.did(), "password", account.password()))
                .at("/accessJwt");
    }

    Got send(String method, Map<String, Object> body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", "application/json"));
        return web.send("POST", pds + method, JSON.writeValueAsBytes(body), all.toArray(String[]::new));
    }

    Got put(Account account, String collection, String key, Map<String, Object> record) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("repo", account.did());
        body.put("collection", collection);
        body.put("rkey", key);
        body.put("record", record);
        return send("com.atproto.repo.putRecord", body, "Authorization", "Bearer " + token(account));
    }

    /** @param creates collection, key, record, collection, key, record … */
    Got create(Account account, Object... creates) {
        List<Object> writes = new ArrayList<>();
        for (int i = 0; i < creates.length; i += 3) {
            writes.add(Map.of(
                    "$type",
                    "com.atproto.repo.applyWrites#create",
                    "collection",
                    creates[i],
                    "rkey",
                    creates[i + 1],
                    "value",
                    creates[i + 2]));
        }
        Map<String, Object> body = Map.of("repo", account.did(), "validate", true, "writes", writes);
        return send("com.atproto.repo.applyWrites", body, "Authorization", "Bearer " + token(account));
    }

    static Map<String, Object> post(String text) {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("$type", Records.POST);
        post.put("text", text);
        post.put("createdAt", "2026-12-01T09:00:00Z");
        return post;
    }

    static Map<String, Object> gate(Account account, String collection, String key, String rules, Object of) {
        return Map.of("$type", collection, "post", uri(account, key), rules, of, "createdAt", "2026-12-01T09:00:00Z");
    }

    static String uri(Account account, String key) {
        return "at://" + account.did() + "/" + Records.POST + "/" + key;
    }

    Map<String, Object> reference(String uri) {
        return Map.of(
                "uri",
                uri,
                "cid",
                web.get(appView + "app.bsky.feed.getPosts?uris=" + uri).at("/posts/0/cid"));
    }

    String page() {
        return web.get(simulator.timeline("bluesky").toString()).text();
    }
}
