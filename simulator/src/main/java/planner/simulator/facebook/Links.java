package planner.simulator.facebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import planner.simulator.facebook.Post.Card;
import planner.simulator.media.MediaShelf;
import planner.simulator.media.MediaShelf.NotFetched;
import planner.simulator.meta.GraphError;

/** Looks at a link for its card. Nothing leaves this machine: of other hosts only their name is known. */
final class Links {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
    private static final long LARGEST = 1_000_000;
    private static final Pattern META = Pattern.compile("<meta\\s[^>]*>");
    private static final Pattern CONTENT = Pattern.compile("content=[\"']([^\"']*)[\"']");

    private final MediaShelf shelf;

    Links(MediaShelf shelf) {
        this.shelf = shelf;
    }

    Card card(String link) {
        URI uri = address(link);
        String host = uri.getHost();
        if (host.equals("facebook.com") || host.endsWith(".facebook.com")) {
            throw GraphError.of(100, 1609008, "You can't share a link to Facebook here");
        }
        if (!LOOPBACK.contains(host)) {
            return new Card(link, host, "", "");
        }
        String page = page(link);
        String title = meta(page, "og:title");
        return new Card(link, title.isEmpty() ? host : title, meta(page, "og:description"), meta(page, "og:image"));
    }

    private static URI address(String link) {
        try {
            URI uri = URI.create(link);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw GraphError.of(100, 2061006, "The URL you supplied is invalid");
        }
        throw GraphError.of(100, 2061006, "The URL you supplied is invalid");
    }

    private String page(String link) {
        try {
            return Files.readString(shelf.fetch(link, LARGEST).file(), StandardCharsets.UTF_8);
        } catch (NotFetched e) {
            throw GraphError.of(100, 1609005, "Error parsing the page of the link: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String meta(String page, String property) {
        return META.matcher(page)
                .results()
                .map(it -> it.group())
                .filter(it -> it.contains(property))
                .map(CONTENT::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(it -> it.group(1)
                        .replace("&quot;", "\"")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&"))
                .findFirst()
                .orElse("");
    }
}
