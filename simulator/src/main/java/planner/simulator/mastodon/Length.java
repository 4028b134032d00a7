package planner.simulator.mastodon;

import java.util.regex.Pattern;

/** How long a text is for the server: seen characters, every link as 23, mentions without their server. */
final class Length {
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?<![\\p{L}\\p{N}@$#_/.-])https?://[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*\\.)+[\\p{L}]{2,}(?::\\d+)?(?:[/?][^\\s<>]*[^\\s<>.,;:!?'\")\\]])?/?");
    private static final Pattern MENTION = Pattern.compile(
            "(?<![=/\\p{L}\\p{N}_])@([A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*)@[\\p{L}\\p{N}_]+(?:[.-]+[\\p{L}\\p{N}_]+)*");
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Length() {}

    static int of(String warning, String text) {
        String linked = LINK.matcher(text).replaceAll("x".repeat(Rules.PER_URL));
        String counted = warning + MENTION.matcher(linked).replaceAll("@$1");
        return (int) CLUSTER.matcher(counted).results().count();
    }
}
