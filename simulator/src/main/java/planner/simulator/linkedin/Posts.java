package planner.simulator.linkedin;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** What was posted, and the rules for posting. */
final class Posts {
    private static final int TEXT = 3_000;
    private static final int ALT = 4_086;
    private static final int TITLE = 400;

    private final World world;
    private final Assets assets;
    private final List<Post> posts = new ArrayList<>();
    private long lastId;

    Posts(World world, Assets assets) {
        this.world = world;
        this.assets = assets;
    }

    synchronized List<Post> all() {
        return List.copyOf(posts);
    }

    Optional<Post> find(String urn) {
        return all().stream().filter(it -> it.urn.equals(urn)).findFirst();
    }

    Post needed(String urn) {
        return find(urn).orElseThrow(() -> ApiError.of(404, "NOT_FOUND", "Could not find entity " + urn));
    }

    synchronized Answer create(Ask ask, Caller caller) {
        Body body = Body.of(ask)
                .knows(
                        "author",
                        "commentary",
                        "visibility",
                        "distribution",
                        "lifecycleState",
                        "isReshareDisabledByAuthor",
                        "content",
                        "reshareContext");
        String author = body.filled("author");
        String commentary = body.text("commentary");
        caller.writesAs(author, "posts.CREATE.NO_VERSION");
        String visibility = body.oneOf("visibility", "PUBLIC", "CONNECTIONS", "LOGGED_IN");
        if (author.startsWith(People.ORGANIZATION) && !visibility.equals("PUBLIC")) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "/visibility :: organizations post publicly");
        }
        distribution(body.object("distribution"));
        body.oneOf("lifecycleState", "PUBLISHED");
        if (body.has("isReshareDisabledByAuthor")) {
            body.flag("isReshareDisabledByAuthor");
        }
        Commentary text = text(ask, commentary);
        List<Asset> media = body.has("content") ? content(body.object("content"), author) : List.of();
        reshare(body, media);
        if (text.displayed().isBlank() && !body.has("content") && !body.has("reshareContext")) {
            throw ApiError.of(400, "MISSING_FIELD", "/commentary :: a post needs a text or content");
        }
        duplicate(body.node());
        Post post = new Post(nextUrn(media), author, world.clock().instant(), text, body.node(), media);
        posts.add(post);
        return Answer.empty(201).with("x-restli-id", post.urn).with("x-linkedin-id", post.urn);
    }

    private Commentary text(Ask ask, String commentary) {
        Commentary text = Commentary.read(commentary);
        if (text.cut()) {
            world.journal().violation("linkedin", ask, "reserved characters that are not escaped: " + commentary);
        }
        if (text.displayed().length() > TEXT) {
            throw ApiError.of(
                    400,
                    "FIELD_LENGTH_TOO_LONG",
                    "/commentary :: " + text.displayed().length());
        }
        return text;
    }

    private static void distribution(Body body) {
        body.knows("feedDistribution", "targetEntities", "thirdPartyDistributionChannels");
        body.oneOf("feedDistribution", "MAIN_FEED", "NONE");
        for (String list : List.of("targetEntities", "thirdPartyDistributionChannels")) {
            if (body.has(list)) {
                body.list(list);
            }
        }
    }

    private List<Asset> content(Body content, String author) {
        content.knows("media", "multiImage", "article", "poll");
        if (content.node().size() != 1) {
            throw ApiError.shape("/content", "exactly one member of the union is expected");
        }
        if (content.has("media")) {
            return List.of(media(content.object("media"), author));
        }
        if (content.has("multiImage")) {
            return images(content.object("multiImage").knows("images"), author);
        }
        if (content.has("article")) {
            return article(content.object("article"), author);
        }
        Polls.check(content.object("poll"));
        return List.of();
    }

    private Asset media(Body media, String author) {
        media.knows("id", "altText", "title");
        Asset asset = asset(media.filled("id"), author);
        atMost(media, "altText", ALT);
        atMost(media, "title", TITLE);
        if (asset.kind.equals(Asset.DOCUMENT) && media.optional("title").isBlank()) {
            throw ApiError.of(400, "MISSING_FIELD", "/content/media/title :: a document needs a title");
        }
        return asset;
    }

    private List<Asset> images(Body body, String author) {
        List<Asset> images = new ArrayList<>();
        for (JsonNode node : body.list("images")) {
            Body image = new Body(node, body.path() + "/images").knows("id", "altText");
            atMost(image, "altText", ALT);
            Asset asset = asset(image.filled("id"), author);
            if (!asset.kind.equals(Asset.IMAGE)) {
                throw ApiError.of(400, "INVALID_URN_TYPE", asset.urn + " is no image");
            }
            images.add(asset);
        }
        if (images.size() < 2 || images.size() > 20) {
            throw ApiError.of(400, "INVALID_VALUE_FOR_FIELD", "/content/multiImage/images :: " + images.size());
        }
        return images;
    }

    private List<Asset> article(Body article, String author) {
        article.knows("source", "title", "description", "thumbnail", "thumbnailAltText");
        try {
            if (URI.create(article.filled("source")).getHost() == null) {
                throw ApiError.of(400, "INVALID_URL", "/content/article/source");
            }
        } catch (IllegalArgumentException e) {
            throw ApiError.of(400, "INVALID_URL", "/content/article/source");
        }
        article.filled("title");
        atMost(article, "title", TITLE);
        return article.has("thumbnail") ? List.of(asset(article.filled("thumbnail"), author)) : List.of();
    }

    private static void atMost(Body body, String field, int most) {
        if (body.optional(field).length() > most) {
            throw ApiError.of(400, "FIELD_LENGTH_TOO_LONG", body.path() + "/" + field);
        }
    }

    private Asset asset(String urn, String author) {
        Asset asset = assets.find(urn)
                .orElseThrow(() -> ApiError.of(
                        400,
                        urn.contains(":video:") ? "INVALID_VIDEO_ID" : "INVALID_IMAGE_ID",
                        "no such media: " + urn));
        if (!asset.owner.equals(author)) {
            throw ApiError.denied("the media's owner is not the author");
        }
        return switch (asset.status(world.clock().instant())) {
            case "AVAILABLE" -> asset;
            case "PROCESSING_FAILED" ->
                throw ApiError.of(400, "MEDIA_ASSET_PROCESSING_FAILED", urn + " " + asset.failure());
            default -> throw ApiError.of(400, "MEDIA_ASSET_WAITING_UPLOAD", "Media asset " + urn + " is not ready");
        };
    }

    private void reshare(Body body, List<Asset> media) {
        if (!body.has("reshareContext")) {
            return;
        }
        String parent = body.object("reshareContext").knows("parent").filled("parent");
        if (body.has("content") || !media.isEmpty()) {
            throw ApiError.shape("/content", "a reshare has no content");
        }
        Post shared = find(parent).orElseThrow(() -> ApiError.of(400, "INVALID_URN_ID", "no such post: " + parent));
        if (shared.body.path("isReshareDisabledByAuthor").asBoolean(false)) {
            throw ApiError.denied("the author allows no reshares");
        }
    }

    /** The same from the same author: LinkedIn names the first. */
    private void duplicate(JsonNode body) {
        posts.stream().filter(it -> it.body.equals(body)).findFirst().ifPresent(it -> {
            throw ApiError.of(422, "DUPLICATE_POST", "Content is a duplicate of " + it.urn);
        });
    }

    /** Numbers that grow with time, as LinkedIn's do. */
    private String nextUrn(List<Asset> media) {
        lastId = Math.max(lastId + 1, world.clock().instant().toEpochMilli() << 22);
        boolean video = media.stream().anyMatch(it -> it.kind.equals(Asset.VIDEO));
        return "urn:li:" + (video ? "ugcPost:" : "share:") + lastId;
    }

    Answer read(Caller caller, String urn) {
        Post post = needed(urn);
        readable(caller, post.author);
        return Answer.json(200, json(post));
    }

    private static void readable(Caller caller, String author) {
        if (author.startsWith(People.ORGANIZATION)) {
            caller.need("posts.GET.NO_VERSION", "r_organization_social");
        } else {
            caller.need("posts.GET.NO_VERSION", "r_member_social");
        }
    }

    /** Members' posts are listed for nobody but the few with a closed permission. */
    Answer byAuthor(Ask ask, Caller caller) {
        Map<String, String> query = ask.query();
        String author = query.getOrDefault("author", "");
        readable(caller, author);
        if (!ask.header("x-restli-method").orElse("").equals("FINDER")) {
            throw ApiError.wrong(400, "ILLEGAL_ARGUMENT", "X-RestLi-Method: FINDER is expected");
        }
        int count = Integer.parseInt(query.getOrDefault("count", "10"));
        List<Map<String, Object>> found = all().reversed().stream()
                .filter(it -> it.author.equals(author))
                .limit(count)
                .map(Posts::json)
                .toList();
        return Answer.json(
                200, Map.of("paging", Map.of("start", 0, "count", count, "links", List.of()), "elements", found));
    }

    private static Map<String, Object> json(Post post) {
        Map<String, Object> json = new LinkedHashMap<>();
        Instant at = post.at;
        json.put("id", post.urn);
        post.body.properties().forEach(field -> json.put(field.getKey(), field.getValue()));
        json.put("commentary", post.text.stored());
        json.put("createdAt", at.toEpochMilli());
        json.put("publishedAt", at.toEpochMilli());
        json.put("lastModifiedAt", at.toEpochMilli());
        json.put("lifecycleStateInfo", Map.of("isEditedByAuthor", false));
        return json;
    }
}
