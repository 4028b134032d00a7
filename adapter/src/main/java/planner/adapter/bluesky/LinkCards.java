package planner.adapter.bluesky;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import planner.adapter.bluesky.At.Blob;
import planner.adapter.bluesky.At.Card;
import planner.adapter.kit.Reply;
import planner.network.Fault;
import planner.network.NetworkException;
import planner.network.Session;

/**
 * The preview of a link. Nothing is unfurled by the server, so the page is read here, through the guard. A page that
 * cannot be read gives no card, never a failed post.
 */
final class LinkCards {
    private static final int HOPS = 4;
    private static final int LONGEST_PAGE = 512 * 1024;
    // app.bsky.embed.external: thumb maxSize 1,000,000.
    private static final int THUMB_BYTES = 1_000_000;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final Set<String> THUMB_TYPES = Set.of("image/jpeg", "image/png", "image/webp");
    private static final Pattern META = Pattern.compile("<meta\\s([^>]{1,4000})>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>([^<]{1,1000})</title", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final BlueskyApi api;

    LinkCards(BlueskyApi api) {
        this.api = api;
    }

    /** One remote write at most: the picture of the card. */
    Card card(String link, Session session) {
        var page = page(link);
        if (page.isEmpty()) {
            return Card.NONE;
        }
        var tags = tags(page.get().html());
        var title = first(tags, "og:title", "twitter:title", "title");
        if (title.isEmpty()) {
            return Card.NONE;
        }
        var picture = first(tags, "og:image", "og:image:url", "twitter:image");
        return new Card(
                link,
                cut(title, LONGEST_TITLE),
                cut(first(tags, "og:description", "twitter:description", "description"), LONGEST_DESCRIPTION),
                picture.isEmpty() ? null : thumb(page.get().address(), picture, session));
    }

    private record Page(URI address, String html) {}

    private Optional<Page> page(String link) {
        return address(link)
                .flatMap(this::follow)
                .filter(arrived -> type(arrived.reply()).contains("html"))
                .map(arrived -> new Page(arrived.address(), head(arrived.reply())));
    }

    private record Arrived(URI address, Reply reply) {}

    /** Follows redirects, each hop through the guard anew. */
    private Optional<Arrived> follow(URI start) {
        var address = start;
        for (int hop = 0; hop < HOPS; hop++) {
            var reply = fetch(address);
            if (reply.isEmpty() || reply.get().ok()) {
                var at = address;
                return reply.map(answer -> new Arrived(at, answer));
            }
            var next = reply.get()
                    .header("location")
                    .filter(location -> reply.get().status() / 100 == 3)
                    .flatMap(LinkCards::address)
                    .map(address::resolve)
                    .filter(LinkCards::isWeb);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            address = next.get();
        }
        return Optional.empty();
    }

    private Optional<Reply> fetch(URI address) {
        try {
            return isWeb(address) ? Optional.of(api.fetch(address)) : Optional.empty();
        } catch (NetworkException e) {
            return Optional.empty();
        }
    }

    private @Nullable Blob thumb(URI page, String picture, Session session) {
        var found = address(picture).map(page::resolve).flatMap(this::follow);
        if (found.isEmpty()) {
            return null;
        }
        var reply = found.get().reply();
        if (!THUMB_TYPES.contains(type(reply)) || reply.body().length == 0 || reply.body().length > THUMB_BYTES) {
            return null;
        }
        try {
            return api.uploadBlob(type(reply), reply.body(), session);
        } catch (NetworkException e) {
            if (e.fault() instanceof Fault.Rejected) {
                return null;
            }
            throw e;
        }
    }

    private static String type(Reply reply) {
        return reply.header("content-type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static String head(Reply reply) {
        int length = Math.min(reply.body().length, LONGEST_PAGE);
        return new String(reply.body(), 0, length, StandardCharsets.UTF_8);
    }

    /** The first of each name wins, as browsers' previews do it. */
    static Map<String, String> tags(String html) {
        var tags = new HashMap<String, String>();
        var meta = META.matcher(html);
        while (meta.find()) {
            var attributes = new HashMap<String, String>();
            var attribute = ATTRIBUTE.matcher(meta.group(1));
            while (attribute.find()) {
                attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value(attribute));
            }
            var name = attributes.getOrDefault("property", attributes.getOrDefault("name", ""));
            var content = attributes.getOrDefault("content", "");
            if (!name.isEmpty() && !content.isBlank()) {
                tags.putIfAbsent(name.toLowerCase(Locale.ROOT), plain(content));
            }
        }
        var title = TITLE.matcher(html);
        if (title.find()) {
            tags.putIfAbsent("title", plain(title.group(1)));
        }
        return tags;
    }

    private static String value(Matcher attribute) {
        for (int group = 2; group <= 4; group++) {
            var value = attribute.group(group);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    private static String plain(String text) {
        return ENTITY.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1), match.group())))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String character(String entity, String whole) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, whole);
        }
        boolean hex = Character.toLowerCase(entity.charAt(1)) == 'x';
        int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : "";
    }

    private static String first(Map<String, String> tags, String... names) {
        for (var name : names) {
            var value = tags.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(URI.create(text.strip()).toASCIIString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
