package planner.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little that all pages of the simulator have in common. */
public final class Html {
    private static final Pattern TAG = Pattern.compile("(?<![\\w&])([#@][\\p{L}\\p{N}_.]*[\\p{L}\\p{N}_])");

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Text of a post with its line breaks, and its tags and mentions marked. */
    public static String prose(String text) {
        Matcher tags = TAG.matcher(escape(text));
        return tags.replaceAll("<span class=\"tag\">$1</span>").replace("\n", "<br>");
    }

    /** "3 min", "2 h", "5 d": how long ago. */
    public static String ago(Instant at, Instant now) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return "now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min";
        }
        return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
    }

    /** 1234 as "1,234" and 12480 as "12.5K". */
    public static String count(long number) {
        if (number < 10_000) {
            return String.format(java.util.Locale.ENGLISH, "%,d", number);
        }
        return number < 1_000_000
                ? String.format(java.util.Locale.ENGLISH, "%.1fK", number / 1000.0)
                : String.format(java.util.Locale.ENGLISH, "%.1fM", number / 1_000_000.0);
    }

    /**
     * @param style rules of this page, after the common ones
     * @param body escaped where needed
     */
    public static String page(String title, String style, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <style>%s%s</style>
                </head>
                <body>
                %s
                <p class="sandbox"><a href="/">Sandbox</a> · nothing here leaves this machine</p>
                </body>
                </html>
                """.formatted(escape(title), COMMON, style, body);
    }

    /** Takes over what is new without a reload, but not under the hands of somebody who watches a video. */
    public static String live() {
        return """
                <script>
                let seen = "";
                setInterval(async () => {
                  const answer = await fetch(location.href).catch(() => null);
                  if (!answer || !answer.ok) return;
                  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
                  const busy = [...document.querySelectorAll("video")].some(video => !video.paused);
                  if (seen && fresh.innerHTML !== seen && !busy) document.querySelector("main").innerHTML = fresh.innerHTML;
                  if (!busy) seen = fresh.innerHTML;
                }, 2000);
                </script>
                """;
    }

    /** A round picture of somebody who has none: the first letter on a colour of their own. */
    public static String avatar(String name) {
        int hue = Math.floorMod(name.hashCode(), 360);
        String letter = name.isEmpty() ? "?" : name.substring(0, name.offsetByCodePoints(0, 1));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="160" height="160">
                <defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(%d 62%% 46%%)"/>\
                <stop offset="1" stop-color="hsl(%d 66%% 34%%)"/></linearGradient></defs>
                <rect width="80" height="80" fill="url(#g)"/>
                <text x="40" y="53" font-family="system-ui,sans-serif" font-size="38" font-weight="600" fill="#fff" \
                text-anchor="middle">%s</text></svg>
                """.formatted(hue, (hue + 40) % 360, escape(letter.toUpperCase(java.util.Locale.ROOT)));
    }

    private static final String COMMON = """
            :root{color-scheme:light dark;--page:#fafafa;--card:#fff;--ink:#16181c;--soft:#5b6270;--line:#e2e4e8;\
            --link:#0b57d0;--accent:#0b57d0}
            @media(prefers-color-scheme:dark){:root{--page:#0e0f12;--card:#17191e;--ink:#eceef2;--soft:#a2a9b6;\
            --line:#2b2f37;--link:#8ab4ff;--accent:#8ab4ff}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",\
            Roboto,sans-serif;-webkit-font-smoothing:antialiased}
            a{color:inherit;text-decoration:none}
            img,video{display:block;max-width:100%}
            h1,h2,h3,p{margin:0}
            button{font:inherit;cursor:pointer}
            :focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .soft{color:var(--soft)}
            .tag{color:var(--link)}
            .sandbox{margin:48px 0 24px;text-align:center;font-size:13px;color:var(--soft)}
            .sandbox a{text-decoration:underline}
            """;
}
