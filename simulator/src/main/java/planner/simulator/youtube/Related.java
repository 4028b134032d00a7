package planner.simulator.youtube;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import planner.simulator.Ask;
import planner.simulator.google.GoogleError;

/** The two parts of a multipart/related body: what is said of a file, and the file. */
record Related(String json, String type, byte[] file) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern PARTS = Pattern.compile(
            "(?s)\\A--(?<cut>[^\\r\\n]+)\\r\\n(?<head>.*?)\\r\\n\\r\\n(?<json>.*?)\\r\\n--\\k<cut>\\r\\n"
                    + "(?<type>.*?)\\r\\n\\r\\n(?<file>.*)\\r\\n--\\k<cut>--(\\r\\n)?\\z");

    static Related read(Ask ask) {
        Matcher boundary = BOUNDARY.matcher(ask.header("content-type").orElse(""));
        Matcher parts = PARTS.matcher(new String(ask.body(), StandardCharsets.ISO_8859_1));
        boolean whole = ask.type().equals("multipart/related") && boundary.find() && parts.matches();
        if (!whole || !parts.group("cut").equals(boundary.group(1))) {
            throw GoogleError.wrong("badRequest", "Malformed multipart body.");
        }
        if (!parts.group("head").toLowerCase(java.util.Locale.ROOT).startsWith("content-type: application/json")) {
            throw GoogleError.wrong("badRequest", "The first part must be application/json");
        }
        byte[] json = parts.group("json").getBytes(StandardCharsets.ISO_8859_1);
        return new Related(
                new String(json, StandardCharsets.UTF_8),
                parts.group("type").replaceFirst("(?i)^content-type: *", ""),
                parts.group("file").getBytes(StandardCharsets.ISO_8859_1));
    }
}
