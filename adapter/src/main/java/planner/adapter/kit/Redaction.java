package planner.adapter.kit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Takes secrets out of what people may read: those the call named, and whatever stands in a field that holds secrets. */
final class Redaction {
    private static final String MASK = "[hidden]";
    private static final int LONGEST = 2_000;
    private static final String NAMES =
            "[a-z_-]*(?:token|jwt|secret|password|signature|assertion|verifier|appsecret_proof)[a-z_-]*|code";
    private static final Pattern JSON_FIELD =
            Pattern.compile("(\"(?:" + NAMES + ")\"\\s*:\\s*\")((?:[^\"\\\\]|\\\\.)*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM_FIELD =
            Pattern.compile("((?:^|[?&])(?:" + NAMES + ")=)[^&\\s]*", Pattern.CASE_INSENSITIVE);

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\r\n\t]]");

    private final List<String> secrets;

    Redaction(List<String> named) {
        var all = new ArrayList<String>();
        for (var secret : named) {
            all.add(secret);
            all.add(Call.percent(secret));
        }
        all.sort(Comparator.comparingInt(String::length).reversed());
        secrets = all;
    }

    String url(URI uri) {
        return text(uri.toString());
    }

    String body(Call.Body body) {
        return switch (body) {
            case Call.Body.None() -> "";
            case Call.Body.Bytes(var type, var bytes, var summary) ->
                summary.isEmpty() ? text(new String(bytes, StandardCharsets.UTF_8)) : summary;
            case Call.Body.Stream(var type, var length, var source) -> length + " bytes " + type;
        };
    }

    String text(String raw) {
        var text = raw;
        for (var secret : secrets) {
            text = text.replace(secret, MASK);
        }
        text = JSON_FIELD.matcher(text).replaceAll("$1" + MASK);
        text = FORM_FIELD.matcher(text).replaceAll("$1" + MASK);
        text = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
