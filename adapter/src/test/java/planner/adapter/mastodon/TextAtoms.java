package planner.adapter.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Words of every kind of writing, each with the length that a server gives it, and texts made of them by lot. */
record TextAtoms(String text, int length) {
    private static final String LINK = "https://www.example.com/a/rather/long/path?with=a&query=too#and-more";

    private static final List<TextAtoms> ALL = List.of(
            new TextAtoms("word", 4),
            new TextAtoms("zażółć", 6),
            // the same with marks of their own
            new TextAtoms("z\u0307o\u0301l\u0301", 3),
            new TextAtoms("😀", 1),
            new TextAtoms("👍🏽", 1),
            new TextAtoms("👨‍👩‍👧‍👦", 1),
            new TextAtoms("🏳️‍🌈", 1),
            new TextAtoms("🇵🇱🇺🇦", 2),
            new TextAtoms("漢字かな", 4),
            new TextAtoms("한글", 2),
            new TextAtoms("שָׁלוֹם", 4),
            new TextAtoms("مرحبا", 5),
            new TextAtoms("नमस्ते", 3),
            new TextAtoms(LINK, 23),
            new TextAtoms("http://a.pl", 23),
            new TextAtoms("https://żółw.pl/ścieżka", 23),
            new TextAtoms("example.com/no/protocol", 23),
            new TextAtoms("@grace", 6),
            new TextAtoms("@grace@a.very.long.server.example", 6),
            new TextAtoms("@a_b.c-d@żółw.example", 8),
            new TextAtoms("grace@example.com", 17),
            new TextAtoms("#hashtag", 8),
            new TextAtoms("@", 1),
            new TextAtoms("a<b&c\"d'e", 9));

    static TextAtoms random(Random random, int words) {
        var texts = new ArrayList<String>();
        int length = words - 1;
        for (int n = 0; n < words; n++) {
            var atom = ALL.get(random.nextInt(ALL.size()));
            texts.add(atom.text());
            length += atom.length();
        }
        return new TextAtoms(String.join(random.nextBoolean() ? " " : "\n", texts), length);
    }

    static List<TextAtoms> all() {
        return ALL;
    }
}
