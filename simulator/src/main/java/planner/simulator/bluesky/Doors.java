package planner.simulator.bluesky;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Who may answer and quote which post, as the app view reads it from the gates. Nobody follows anybody here. */
final class Doors {
    private final Repos repos;

    Doors(Repos repos) {
        this.repos = repos;
    }

    boolean mayReply(String did, String post) {
        String root = root(post);
        return owner(root).equals(did)
                || gate(root, Gates.REPLIES)
                        .map(gate -> !gate.has("allow")
                                || gate.path("allow").valueStream().anyMatch(rule -> admits(rule, did, root)))
                        .orElse(true);
    }

    boolean mayQuote(String did, String post) {
        return owner(post).equals(did)
                || gate(post, Gates.QUOTES)
                        .map(gate -> gate.path("embeddingRules").isEmpty())
                        .orElse(true);
    }

    /** The rule in words; empty where everybody may. */
    String words(Repos.Written post) {
        String replies = gate(post.uri(), Gates.REPLIES)
                .filter(gate -> gate.has("allow"))
                .map(gate -> gate.path("allow").isEmpty()
                        ? "Nobody can reply"
                        : gate.path("allow")
                                        .valueStream()
                                        .map(this::words)
                                        .reduce((one, other) -> one + ", " + other)
                                        .orElse("")
                                + " can reply")
                .orElse("");
        boolean closed = gate(post.uri(), Gates.QUOTES)
                .filter(gate -> !gate.path("embeddingRules").isEmpty())
                .isPresent();
        String quotes = closed ? "Quotes are off" : "";
        return replies.isEmpty() || quotes.isEmpty() ? replies + quotes : replies + " · " + quotes;
    }

    private String words(JsonNode rule) {
        String type = rule.path("$type").asString("");
        return switch (type) {
            case Gates.MENTIONED -> "Mentioned people";
            case Gates.FOLLOWERS -> "Followers";
            case Gates.FOLLOWED -> "Followed people";
            default ->
                repos.find(rule.path("list").asString(""))
                        .map(list -> "People of \"" + list.value().path("name").asString("") + "\"")
                        .orElse("A list that is gone");
        };
    }

    private boolean admits(JsonNode rule, String did, String root) {
        return switch (rule.path("$type").asString("")) {
            case Gates.MENTIONED ->
                repos.find(root)
                        .map(post -> post.value().path("facets").findValuesAsString("did"))
                        .filter(dids -> dids.contains(did))
                        .isPresent();
            case Gates.LISTED ->
                repos.list(Neighbours.MEMBER).stream()
                        .map(Repos.Written::value)
                        .anyMatch(it -> it.path("list").equals(rule.path("list"))
                                && it.path("subject").asString("").equals(did));
            default -> false;
        };
    }

    private String root(String post) {
        return repos.find(post)
                .map(it -> it.value().path("reply").path("root").path("uri").asString(""))
                .filter(uri -> !uri.isEmpty())
                .orElse(post);
    }

    private Optional<JsonNode> gate(String post, String collection) {
        return repos.find(post.replace("/" + Records.POST + "/", "/" + collection + "/"))
                .map(Repos.Written::value);
    }

    private static String owner(String uri) {
        return uri.split("/", -1)[2];
    }
}
