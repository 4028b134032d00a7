package planner.simulator.linkedin;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;

/** Comments below posts, and what is counted of them. */
final class Social {
    private static final int COMMENT = 1_250;
    private static final Map<String, Integer> MEMBER_METRICS =
            Map.of("IMPRESSION", 1, "MEMBERS_REACHED", 2, "RESHARE", 60, "REACTION", 12, "COMMENT", 30);

    private final World world;
    private final Posts posts;
    private final Bells bells;
    private final AtomicLong ids = new AtomicLong(7_000_000_000_000_000_000L);

    Social(World world, Posts posts, Bells bells) {
        this.world = world;
        this.posts = posts;
        this.bells = bells;
    }

    Answer comment(Ask ask, Caller caller, String urn) {
        Body body = Body.of(ask).knows("actor", "object", "message", "parentComment");
        String actor = body.filled("actor");
        String resource = "socialActions.comments.CREATE.NO_VERSION";
        caller.need(
                resource,
                actor.startsWith(People.ORGANIZATION) ? "w_organization_social_feed" : "w_member_social_feed");
        caller.writesAs(actor, resource);
        if (!body.filled("object").equals(urn)) {
            throw ApiError.shape("/object", "is not the post of the path");
        }
        String text = body.object("message").knows("text").filled("text");
        if (text.length() > COMMENT) {
            throw ApiError.of(400, "FIELD_LENGTH_TOO_LONG", "/message/text");
        }
        Post.Comment made = add(posts.needed(urn), actor, text);
        return Answer.json(201, json(made, urn)).with("x-restli-id", made.urn().replaceAll(".*,|\\)$", ""));
    }

    Post.Comment add(Post post, String actor, String text) {
        String urn = "urn:li:comment:(" + post.urn + "," + ids.incrementAndGet() + ")";
        Post.Comment made = new Post.Comment(urn, actor, text, world.clock().instant());
        post.add(made);
        bells.commented(post, made);
        return made;
    }

    private static Map<String, Object> json(Post.Comment comment, String object) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", comment.urn().replaceAll(".*,|\\)$", ""));
        json.put("$URN", comment.urn());
        json.put("commentUrn", comment.urn());
        json.put("actor", comment.actor());
        json.put("object", object);
        json.put("message", Map.of("text", comment.text(), "attributes", List.of()));
        json.put(
                "created", Map.of("actor", comment.actor(), "time", comment.at().toEpochMilli()));
        return json;
    }

    Answer comments(Caller caller, String urn) {
        Post post = posts.needed(urn);
        readable(caller, post);
        return Answer.json(
                200,
                Map.of(
                        "paging",
                        Map.of("start", 0, "count", 10, "links", List.of()),
                        "elements",
                        post.comments().stream().map(it -> json(it, urn)).toList()));
    }

    private static void readable(Caller caller, Post post) {
        if (post.author.startsWith(People.ORGANIZATION)) {
            caller.need("socialActions.GET.NO_VERSION", "r_organization_social_feed", "r_organization_social");
        } else {
            caller.need("socialActions.GET.NO_VERSION", "r_member_social_feed", "r_member_social");
        }
    }

    Answer summary(Caller caller, String urn) {
        Post post = posts.needed(urn);
        readable(caller, post);
        int comments = post.comments().size();
        long likes = seen(post) / 12;
        return Answer.json(
                200,
                Map.of(
                        "likesSummary",
                        Map.of("totalLikes", likes, "aggregatedTotalLikes", likes),
                        "commentsSummary",
                        Map.of("totalFirstLevelComments", comments, "aggregatedTotalComments", comments)));
    }

    /** A post is seen once every ten seconds. */
    long seen(Post post) {
        return Duration.between(post.at, world.clock().instant()).toSeconds() / 10;
    }

    Answer statistics(Ask ask, Caller caller) {
        caller.need("organizationalEntityShareStatistics.FINDER", "rw_organization_admin");
        Map<String, String> query = ask.query();
        String page = query.getOrDefault("organizationalEntity", "");
        if (!People.administers(caller.member(), page)) {
            throw ApiError.denied("organizationalEntityShareStatistics of " + page);
        }
        String list = query.getOrDefault("shares", query.getOrDefault("ugcPosts", ""));
        if (!list.matches("List\\(.+\\)") || !ask.rawQuery().contains("=List(")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "shares or ugcPosts must be a List()");
        }
        List<Map<String, Object>> found = List.of(
                        list.substring(5, list.length() - 1).split(","))
                .stream()
                .map(posts::needed)
                .filter(post -> post.author.equals(page)
                        && (seen(post) > 0 || !post.comments().isEmpty()))
                .map(this::statistics)
                .toList();
        return Answer.json(
                200, Map.of("paging", Map.of("start", 0, "count", 10, "links", List.of()), "elements", found));
    }

    private Map<String, Object> statistics(Post post) {
        long seen = seen(post);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("organizationalEntity", post.author);
        row.put(post.urn.contains("ugcPost") ? "ugcPost" : "share", post.urn);
        row.put(
                "totalShareStatistics",
                Map.of(
                        "impressionCount", seen,
                        "uniqueImpressionsCount", seen / 2,
                        "clickCount", seen / 8,
                        "likeCount", seen / 12,
                        "commentCount", post.comments().size(),
                        "shareCount", seen / 60,
                        "engagement", 0.05));
        return row;
    }

    Answer followers(Caller caller, Ask ask, String urn) {
        caller.need("networkSizes.GET.NO_VERSION", "rw_organization_admin", "r_organization_followers");
        if (!"COMPANY_FOLLOWED_BY_MEMBER".equals(ask.query().get("edgeType"))) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "edgeType");
        }
        return People.organization(urn)
                .map(it -> Answer.json(200, Map.of("firstDegreeSize", it.followers())))
                .orElseThrow(() -> ApiError.of(404, "NOT_FOUND", urn));
    }

    Answer analytics(Ask ask, Caller caller) {
        caller.need("memberCreatorPostAnalytics.FINDER-entity", "r_member_postAnalytics");
        Map<String, String> query = ask.query();
        String metric = query.getOrDefault("queryType", "");
        String entity = query.getOrDefault("entity", "");
        Integer share = MEMBER_METRICS.get(metric);
        boolean literal = ask.rawQuery().matches(".*entity=\\((share|ugc):urn%3Ali%3A[^()]*\\).*");
        if (share == null || !literal || !"TOTAL".equals(query.get("aggregation"))) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "entity, queryType or aggregation");
        }
        Post post = posts.needed(entity.replaceFirst("^\\((share|ugc):", "").replaceFirst("\\)$", ""));
        if (!post.author.equals(caller.member().urn())) {
            throw ApiError.denied("memberCreatorPostAnalytics of another");
        }
        long count = metric.equals("COMMENT") ? post.comments().size() : seen(post) / share;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("count", count);
        row.put("metricType", metric);
        return Answer.json(200, Map.of("elements", List.of(row)));
    }

    Answer memberFollowers(Caller caller) {
        caller.need("memberFollowersCount.FINDER-me", "r_member_profileAnalytics");
        return Answer.json(200, Map.of("elements", List.of(Map.of("memberFollowersCount", 731))));
    }
}
