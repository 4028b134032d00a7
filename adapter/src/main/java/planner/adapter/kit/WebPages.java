package planner.adapter.kit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.network.NetworkException;

/**
 * What a web page says of itself for previews, read through the guard. For networks that unfurl nothing by themselves. A
 * page that cannot be read is an empty answer, never a fault.
 */
public final class WebPages {
    private static final Duration BRIEF = Duration.ofSeconds(6);
    private static final int HOPS = 4;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_PAGE = 512 * 1024;
    private static final Pattern META = Pattern.compile("<meta\\s([^>]{1,4000})>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern TITLE =
            Pattern.compile("<title[^>]{0,200}>([^<]{1,1000})</title", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-z]{2,6});");
    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

    private final Http http;

    public WebPages(Http http) {
        this.http = http;
    }

    /**
     * @param title may be empty, as may the description
     * @param picture its address, absolute; empty when the page names none
     */
    public record Page(String title, String description, String picture) {}

    /** @param type lower case, without parameters */
    public record Picture(String type, byte[] bytes) {}

    public Optional<Page> read(String link) {
        return address(link)
                .flatMap(this::follow)
                .filter(arrived -> type(arrived.reply()).contains("html"))
                .map(WebPages::page);
    }

    /** @param types what will do; a picture of another type, or a larger one, is none */
    public Optional<Picture> picture(String address, Set<String> types, long mostBytes) {
        return address(address)
                .flatMap(this::follow)
                .map(arrived ->
                        new Picture(type(arrived.reply()), arrived.reply().body()))
                .filter(picture -> types.contains(picture.type())
                        && picture.bytes().length > 0
                        && picture.bytes().length <= mostBytes);
    }

    private record Arrived(URI address, Reply reply) {}

    private static Page page(Arrived arrived) {
        var tags = readable(head(arrived.reply()));
        var picture = first(tags, "og:image", "og:image:url", "twitter:image");
        return new Page(
                first(tags, "og:title", "twitter:title", "title"),
                first(tags, "og:description", "twitter:description", "description"),
                picture.isEmpty()
                        ? ""
                        : address(picture)
                                .map(arrived.address()::resolve)
                                .map(URI::toString)
                                .orElse(""));
    }

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
                    .flatMap(WebPages::address)
                    .map(address::resolve)
                    .filter(WebPages::isWeb);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            address = next.get();
        }
        return Optional.empty();
    }

    /** Never with a credential. */
    private Optional<Reply> fetch(URI address) {
        try {
            return isWeb(address)
                    ? Optional.of(http.send(Call.get(address)
                            .header("Accept", "text/html,application/xhtml+xml,image/*")
                            .within(BRIEF)
                            .guard()))
                    : Optional.empty();
        } catch (NetworkException | IllegalArgumentException e) {
            // the latter when the address is none that can be called
            return Optional.empty();
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

    /** A stranger's page must not keep a post from going out, whatever it is made of. */
    private static Map<String, String> readable(String html) {
        try {
            return tags(html);
        } catch (RuntimeException e) {
            return Map.of();
        }
    }

    /** The first of each name wins, as browsers' previews do it. */
    public static Map<String, String> tags(String html) {
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
        boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        return Character.isValidCodePoint(code) && code >= ' ' && !half ? Character.toString(code) : "";
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

    /** Cut to so many code points, with an ellipsis where something was left out. */
    public static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static boolean isWeb(URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        return web && address.getHost() != null && address.getPort() != 0 && address.getPort() <= HIGHEST_PORT;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(URI.create(text.strip()).toASCIIString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
