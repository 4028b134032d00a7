package planner.simulator.googlebusiness;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Html;

/** The profile of a place as Search shows it, with its posts below. */
final class Pages {
    private final Clock clock;
    private final List<Location> locations;
    private final UnaryOperator<String> link;

    /** @param link address of a path of this network */
    Pages(Clock clock, List<Location> locations, UnaryOperator<String> link) {
        this.clock = clock;
        this.locations = locations;
        this.link = link;
    }

    /** The bytes behind a photo. */
    Answer file(String post) {
        return locations.stream()
                .flatMap(it -> it.posts().stream())
                .filter(it -> it.id.equals(post))
                .findFirst()
                .flatMap(it -> Optional.ofNullable(it.photo))
                .map(it -> Answer.file(it.file(), it.type()))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    Answer answer(List<String> path) {
        if (path.size() == 2 && path.getFirst().equals("post")) {
            return single(path.getLast());
        }
        String id = path.isEmpty() ? locations.getFirst().id : path.getFirst();
        return locations.stream()
                .filter(it -> it.id.equals(id))
                .findFirst()
                .map(it -> shown(it.title, profile(it)))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private Answer single(String id) {
        Instant now = clock.instant();
        for (Location location : locations) {
            for (Post post : location.posts()) {
                if (post.id.equals(id) && post.shown(now)) {
                    return shown(location.title, bar() + "<main>" + card(post, now) + "</main>");
                }
            }
        }
        return Answer.text(404, "Not found");
    }

    private static Answer shown(String title, String body) {
        return Answer.html(Html.page(title + " - Google", STYLE, body));
    }

    private String bar() {
        String all = locations.stream()
                .map(it -> "<a href=\"%s\">%s</a>".formatted(page("/" + it.id), Html.escape(it.city)))
                .collect(Collectors.joining());
        return "<div class=\"bar\"><b class=\"word\"><i>G</i><i>o</i><i>o</i><i>g</i><i>l</i><i>e</i></b><nav>" + all
                + "</nav></div>";
    }

    private String profile(Location location) {
        Instant now = clock.instant();
        List<Post> posts =
                location.posts().reversed().stream().filter(it -> it.shown(now)).toList();
        String cards = posts.stream().map(it -> card(it, now)).collect(Collectors.joining());
        return bar()
                + Html.live()
                + """
                <main>
                <header class="place"><img src="%s" alt=""><div><h1>%s</h1>
                <p class="soft">4.8 ★★★★★ · Café · %s</p>%s</div></header>
                <h2>Updates from the owner</h2>
                %s
                </main>
                """.formatted(
                                Html.escape(link.apply("/avatar/" + location.id)),
                                Html.escape(location.title),
                                Html.escape(location.city),
                                location.voiced ? "" : "<p class=\"soft\">Not verified yet</p>",
                                cards.isEmpty() ? "<p class=\"nothing\">No updates yet</p>" : cards);
    }

    private String card(Post post, Instant now) {
        String photo = post.photo == null
                ? ""
                : "<img class=\"photo\" src=\"" + Html.escape(link.apply("/file/" + post.id)) + "\" alt=\"\">";
        return """
                <article><a href="%s" aria-label="Open this update">%s</a><div class="words">%s<p>%s</p>%s%s<small class="soft">%s</small></div></article>
                """.formatted(
                        page("/post/" + post.id),
                        photo,
                        heading(post),
                        Html.prose(post.text("/summary")),
                        offer(post),
                        button(post),
                        Html.ago(post.created, now));
    }

    private static String heading(Post post) {
        String title = post.text("/event/title");
        if (title.isEmpty()) {
            return post.text("/topicType").equals("ALERT") ? "<p class=\"label\">COVID-19 update</p>" : "";
        }
        String kind = post.text("/topicType").equals("OFFER") ? "Offer" : "Event";
        String repeats = post.sent.at("/event/recurrenceInfo").isObject() ? " · repeats" : "";
        return "<p class=\"label\">%s · %s to %s%s</p><h3>%s</h3>"
                .formatted(kind, date(post, "startDate"), date(post, "endDate"), repeats, Html.escape(title));
    }

    private static String date(Post post, String which) {
        var date = post.sent.at("/event/schedule/" + which);
        return "%d-%02d-%02d"
                .formatted(
                        date.path("year").asInt(0),
                        date.path("month").asInt(0),
                        date.path("day").asInt(0));
    }

    private static String offer(Post post) {
        String coupon = post.text("/offer/couponCode");
        String terms = post.text("/offer/termsConditions");
        return (coupon.isEmpty() ? "" : "<p class=\"coupon\">" + Html.escape(coupon) + "</p>")
                + (terms.isEmpty() ? "" : "<p class=\"soft\">" + Html.prose(terms) + "</p>");
    }

    private static String button(Post post) {
        String type = post.text("/callToAction/actionType");
        String url = post.text("/callToAction/url");
        String redeem = post.text("/offer/redeemOnlineUrl");
        if (!redeem.isEmpty()) {
            return "<p><a class=\"button\" href=\"" + Html.escape(redeem) + "\">Redeem online</a></p>";
        }
        if (type.isEmpty()) {
            return "";
        }
        String words = type.equals("CALL") ? "Call now" : sentence(type);
        return url.isEmpty()
                ? "<p><span class=\"button\">" + words + "</span></p>"
                : "<p><a class=\"button\" href=\"" + Html.escape(url) + "\">" + words + "</a></p>";
    }

    private static String sentence(String type) {
        String words = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String page(String path) {
        return Html.escape(link.apply("/www" + path));
    }

    private static final String STYLE = """
            :root{--page:#fff;--card:#fff;--ink:#202124;--soft:#5f6368;--line:#dadce0;--link:#1a0dab;--accent:#1a73e8}
            @media(prefers-color-scheme:dark){:root{--page:#202124;--card:#303134;--ink:#e8eaed;--soft:#bdc1c6;--line:#3c4043;\
            --link:#8ab4f8;--accent:#8ab4f8}}
            .bar{display:flex;justify-content:space-between;align-items:center;padding:14px 24px;border-bottom:1px solid var(--line)}
            .word{font-size:24px;letter-spacing:-.04em;font-weight:600}
            .word i{font-style:normal;color:#4285f4}.word i:nth-child(2),.word i:nth-child(6){color:#ea4335}
            .word i:nth-child(3){color:#e8a600}.word i:nth-child(5){color:#34a853}
            .bar nav{display:flex;gap:18px;font-size:14px;color:var(--soft)}
            main{max-width:640px;margin:0 auto;padding:24px 20px}
            .place{display:flex;gap:20px;align-items:center}
            .place img{width:88px;border-radius:12px}
            .place h1{font-size:26px;font-weight:500;line-height:1.2}
            h2{font-size:18px;font-weight:500;margin:28px 0 14px}
            article{border:1px solid var(--line);border-radius:12px;overflow:hidden;background:var(--card);margin-bottom:18px}
            .photo{width:100%;aspect-ratio:4/3;object-fit:cover}
            .words{padding:14px 16px;display:grid;gap:8px;overflow-wrap:anywhere}
            .words h3{font-size:18px;font-weight:500}
            .label{font-size:13px;color:var(--soft)}
            .coupon{border:1px dashed var(--line);border-radius:8px;padding:6px 12px;font-family:ui-monospace,monospace;justify-self:start}
            .button{display:inline-block;border:1px solid var(--line);border-radius:99px;padding:7px 18px;color:var(--accent);\
            font-weight:500;font-size:14px}
            .nothing{color:var(--soft);padding:40px 0;text-align:center}
            """;
}
