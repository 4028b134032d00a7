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
    /** What is looked through for fields: secrets that are hidden make a text shorter, hence more than is kept. */
    private static final int LONGEST_READ = 10 * LONGEST;

    private static final String NAMES =
            "[a-z_-]{0,60}(?:token|jwt|secret|password|signature|assertion|verifier|appsecret_proof)[a-z_-]{0,60}|code";
    // what comes from outside is as long as it likes: a group that may give back takes stack for every turn
    private static final Pattern JSON_FIELD = Pattern.compile(
            "(\"(?:" + NAMES + ")\"\\s*+:\\s*+\")(?:[^\"\\\\]++|\\\\.?+)*+", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
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
        text = beginning(text, LONGEST_READ);
        text = JSON_FIELD.matcher(text).replaceAll("$1" + MASK);
        text = FORM_FIELD.matcher(text).replaceAll("$1" + MASK);
        text = UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
        return text.length() <= LONGEST ? text : beginning(text, LONGEST) + "…";
    }

    private static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
