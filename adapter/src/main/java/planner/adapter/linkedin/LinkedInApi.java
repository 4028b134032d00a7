package planner.adapter.linkedin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.network.Fault;
import planner.network.NetworkException;
import tools.jackson.databind.JsonNode;

/** Posts, comments and counts, one method an endpoint; learn.microsoft.com, community management APIs. */
final class LinkedInApi {
    /** How many posts of a page are looked through. */
    static final int NEWEST = 10;

    private final Rest rest;

    LinkedInApi(Rest rest) {
        this.rest = rest;
    }

    /** Makes the post visible. @return its URN */
    String create(Map<String, Object> post, String token) {
        var reply = rest.send(Call.post(rest.uri("/rest/posts")).json(post), token);
        return reply.header("x-restli-id")
                .filter(urn -> !urn.isBlank())
                .orElseThrow(() -> new NetworkException(new Fault.Unavailable(true, "the answer names no post")));
    }

    /** A post as LinkedIn gives it back. */
    record Seen(String id, String commentary, JsonNode content, String parent, Instant createdAt) {
        static Seen of(JsonNode post) {
            return new Seen(
                    post.path("id").asString(""),
                    post.path("commentary").asString(""),
                    post.path("content"),
                    post.path("reshareContext").path("parent").asString(""),
                    Instant.ofEpochMilli(post.path("createdAt").asLong(0)));
        }
    }

    /** The posts of a page that were touched last. */
    List<Seen> newest(String author, String token) {
        var reply = rest.send(
                Call.get(rest.uri("/rest/posts?q=author&author=" + Call.percent(author) + "&count=" + NEWEST
                                + "&sortBy=LAST_MODIFIED"))
                        .header("X-RestLi-Method", "FINDER"),
                token);
        return Json.tree(reply).path("elements").valueStream().map(Seen::of).toList();
    }

    Seen post(String urn, String token) {
        return Seen.of(Json.tree(rest.send(Call.get(rest.uri("/rest/posts/" + Call.percent(urn))), token)));
    }

    void comment(String post, String actor, String text, String token) {
        rest.send(
                Call.post(rest.uri("/rest/socialActions/" + Call.percent(post) + "/comments"))
                        .json(Fields.of("actor", actor, "object", post, "message", Fields.of("text", text))),
                token);
    }

    /** Whether this account itself said so below its post. */
    boolean commented(String post, String actor, String text, String token) {
        var reply = rest.send(Call.get(rest.uri("/rest/socialActions/" + Call.percent(post) + "/comments")), token);
        return Json.tree(reply)
                .path("elements")
                .valueStream()
                .anyMatch(comment -> comment.path("actor").asString("").equals(actor)
                        && comment.path("message").path("text").asString("").equals(text));
    }

    /**
     * The counts of a page's post by LinkedIn's names.
     *
     * @return empty when nobody did anything with it yet: LinkedIn leaves such a post out
     */
    Map<String, Long> statistics(String page, String post, String token) {
        var list = post.startsWith(Urns.VIDEO_POST) ? "ugcPosts" : "shares";
        var reply = rest.send(
                Call.get(rest.uri("/rest/organizationalEntityShareStatistics?q=organizationalEntity"
                        + "&organizationalEntity=" + Call.percent(page) + "&" + list + "=List(" + Call.percent(post)
                        + ")")),
                token);
        var counts = new LinkedHashMap<String, Long>();
        Json.tree(reply).path("elements").path(0).path("totalShareStatistics").forEachEntry((name, value) -> {
            if (value.isIntegralNumber()) {
                counts.put(name, value.asLong());
            }
        });
        return counts;
    }

    Optional<Long> followers(String page, String token) {
        var reply = rest.send(
                Call.get(rest.uri("/rest/networkSizes/" + Call.percent(page) + "?edgeType=COMPANY_FOLLOWED_BY_MEMBER")),
                token);
        return number(Json.tree(reply).path("firstDegreeSize"));
    }

    /** One count of a member's post; empty elements mean that LinkedIn does not tell. */
    Optional<Long> analytics(String post, String metric, String token) {
        var kind = post.startsWith(Urns.VIDEO_POST) ? "ugc" : "share";
        var reply = rest.send(
                Call.get(rest.uri("/rest/memberCreatorPostAnalytics?q=entity&entity=(" + kind + ":" + Call.percent(post)
                        + ")&queryType=" + metric + "&aggregation=TOTAL")),
                token);
        var first = Json.tree(reply).path("elements").path(0);
        // some versions call it value
        return number(first.path("count")).or(() -> number(first.path("value")));
    }

    Optional<Long> memberFollowers(String token) {
        var reply = rest.send(Call.get(rest.uri("/rest/memberFollowersCount?q=me")), token);
        var first = Json.tree(reply).path("elements").path(0);
        return Stream.of("memberFollowersCount", "count")
                .flatMap(name -> number(first.path(name)).stream())
                .findFirst();
    }

    private static Optional<Long> number(JsonNode node) {
        return node.isIntegralNumber() ? Optional.of(node.asLong()) : Optional.empty();
    }
}
