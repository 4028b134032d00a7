package planner.simulator.facebook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.media.MediaShelf.Kept;

/** What a viewer sees: the Page with its posts, reels and stories, and a page for each of them. */
final class Timeline {
    private final Clock clock;
    private final People people;
    private final Hosts hosts;

    Timeline(Clock clock, People people, Hosts hosts) {
        this.clock = clock;
        this.people = people;
        this.hosts = hosts;
    }

    /** The bytes behind a photo, a video or a cover. */
    Answer file(List<String> path) {
        return kept(path).map(it -> Answer.file(it.file(), it.type())).orElseGet(() -> Answer.text(404, "Not found"));
    }

    private Optional<Kept> kept(List<String> path) {
        String id = path.isEmpty() ? "" : path.getFirst();
        var video = Optional.ofNullable(people.videos.get(id));
        if (video.isPresent()) {
            return path.getLast().equals("cover")
                    ? video.get().thumbnail()
                    : video.get().upload();
        }
        return Optional.ofNullable(people.photos.get(id)).map(it -> it.file);
    }

    Answer answer(Ask ask, List<String> path) {
        if (path.equals(List.of("settings", "apps"))) {
            return page("Business integrations", apps(ask.query().containsKey("done")));
        }
        Instant now = clock.instant();
        Optional<String> found = switch (path.isEmpty() ? "" : path.getFirst()) {
            case "" -> Optional.of(profile(people.cafe));
            case "reel" ->
                people.video(path.getLast())
                        .filter(it -> it.shown(now))
                        .map(it -> bar(it.page) + "<main class=\"narrow\">" + reel(it) + "</main>");
            case "stories" ->
                people.story(path.getLast()).filter(it -> it.shown(now)).map(this::story);
            default ->
                people.page(path.getFirst())
                        .flatMap(it -> below(it, path))
                        .or(() -> people.story(path.getFirst())
                                .filter(it -> it.shown(now))
                                .map(this::story));
        };
        return found.map(it -> page("Facebook", it))
                .orElseGet(() -> Answer.text(404, "This content isn't available right now"));
    }

    private static Answer page(String title, String body) {
        return Answer.html(Html.page(title, Style.FACEBOOK, body));
    }

    private Optional<String> below(Page page, List<String> path) {
        if (path.size() == 1) {
            return Optional.of(profile(page));
        }
        return people.post(path.getLast())
                .filter(it -> it.page == page && it.published(clock.instant()))
                .map(it -> bar(page) + "<main class=\"narrow\">" + card(it) + "</main>");
    }

    private record Shown(Instant at, String html) {}

    private String profile(Page page) {
        Instant now = clock.instant();
        var shown = new ArrayList<Shown>();
        page.posts().stream().filter(it -> it.published(now)).forEach(it -> shown.add(new Shown(it.at(), card(it))));
        people.videos.values().stream()
                .filter(it -> it.page == page && it.shown(now))
                .forEach(it -> shown.add(new Shown(it.at(), reel(it))));
        shown.sort((a, b) -> b.at().compareTo(a.at()));
        String feed = shown.isEmpty()
                ? "<section class=\"post nothing\"><b>No posts yet</b><span>What is published here will appear on this page.</span></section>"
                : shown.stream().map(Shown::html).collect(Collectors.joining());
        return bar(page)
                + Html.live()
                + """
                <main>
                <header class="profile"><div class="cover"></div>
                <div class="who"><img src="%s" alt=""><div><h1>%s</h1>
                <p class="soft">%s followers · %s</p></div></div></header>
                %s
                <div class="feed">%s</div>
                </main>
                """.formatted(
                                Html.escape(hosts.avatar(page.id)),
                                Html.escape(page.name),
                                Html.count(page.followers),
                                Html.escape(page.category),
                                stories(page, now),
                                feed);
    }

    private String bar(Page current) {
        String others = people.all().stream()
                .map(it -> "<a href=\"%s\"%s><img src=\"%s\" alt=\"%s\"></a>"
                        .formatted(
                                link("/" + it.username),
                                it == current ? " class=\"here\"" : "",
                                Html.escape(hosts.avatar(it.id)),
                                Html.escape(it.name)))
                .collect(Collectors.joining());
        return "<div class=\"bar\"><div><a class=\"word\" href=\"%s\">facebook</a><span class=\"pages\">%s</span></div></div>"
                .formatted(link("/" + people.cafe.username), others);
    }

    private String stories(Page page, Instant now) {
        String shown = page.stories().stream()
                .filter(it -> it.shown(now))
                .map(it -> "<a href=\"%s\">%s<small>%s</small></a>"
                        .formatted(link(it.path()), moving(it, false), Html.ago(it.at(), now)))
                .collect(Collectors.joining());
        return shown.isEmpty() ? "" : "<nav class=\"stories\" aria-label=\"Stories\">" + shown + "</nav>";
    }

    private String moving(Story story, boolean whole) {
        String file = Html.escape(hosts.file(story.mediaId()));
        if (!story.video()) {
            return "<img src=\"%s\" alt=\"\">".formatted(file);
        }
        return "<video src=\"%s\" %s playsinline preload=\"metadata\"></video>"
                .formatted(file, whole ? "controls" : "muted");
    }

    private String head(Page page, Instant at, String place) {
        String where = Nodes.PLACES.getOrDefault(place, "");
        return """
                <div class="by"><img src="%s" alt=""><div><p><a href="%s"><b>%s</b></a>%s</p>\
                <p class="soft when"><time>%s</time> · Public</p></div></div>
                """.formatted(
                        Html.escape(hosts.avatar(page.id)),
                        link("/" + page.username),
                        Html.escape(page.name),
                        where.isEmpty() ? "" : " is in <b>" + Html.escape(where) + "</b>",
                        Html.ago(at, clock.instant()));
    }

    private String card(Post post) {
        String photos = post.photos().stream()
                .limit(4)
                .map(it -> "<img src=\"%s\" alt=\"%s\" loading=\"lazy\">"
                        .formatted(Html.escape(hosts.file(it.id)), Html.escape(it.alt)))
                .collect(Collectors.joining());
        int more = post.photos().size() - 4;
        String grid = photos.isEmpty()
                ? ""
                : "<a class=\"photos of%d\" href=\"%s\">%s%s</a>"
                        .formatted(
                                Math.min(4, post.photos().size()),
                                link(post.path()),
                                photos,
                                more > 0 ? "<span>+" + more + "</span>" : "");
        long likes = Numbers.likes(post.id, post.page, post.at(), clock.instant());
        return "<article class=\"post\">" + head(post.page, post.at(), post.place)
                + "<div class=\"text\">" + Html.prose(post.message()) + "</div>"
                + grid
                + preview(post)
                + foot(likes, post.talk)
                + "</article>";
    }

    private static String preview(Post post) {
        var card = post.card;
        if (card == null) {
            return "";
        }
        String picture = card.picture().isEmpty()
                ? ""
                : "<img src=\"%s\" alt=\"\" loading=\"lazy\">".formatted(Html.escape(card.picture()));
        String host = java.net.URI.create(card.link()).getHost();
        return "<a class=\"card\" href=\"%s\">%s<span><small>%s</small><b>%s</b><i>%s</i></span></a>"
                .formatted(
                        Html.escape(card.link()),
                        picture,
                        Html.escape(host),
                        Html.escape(card.title()),
                        Html.escape(card.description()));
    }

    private String reel(Video video) {
        var finish = video.finished().orElseThrow();
        String poster = video.thumbnail().isPresent()
                ? " poster=\"%s\"".formatted(Html.escape(hosts.file(video.id + "/cover")))
                : "";
        String title = finish.title().isEmpty() ? "" : "<b>" + Html.escape(finish.title()) + "</b><br>";
        long likes = Numbers.likes(video.id, video.page, video.at(), clock.instant());
        return "<article class=\"post\">" + head(video.page, video.at(), finish.place())
                + "<div class=\"text\">" + title + Html.prose(finish.description()) + "</div>"
                + "<video class=\"film\" src=\"%s\"%s controls playsinline preload=\"metadata\"></video>"
                        .formatted(Html.escape(hosts.file(video.id)), poster)
                + foot(likes, video.talk)
                + "</article>";
    }

    private String foot(long likes, Talk talk) {
        var comments = talk.all();
        String said = comments.stream()
                .map(it ->
                        "<p class=\"said\"><b>%s</b> %s</p>".formatted(Html.escape(it.from()), Html.prose(it.text())))
                .collect(Collectors.joining());
        return "<div class=\"foot\"><span>%s</span><span>%s</span></div>%s"
                .formatted(
                        Html.count(likes) + (likes == 1 ? " like" : " likes"),
                        comments.isEmpty() ? "" : comments.size() + (comments.size() == 1 ? " comment" : " comments"),
                        said);
    }

    private String story(Story story) {
        return """
                <main class="story"><div class="frame"><div class="progress"></div>
                <a class="by" href="%s"><img src="%s" alt=""><b>%s</b><span>%s</span></a>%s</div></main>
                """.formatted(
                        link("/" + story.page().username),
                        Html.escape(hosts.avatar(story.page().id)),
                        Html.escape(story.page().name),
                        Html.ago(story.at(), clock.instant()),
                        moving(story, true));
    }

    private String apps(boolean done) {
        return bar(people.cafe)
                + """
                <main class="narrow"><section class="post"><h1>Business integrations</h1><p class="soft">%s</p>
                <form method="post" class="app"><span><b>Planner</b><small>may post to the Pages of %s</small></span>\
                <button>Remove</button></form></section></main>
                """.formatted(
                                done
                                        ? "Removed. Its access has ended."
                                        : "Who may act for your Pages. Removing ends the access at once.",
                                Html.escape(people.owner.name()));
    }

    private String link(String path) {
        return Html.escape(hosts.web() + path);
    }
}
