package planner.simulator.mastodon;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import planner.simulator.Html;

/** Text as the API shows it: paragraphs, links with their hidden parts, mentions without their server. */
final class Content {
    private static final int SHOWN_OF_LINK = 30;
    private static final Pattern PARTS = Pattern.compile("(?<link>(?i:https?)://[^\\s<>]*[^\\s<>.,;:!?'\")\\]])"
            + "|(?<![=/\\p{L}\\p{N}_])@(?<who>[A-Za-z0-9_]+)(?<there>@[\\p{L}\\p{N}_]+(?:[.-]+[\\p{L}\\p{N}_]+)*)?"
            + "|(?<![\\p{L}\\p{N}_&/])#(?<tag>[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)");

    private Content() {}

    /** @param quoted the address of what is quoted; empty = nothing is */
    static String html(String text, String quoted) {
        StringBuilder shown = new StringBuilder();
        if (!quoted.isEmpty() && !text.contains(quoted)) {
            shown.append("<p class=\"quote-inline\">RE: ").append(link(quoted)).append("</p>");
        }
        if (text.isBlank()) {
            return shown.toString();
        }
        for (String paragraph : text.strip().split("\n{2,}")) {
            shown.append("<p>").append(line(paragraph).replace("\n", "<br />")).append("</p>");
        }
        return shown.toString();
    }

    private static String line(String text) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        for (MatchResult part : PARTS.matcher(text).results().toList()) {
            shown.append(Html.escape(text.substring(at, part.start()))).append(marked(part));
            at = part.end();
        }
        return shown.append(Html.escape(text.substring(at))).toString();
    }

    private static String marked(MatchResult part) {
        if (part.group("link") != null) {
            return link(part.group("link"));
        }
        String who = part.group("who");
        if (who != null) {
            // who is not known here stays as it was written
            boolean known = People.ALL.stream().anyMatch(it -> it.handle().equalsIgnoreCase(who));
            return known
                    ? "<span class=\"h-card\"><a href=\"#\" class=\"u-url mention\">@<span>"
                            + who.toLowerCase(java.util.Locale.ROOT)
                            + "</span></a></span>"
                    : Html.escape(part.group());
        }
        return "<a href=\"#\" class=\"mention hashtag\" rel=\"tag\">#<span>" + Html.escape(part.group("tag"))
                + "</span></a>";
    }

    private static String link(String address) {
        int begin = address.indexOf("://") + 3;
        if (address.startsWith("www.", begin)) {
            begin += 4;
        }
        int end = Math.min(address.length(), begin + SHOWN_OF_LINK);
        return "<a href=\"%s\" target=\"_blank\" rel=\"nofollow noopener noreferrer\"><span class=\"invisible\">%s</span><span class=\"%s\">%s</span><span class=\"invisible\">%s</span></a>"
                .formatted(
                        Html.escape(address),
                        Html.escape(address.substring(0, begin)),
                        end < address.length() ? "ellipsis" : "",
                        Html.escape(address.substring(begin, end)),
                        Html.escape(address.substring(end)));
    }
}
