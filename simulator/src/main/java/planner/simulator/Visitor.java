package planner.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person without a browser: opens consent pages and answers them. For tests and for the demo. */
public final class Visitor implements AutoCloseable {
    private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=\"([^\"]*)\"");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    /** Says yes with what is preselected; the answer is the callback that the browser would be sent to. */
    public URI allow(URI page) {
        return allow(page, "", Set.of());
    }

    /**
     * @param account whom to choose, empty for the preselected one
     * @param unticked scopes to withhold
     */
    public URI allow(URI page, String account, Set<String> unticked) {
        Map<String, String> form = new LinkedHashMap<>();
        String action = read(page, form);
        if (!account.isEmpty()) {
            form.put("account", account);
        }
        unticked.forEach(it -> form.remove("scope." + it));
        form.put("decision", "allow");
        return submit(page.resolve(action), form);
    }

    public URI refuse(URI page) {
        Map<String, String> form = new LinkedHashMap<>();
        String action = read(page, form);
        form.put("decision", "deny");
        return submit(page.resolve(action), form);
    }

    /** The parameters of a callback. */
    public static Map<String, String> query(URI callback) {
        return Ask.pairs(callback.getRawQuery() == null ? "" : callback.getRawQuery());
    }

    private String read(URI page, Map<String, String> form) {
        HttpResponse<String> response = send(HttpRequest.newBuilder(page).build());
        Matcher action = ACTION.matcher(response.body());
        if (response.statusCode() != 200 || !action.find()) {
            throw new IllegalStateException("no consent page: " + response.statusCode() + " " + response.body());
        }
        Matcher inputs = INPUT.matcher(response.body());
        while (inputs.find()) {
            String text = inputs.group(1);
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher each = ATTRIBUTE.matcher(text);
            while (each.find()) {
                attributes.put(each.group(1), plain(each.group(2)));
            }
            boolean counts = text.contains("type=\"hidden\"") || text.contains(" checked");
            String name = attributes.get("name");
            if (counts && name != null) {
                form.put(name, attributes.getOrDefault("value", "on"));
            }
        }
        return plain(action.group(1));
    }

    private URI submit(URI to, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
        return response.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException(
                        "the consent page sent nobody back: " + response.statusCode() + " " + response.body()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String plain(String text) {
        return text.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
