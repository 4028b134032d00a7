package planner.simulator.mastodon;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Stamp;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** Registered apps. An id carries what was registered, so that it outlives a restart. */
final class Apps {
    private static final Set<String> SCOPES = Set.of(
            "read",
            "write",
            "push",
            "profile",
            "read:accounts",
            "read:statuses",
            "read:search",
            "write:statuses",
            "write:media",
            "write:accounts");

    private final World world;

    Apps(World world) {
        this.world = world;
    }

    /** @param redirects one a line */
    record App(String id, List<String> redirects, List<String> scopes) {}

    Answer create(Ask ask) {
        JsonNode body = Bodies.json(world, ask, Set.of("client_name", "redirect_uris", "scopes", "website"));
        String name = body.path("client_name").asString("");
        List<String> redirects = redirects(body.path("redirect_uris"));
        List<String> scopes =
                List.of(body.path("scopes").asString("read").strip().split("\\s+"));
        if (name.isBlank()) {
            throw MastodonError.invalid("Name can't be blank");
        }
        if (redirects.isEmpty() || !redirects.stream().allMatch(Apps::absolute)) {
            throw MastodonError.invalid("Redirect URI must be an absolute URI.");
        }
        if (!SCOPES.containsAll(scopes)) {
            throw MastodonError.invalid("Scopes doesn't match configured on the server.");
        }
        String id = Stamp.seal(List.of("app", String.join(" ", redirects), String.join(" ", scopes)));
        Map<String, Object> app = new LinkedHashMap<>();
        app.put("id", "563419");
        app.put("name", name);
        app.put("website", body.path("website").asString(null));
        app.put("scopes", scopes);
        app.put("redirect_uri", String.join("\n", redirects));
        app.put("redirect_uris", redirects);
        app.put("client_id", id);
        app.put("client_secret", secret(id));
        app.put("client_secret_expires_at", 0);
        return Answer.json(200, app);
    }

    App find(String id) {
        List<String> parts = Stamp.open(id)
                .filter(it -> it.size() == 3 && it.getFirst().equals("app"))
                .orElseThrow(() -> MastodonError.oauth(
                        401,
                        "invalid_client",
                        "Client authentication failed due to unknown client, no client authentication included, or"
                                + " unsupported authentication method."));
        return new App(
                id, List.of(parts.get(1).split(" ")), List.of(parts.get(2).split(" ")));
    }

    App authenticated(Map<String, String> form) {
        App app = find(form.getOrDefault("client_id", ""));
        if (!secret(app.id()).equals(form.getOrDefault("client_secret", ""))) {
            throw MastodonError.oauth(401, "invalid_client", "Client authentication failed.");
        }
        return app;
    }

    private static String secret(String id) {
        return "secret-of-" + id.substring(id.length() - 24);
    }

    private static List<String> redirects(JsonNode node) {
        List<String> redirects = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(it -> redirects.add(it.asString("")));
        } else if (!node.asString("").isBlank()) {
            redirects.addAll(List.of(node.asString("").strip().split("\\s+")));
        }
        return redirects;
    }

    private static boolean absolute(String redirect) {
        try {
            return URI.create(redirect).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
