package planner.simulator.tiktok;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;

/** What the creator sees: the profile, one post as the feed shows it, and the inbox where drafts wait. */
final class Pages {
    private final Clock clock;
    private final List<Creator> creators;
    private final Hosts hosts;

    Pages(Clock clock, List<Creator> creators, Hosts hosts) {
        this.clock = clock;
        this.creators = creators;
        this.hosts = hosts;
    }

    /** The bytes behind a picture or a video. */
    Answer file(List<String> path) {
        int number = Integer.parseInt(path.getLast());
        return share(path.getFirst())
                .filter(it -> number < it.files().size())
                .map(it -> it.files().get(number))
                .map(it -> Answer.file(it.file(), it.type()))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private Optional<Share> share(String id) {
        return creators.stream().flatMap(it -> it.share(id).stream()).findFirst();
    }

    Answer answer(Ask ask, List<String> path) {
        String who = path.isEmpty() ? "@" + creators.getFirst().username : path.getFirst();
        Optional<Creator> creator =
                creators.stream().filter(it -> who.equals("@" + it.username)).findFirst();
        if (creator.isEmpty()) {
            return Answer.text(404, "Couldn't find this page");
        }
        Creator found = creator.get();
        if (path.size() < 2) {
            return shown("@" + found.username, profile(found));
        }
        if (path.get(1).equals("inbox")) {
            return ask.method().equals("POST")
                    ? posted(found, ask.form().getOrDefault("draft", ""))
                    : shown("Inbox", inbox(found));
        }
        return found.share(path.getLast())
                .filter(it -> it.shown(clock.instant()))
                .map(it -> shown("@" + found.username, post(it)))
                .orElseGet(() -> Answer.text(404, "Video currently unavailable"));
    }

    private static Answer shown(String title, String body) {
        return Answer.html(Html.page(title + " | TikTok", Style.TIKTOK, body));
    }

    private Answer posted(Creator creator, String draft) {
        creator.share(draft).ifPresent(it -> it.finish(clock.instant()));
        return Answer.redirect(URI.create(hosts.web() + "/@" + creator.username));
    }

    private String bar(Creator current) {
        String others = creators.stream()
                .map(it -> "<a href=\"%s\"%s><img src=\"%s\" alt=\"%s\"></a>"
                        .formatted(
                                link("/@" + it.username),
                                it == current ? " class=\"here\"" : "",
                                Html.escape(hosts.avatar(it.username)),
                                Html.escape(it.username)))
                .collect(Collectors.joining());
        int waiting = current.inbox(clock.instant()).size();
        return """
                <div class="bar"><a class="word" href="%s">TikTok</a><span class="who"><a class="inbox" href="%s">Inbox%s</a>%s</span></div>
                """.formatted(
                        link("/@" + current.username),
                        link("/@" + current.username + "/inbox"),
                        waiting == 0 ? "" : "<i>" + waiting + "</i>",
                        others);
    }

    private String profile(Creator creator) {
        Instant now = clock.instant();
        List<Share> posts = creator.posts(now);
        String grid = posts.isEmpty()
                ? "<div class=\"nothing\"><b>Upload your first video</b><span>Your videos will appear here.</span></div>"
                : posts.stream().map(this::tile).collect(Collectors.joining("", "<div class=\"grid\">", "</div>"));
        long likes = posts.stream().mapToLong(it -> Display.views(it, now) / 12).sum();
        return bar(creator)
                + Html.live()
                + """
                <main>
                <header class="profile">
                <img src="%s" alt="">
                <div><h1>%s</h1><p class="handle">@%s%s</p>
                <p class="counts"><span><b>48</b> Following</span><span><b>%s</b> Followers</span><span><b>%s</b> Likes</span></p></div>
                </header>
                <nav class="tabs"><span aria-current="page">Videos</span></nav>
                %s
                </main>
                """.formatted(
                                Html.escape(hosts.avatar(creator.username)),
                                Html.escape(creator.nickname),
                                Html.escape(creator.username),
                                creator.hidden ? " <span class=\"lock\">private account</span>" : "",
                                Html.count(creator.followers),
                                Html.count(likes),
                                grid);
    }

    private String tile(Share share) {
        boolean open = share.info.privacy().isEmpty() || share.info.privacy().equals("PUBLIC_TO_EVERYONE");
        String mark = share.photos() && share.files().size() > 1
                ? "<span class=\"mark\">" + share.files().size() + " photos</span>"
                : "";
        return "<a class=\"tile\" href=\"%s\"><span class=\"unseen\">%s</span>%s%s<span class=\"views\">%s</span></a>"
                .formatted(
                        link(share.path()),
                        Html.escape(share.info.title().isEmpty() ? "A post without words" : share.info.title()),
                        still(share),
                        mark,
                        open
                                ? "▷ " + Html.count(Display.views(share, clock.instant()))
                                : "🔒 " + audience(share.info.privacy()));
    }

    private static String audience(String privacy) {
        return switch (privacy) {
            case "SELF_ONLY" -> "Only me";
            case "MUTUAL_FOLLOW_FRIENDS" -> "Friends";
            case "FOLLOWER_OF_CREATOR" -> "Followers";
            default -> "Everyone";
        };
    }

    private String still(Share share) {
        int number = share.photos() ? share.info.cover() : 0;
        String address = Html.escape(hosts.file(share.postId, number));
        return share.photos()
                ? "<img src=\"" + address + "\" alt=\"\" loading=\"lazy\">"
                : "<video src=\"%s#t=%s\" muted playsinline preload=\"metadata\"></video>"
                        .formatted(address, share.info.cover() / 1000.0 + 0.05);
    }

    private String post(Share share) {
        Instant now = clock.instant();
        long views = Display.views(share, now);
        String media = share.photos()
                ? IntStream.range(0, share.files().size())
                        .mapToObj(i -> "<div><img src=\"%s\" alt=\"\"></div>"
                                .formatted(Html.escape(hosts.file(share.postId, i))))
                        .collect(Collectors.joining("", "<div class=\"photos\" tabindex=\"0\">", "</div>"))
                : "<video src=\"%s\" controls loop playsinline preload=\"metadata\"></video>"
                        .formatted(Html.escape(hosts.file(share.postId, 0)));
        return """
                <main class="watch">
                <div class="stage">
                <div class="frame">%s
                <div class="words"><a href="%s"><b>%s</b></a> <span>· %s</span>
                <p class="title">%s</p>%s%s</div></div>
                <aside><a href="%s"><img src="%s" alt="%s"></a>
                <span class="act">♥<small>%s</small></span><span class="act">💬<small>%s</small></span><span class="act">↪<small>%s</small></span></aside>
                </div>
                </main>
                """.formatted(
                        media,
                        link("/@" + share.creator.username),
                        Html.escape(share.creator.username),
                        Html.ago(share.at(), now),
                        Html.prose(share.info.title()),
                        share.info.description().isEmpty() ? "" : "<p>" + Html.prose(share.info.description()) + "</p>",
                        labels(share),
                        link("/@" + share.creator.username),
                        Html.escape(hosts.avatar(share.creator.username)),
                        Html.escape(share.creator.username),
                        Html.count(views / 12),
                        share.info.commentOff() ? "off" : Html.count(views / 300),
                        Html.count(views / 180));
    }

    private static String labels(Share share) {
        return label(share.info.branded(), "Paid partnership")
                + label(share.info.ownBrand() && !share.info.branded(), "Promotional content")
                + label(share.info.generated(), "Creator labeled as AI-generated")
                + label(
                        !share.info.privacy().isEmpty() && !share.info.privacy().equals("PUBLIC_TO_EVERYONE"),
                        audience(share.info.privacy()));
    }

    private static String label(boolean there, String text) {
        return there ? "<span class=\"label\">" + text + "</span>" : "";
    }

    private String inbox(Creator creator) {
        Instant now = clock.instant();
        String rows = creator.inbox(now).stream()
                .map(it -> """
                        <form method="post" class="draft"><span class="thumb">%s</span><span><b>Planner sent you a %s</b>\
                        <small>%s · %s</small></span><button name="draft" value="%s">Post</button></form>
                        """.formatted(
                                still(it),
                                it.photos() ? "photo post" : "video",
                                Html.escape(it.info.title().isEmpty() ? "Add a caption and post it" : it.info.title()),
                                Html.ago(it.at(), now),
                                Html.escape(it.publishId)))
                .collect(Collectors.joining());
        return bar(creator) + "<main class=\"narrow\"><h1>Inbox</h1>"
                + (rows.isEmpty()
                        ? "<div class=\"nothing\"><b>All activity</b><span>Drafts that apps send you will appear here.</span></div>"
                        : rows)
                + "</main>";
    }

    private String link(String path) {
        return Html.escape(hosts.web() + path);
    }
}
