package planner.adapter.linkedin;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Given;
import planner.adapter.kit.Json;
import planner.adapter.kit.WebPages;
import planner.network.Account;
import planner.network.Delivery;
import planner.network.Media;
import tools.jackson.databind.JsonNode;

/** The body of a post, and how two posts are told to be the same; learn.microsoft.com, posts-api as of 2026-08. */
final class LinkedInPosts {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]}'…]");
    // a card shows two lines of it
    private static final int DESCRIPTION = 1_000;

    private LinkedInPosts() {}

    static LinkedInOptions options(Delivery delivery) {
        return (LinkedInOptions) delivery.options();
    }

    /** Where an article leads: what was chosen, else the first link of the text; empty when there is none. */
    static String link(Delivery delivery) {
        var chosen = LinkedInOptions.plain(options(delivery).link());
        if (!chosen.isEmpty()) {
            return chosen;
        }
        var found = LINK.matcher(delivery.text());
        return found.find() ? found.group() : "";
    }

    /** The files that LinkedIn is sent, in their order. The picture of an article's page is not among them. */
    static List<Media> files(Delivery delivery) {
        if (!delivery.format().equals(LinkedInCapabilities.ARTICLE)) {
            return delivery.media();
        }
        var thumbnail = options(delivery).thumbnail();
        return thumbnail == null ? List.of() : List.of(thumbnail);
    }

    static Map<String, Object> body(Delivery delivery, At.Made made, Account account) {
        var options = options(delivery);
        var body = Fields.of(
                "author",
                account.id(),
                "commentary",
                LittleText.encode(delivery.text()),
                "visibility",
                options.audience().name(),
                "distribution",
                Fields.of(
                        "feedDistribution",
                        "MAIN_FEED",
                        "targetEntities",
                        List.of(),
                        "thirdPartyDistributionChannels",
                        List.of()),
                "lifecycleState",
                "PUBLISHED",
                "isReshareDisabledByAuthor",
                options.resharesOff());
        var content = content(delivery, made);
        if (!content.isEmpty()) {
            body.put("content", content);
        }
        var parent = delivery.format().equals(LinkedInCapabilities.TEXT) ? options.shared() : "";
        Given.understood(parent, Urns.resharable(parent), "reshare")
                .ifPresent(urn -> body.put("reshareContext", Fields.of("parent", urn)));
        return body;
    }

    private static Map<String, Object> content(Delivery delivery, At.Made made) {
        return switch (delivery.format()) {
            case LinkedInCapabilities.IMAGE, LinkedInCapabilities.VIDEO, LinkedInCapabilities.DOCUMENT ->
                Fields.of("media", media(delivery, made.urns().getFirst()));
            case LinkedInCapabilities.MULTI_IMAGE ->
                Fields.of("multiImage", Fields.of("images", images(delivery, made.urns())));
            case LinkedInCapabilities.ARTICLE -> Fields.of("article", article(delivery, made));
            case LinkedInCapabilities.POLL -> poll(options(delivery).poll());
            default -> Map.of();
        };
    }

    private static Map<String, Object> media(Delivery delivery, String urn) {
        var file = delivery.onlyMedium();
        var media = Fields.of("id", urn);
        put(media, "altText", delivery.format().equals(LinkedInCapabilities.IMAGE) ? file.alt() : "");
        put(media, "title", delivery.title());
        return media;
    }

    private static List<Map<String, Object>> images(Delivery delivery, List<String> urns) {
        var images = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < urns.size(); i++) {
            var image = Fields.of("id", urns.get(i));
            put(image, "altText", delivery.media().get(i).alt());
            images.add(image);
        }
        return images;
    }

    private static Map<String, Object> article(Delivery delivery, At.Made made) {
        var card = Objects.requireNonNullElse(made.card(), new At.Card("", "", ""));
        var article = Fields.of("source", link(delivery), "title", title(delivery, card));
        var chosen = options(delivery).card();
        put(article, "description", chosen.isEmpty() ? WebPages.cut(card.description(), DESCRIPTION) : chosen);
        if (!made.urns().isEmpty()) {
            article.put("thumbnail", made.urns().getFirst());
        }
        return article;
    }

    /** A card must have a title: the person's, the page's, or the name of its host. */
    private static String title(Delivery delivery, At.Card card) {
        if (!delivery.title().isBlank()) {
            return delivery.title().strip();
        }
        return card.title().isBlank()
                ? Objects.requireNonNullElse(URI.create(link(delivery)).getHost(), link(delivery))
                : WebPages.cut(card.title(), LinkedInCapabilities.TITLE_MOST);
    }

    private static Map<String, Object> poll(LinkedInOptions.@Nullable Poll poll) {
        if (poll == null) {
            return Map.of();
        }
        var options = poll.options().stream()
                .map(text -> Fields.of("text", text.strip()))
                .toList();
        return Fields.of(
                "poll",
                Fields.of(
                        "question",
                        poll.question(),
                        "options",
                        options,
                        "settings",
                        Fields.of("duration", poll.length().name())));
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value.strip());
        }
    }

    /** Whether LinkedIn's post says and shows the same as the one that was to be made. */
    static boolean same(Map<String, Object> body, LinkedInApi.Seen seen) {
        var sent = Json.tree(Json.text(new LinkedHashMap<>(body)));
        var wanted = LittleText.decode(sent.path("commentary").asString(""));
        return LittleText.normal(LittleText.decode(seen.commentary())).equals(LittleText.normal(wanted))
                && shown(sent.path("content")).equals(shown(seen.content()))
                && sent.path("reshareContext").path("parent").asString("").equals(seen.parent());
    }

    private static Set<String> shown(JsonNode content) {
        var shown = content.path("multiImage")
                .path("images")
                .valueStream()
                .map(image -> image.path("id").asString(""))
                .collect(Collectors.toCollection(HashSet::new));
        for (var one : List.of(
                content.path("media").path("id"),
                content.path("article").path("source"),
                content.path("poll").path("question"))) {
            if (one.isString()) {
                shown.add(one.asString());
            }
        }
        return shown;
    }
}
