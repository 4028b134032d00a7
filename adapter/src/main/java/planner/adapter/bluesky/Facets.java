package planner.adapter.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import planner.adapter.kit.Domains;
import planner.adapter.kit.Fields;
import planner.network.Unit;

/**
 * Finds what is alive in a text: links, mentions, hashtags and stock symbols. The network itself does not look, and it
 * counts positions in bytes of UTF-8 without checking that they lie inside the text.
 */
final class Facets {
    private static final String BEFORE = "(?<=^|[\\s(])";
    private static final String INVISIBLE = "\\u00ad\\u2060\\u200a-\\u200d\\u20e2";
    private static final Pattern LINK = unicode(BEFORE + "(?i:https?://\\S+|[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*\\.\\p{L}+"
            + "(?![\\p{L}\\p{N}@_.-]*@)(?::\\d{1,5})?(?:[/?#]\\S*)?(?=$|[\\s.,;:!?)\\]\"'»”’…]))");
    private static final Pattern MENTION = unicode(BEFORE + "@([a-zA-Z0-9.-]+)");
    private static final Pattern TAG = unicode("(?<=^|\\s)[#＃](?!\\ufe0f)([^\\s" + INVISIBLE + "]+)");
    private static final Pattern CASHTAG = unicode(BEFORE + "\\$([A-Za-z][A-Za-z0-9]{0,4})(?=$|[\\s.,;:!?)\"'”’…])");
    private static final Pattern TRAILING = Pattern.compile("\\p{P}+$");
    private static final Pattern SAYS_SOMETHING = unicode("[^\\d\\s\\p{P}]");
    // app.bsky.richtext.facet#tag: maxGraphemes 64, maxLength 640 (bytes).
    private static final int TAG_GRAPHEMES = 64;
    private static final int TAG_BYTES = 640;

    /** @param start and end: positions in the text in UTF-16 units, end exclusive */
    record Found(int start, int end, Kind kind, String value) {}

    enum Kind {
        LINK,
        MENTION,
        TAG
    }

    private Facets() {}

    /** In the order of the text, none overlapping. The value of a mention is its handle. */
    static List<Found> in(String text) {
        var found = new ArrayList<Found>();
        links(text, found);
        mentions(text, found);
        tags(text, found);
        found.sort(Comparator.comparingInt(Found::start));
        return List.copyOf(found);
    }

    static List<String> handles(String text) {
        return in(text).stream()
                .filter(found -> found.kind() == Kind.MENTION)
                .map(Found::value)
                .distinct()
                .toList();
    }

    static Optional<String> firstLink(String text) {
        return in(text).stream()
                .filter(found -> found.kind() == Kind.LINK)
                .map(Found::value)
                .findFirst();
    }

    /**
     * The facets as they stand in a record.
     *
     * @param dids of the mentioned handles; one that is missing stays plain text
     */
    static List<Map<String, Object>> of(String text, Map<String, String> dids) {
        var facets = new ArrayList<Map<String, Object>>();
        for (var found : in(text)) {
            switch (found.kind()) {
                case LINK -> facets.add(facet(text, found, "link", "uri", found.value()));
                case TAG -> facets.add(facet(text, found, "tag", "tag", found.value()));
                case MENTION -> {
                    var did = dids.get(found.value());
                    if (did != null) {
                        facets.add(facet(text, found, "mention", "did", did));
                    }
                }
            }
        }
        return facets;
    }

    private static Map<String, Object> facet(String text, Found found, String kind, String name, String value) {
        return Fields.of(
                "index",
                Fields.of("byteStart", bytes(text, found.start()), "byteEnd", bytes(text, found.end())),
                "features",
                List.of(Fields.of("$type", "app.bsky.richtext.facet#" + kind, name, value)));
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
    }

    private static void links(String text, List<Found> found) {
        var matcher = LINK.matcher(text);
        while (matcher.find()) {
            var shown = withoutTrailing(matcher.group());
            boolean full = shown.regionMatches(true, 0, "http", 0, 4) && shown.contains("://");
            if (full ? shown.length() > shown.indexOf("://") + 3 : Domains.endsInRealTld(host(shown))) {
                found.add(new Found(
                        matcher.start(),
                        matcher.start() + shown.length(),
                        Kind.LINK,
                        full ? shown : "https://" + shown));
            }
        }
    }

    private static String host(String shown) {
        return shown.split("[:/?#]", 2)[0];
    }

    /** A sentence's own punctuation is not part of the link; a bracket is when it was opened inside. */
    private static String withoutTrailing(String link) {
        var text = link;
        for (; ; ) {
            int last = text.length() - 1;
            char end = text.charAt(last);
            boolean unmatched = end == ')' && text.indexOf('(') < 0;
            if (".,;:!?\"'»”’…".indexOf(end) < 0 && !unmatched) {
                return text;
            }
            text = text.substring(0, last);
        }
    }

    private static void mentions(String text, List<Found> found) {
        var matcher = MENTION.matcher(text);
        while (matcher.find()) {
            var handle = matcher.group(1).replaceAll("[.-]+$", "");
            if (Handles.isHandle(handle) && free(matcher.start(), found)) {
                found.add(new Found(
                        matcher.start(),
                        matcher.start() + 1 + handle.length(),
                        Kind.MENTION,
                        handle.toLowerCase(Locale.ROOT)));
            }
        }
    }

    private static void tags(String text, List<Found> found) {
        var matcher = TAG.matcher(text);
        while (matcher.find()) {
            var tag = TRAILING.matcher(matcher.group(1)).replaceAll("");
            boolean fits = Unit.GRAPHEMES.count(tag) <= TAG_GRAPHEMES && Unit.UTF8_BYTES.count(tag) <= TAG_BYTES;
            if (SAYS_SOMETHING.matcher(tag).find() && fits && free(matcher.start(), found)) {
                found.add(new Found(matcher.start(), matcher.start() + 1 + tag.length(), Kind.TAG, tag));
            }
        }
        var cash = CASHTAG.matcher(text);
        while (cash.find()) {
            if (free(cash.start(), found)) {
                found.add(new Found(
                        cash.start(), cash.end(), Kind.TAG, cash.group().toUpperCase(Locale.ROOT)));
            }
        }
    }

    private static boolean free(int start, List<Found> found) {
        return found.stream().noneMatch(other -> start >= other.start() && start < other.end());
    }

    private static Pattern unicode(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
