package planner.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a multipart/form-data body. */
public record Multipart(Map<String, Part> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^;\\r\\n]+)");

    /** @param file name of the file, empty for a plain field */
    public record Part(String file, String type, byte[] content) {
        public String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    /** @throws IllegalArgumentException when the body is none */
    public static Multipart read(Ask ask) {
        Matcher boundary = BOUNDARY.matcher(ask.header("content-type").orElse(""));
        if (!ask.type().equals("multipart/form-data") || !boundary.find()) {
            throw new IllegalArgumentException("not multipart/form-data");
        }
        byte[] body = ask.body();
        byte[] cut = ("--" + boundary.group(1)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] gap = "\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Map<String, Part> parts = new LinkedHashMap<>();
        int at = find(body, cut, 0);
        while (at >= 0) {
            int begin = at + cut.length;
            int end = find(body, cut, begin);
            int head = find(body, gap, begin);
            if (end < 0 || head < 0 || head > end) {
                break;
            }
            add(
                    parts,
                    new String(body, begin, head - begin, StandardCharsets.UTF_8),
                    Arrays.copyOfRange(body, head + 4, end - 2));
            at = end;
        }
        return new Multipart(parts);
    }

    private static void add(Map<String, Part> parts, String head, byte[] content) {
        Matcher name = NAME.matcher(head);
        Matcher file = FILE.matcher(head);
        Matcher type = TYPE.matcher(head);
        if (name.find()) {
            parts.put(
                    name.group(1),
                    new Part(
                            file.find() ? file.group(1) : "",
                            type.find() ? type.group(1).strip().toLowerCase(Locale.ROOT) : "text/plain",
                            content));
        }
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        for (int i = from; i <= body.length - wanted.length; i++) {
            int j = 0;
            while (j < wanted.length && body[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}
