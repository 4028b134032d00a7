package planner.simulator.instagram;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.instagram.Draft.Kind;
import planner.simulator.media.MediaShelf.Kept;

/** What a viewer sees: the profile with its grid, reels and stories, and a page for each post. */
final class Pages {
    private final Clock clock;
    private final People people;
    private final Hosts hosts;

    Pages(Clock clock, People people, Hosts hosts) {
        this.clock = clock;
        this.people = people;
        this.hosts = hosts;
    }

    /** The bytes behind a picture or a video. */
    Answer file(List<String> path) {
        return people.post(path.getFirst())
                .flatMap(post -> kept(post.draft, path.getLast()))
                .map(it -> Answer.file(it.file(), it.type()))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private static Optional<Kept> kept(Draft draft, String which) {
        if (which.equals("cover")) {
            return Optional.ofNullable(draft.cover());
        }
        int number = Integer.parseInt(which);
        if (number < draft.children().size()) {
            return Optional.ofNullable(draft.children().get(number).media());
        }
        return Optional.ofNullable(draft.media());
    }

    Answer answer(Ask ask, List<String> path) {
        if (path.equals(List.of("accounts", "apps"))) {
            return Answer.html(Html.page(
                    "Apps and websites", Style.INSTAGRAM, apps(ask.query().containsKey("done"))));
        }
        Optional<String> page = switch (path.isEmpty() ? "" : path.getFirst()) {
            case "" -> Optional.of(profile(people.cafe, false));
            case "p", "reel" -> people.post(path.getLast()).map(this::post);
            case "stories" -> people.post(path.getLast()).map(this::story);
            default ->
                people.account(path.getFirst())
                        .map(it -> profile(it, path.getLast().equals("reels")));
        };
        return page.map(it -> Answer.html(Html.page("Instagram", Style.INSTAGRAM, it)))
                .orElseGet(() -> Answer.text(404, "Sorry, this page isn't available."));
    }

    private String profile(Account account, boolean reels) {
        Instant now = clock.instant();
        List<Post> stories = account.stories(now);
        List<Post> shown = account.media().stream()
                .filter(it -> !reels || it.draft.kind() == Kind.REEL)
                .filter(it -> reels || it.draft.kind() != Kind.REEL || it.draft.shareToFeed())
                .toList();
        String grid = shown.isEmpty()
                ? "<div class=\"nothing\"><b>No posts yet</b><span>What is published here will appear on this page.</span></div>"
                : shown.stream()
                        .map(it -> tile(it, reels))
                        .collect(
                                Collectors.joining("", "<div class=\"grid" + (reels ? " tall" : "") + "\">", "</div>"));
        return bar(account)
                + Html.live()
                + """
                <main>
                <header class="profile">
                %s
                <div><h1>%s</h1>
                <p class="counts"><span><b>%s</b> posts</span><span><b>%s</b> followers</span><span><b>211</b> following</span></p>
                <p class="name"><b>%s</b><span class="soft">%s</span></p></div>
                </header>
                %s
                <nav class="tabs"><a href="%s"%s>Posts</a><a href="%s"%s>Reels</a></nav>
                %s
                </main>
                """.formatted(
                                ring(account, stories),
                                Html.escape(account.username),
                                Html.count(account.media().size()),
                                Html.count(account.followers),
                                Html.escape(account.name),
                                account.type.equals("Business") ? "Café" : "Creator",
                                stories.isEmpty() ? "" : bubbles(stories, now),
                                link("/" + account.username + "/"),
                                reels ? "" : " aria-current=\"page\"",
                                link("/" + account.username + "/reels"),
                                reels ? " aria-current=\"page\"" : "",
                                grid);
    }

    private String bar(Account current) {
        String others = people.accounts().stream()
                .map(it -> "<a href=\"%s\"%s><img src=\"%s\" alt=\"%s\"></a>"
                        .formatted(
                                link("/" + it.username + "/"),
                                it == current ? " class=\"here\"" : "",
                                Html.escape(hosts.avatar(it.username)),
                                Html.escape(it.username)))
                .collect(Collectors.joining());
        return "<div class=\"bar\"><div><a class=\"word\" href=\"%s\">Instagram</a><span class=\"who\">%s</span></div></div>"
                .formatted(link("/"), others);
    }

    private String ring(Account account, List<Post> stories) {
        String picture = "<img src=\"%s\" alt=\"\">".formatted(Html.escape(hosts.avatar(account.username)));
        return stories.isEmpty()
                ? "<span class=\"ring quiet\">" + picture + "</span>"
                : "<a class=\"ring\" href=\"%s\" aria-label=\"Watch the story\">%s</a>"
                        .formatted(link(stories.getLast().path()), picture);
    }

    private String bubbles(List<Post> stories, Instant now) {
        return stories.stream()
                .map(it ->
                        "<a href=\"%s\"><span class=\"ring small\"><span class=\"round\">%s</span></span><small>%s</small></a>"
                                .formatted(link(it.path()), still(it, 0), Html.ago(it.at, now)))
                .collect(Collectors.joining("", "<div class=\"bubbles\">", "</div>"));
    }

    private String tile(Post post, boolean tall) {
        String mark = switch (post.draft.kind()) {
            case REEL -> "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M8 5v14l11-7z\"/></svg>";
            case CAROUSEL ->
                "<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"M4 4h12v12H4z\" opacity=\".6\"/><path d=\"M8 8h12v12H8z\"/></svg>";
            default -> "";
        };
        String figures = tall
                ? "<span class=\"views\">▶ " + Html.count(Numbers.reach(post, clock.instant()) * 14 / 10) + "</span>"
                : "";
        return "<a class=\"tile\" href=\"%s\"><span class=\"unseen\">%s</span>%s%s%s</a>"
                .formatted(
                        link(post.path()),
                        Html.escape(label(post)),
                        still(post, 0),
                        mark.isEmpty() || tall ? "" : "<span class=\"mark\">" + mark + "</span>",
                        figures);
    }

    private static String label(Post post) {
        String caption = post.draft.caption();
        return caption.isEmpty()
                ? "A post without words"
                : caption.lines().findFirst().orElse(caption);
    }

    /** The picture that stands for a post: its cover, its image, or the first frame. */
    private String still(Post post, int number) {
        Draft draft = post.draft.children().isEmpty()
                ? post.draft
                : post.draft.children().get(number);
        if (draft.cover() != null) {
            return image(cover(post), "");
        }
        return draft.kind().video()
                ? "<video src=\"%s#t=%s\" muted playsinline preload=\"metadata\"></video>"
                        .formatted(
                                Html.escape(hosts.file(post.id, number)),
                                draft.thumbnail().toMillis() / 1000.0 + 0.05)
                : image(hosts.file(post.id, number), draft.altText());
    }

    private static String image(String address, String alt) {
        return "<img src=\"%s\" alt=\"%s\" loading=\"lazy\">".formatted(Html.escape(address), Html.escape(alt));
    }

    private String full(Post post, int number) {
        Draft draft = post.draft.children().isEmpty()
                ? post.draft
                : post.draft.children().get(number);
        String poster = draft.cover() == null ? "" : " poster=\"%s\"".formatted(Html.escape(cover(post)));
        String shown = draft.kind().video()
                ? "<video src=\"%s\"%s controls playsinline preload=\"metadata\"></video>"
                        .formatted(Html.escape(hosts.file(post.id, number)), poster)
                : image(hosts.file(post.id, number), draft.altText());
        return shown + Lines.people(draft);
    }

    private String cover(Post post) {
        return hosts.file(post.id, 0).replaceFirst("0$", "cover");
    }

    private String post(Post post) {
        int items = Math.max(1, post.draft.children().size());
        String media = IntStream.range(0, items)
                .mapToObj(i -> "<div>" + full(post, i) + "</div>")
                .collect(Collectors.joining());
        String comments = post.comments().reversed().stream()
                .map(it -> "<p><b>%s</b> %s</p>".formatted(Html.escape(it.username()), Html.prose(it.text())))
                .collect(Collectors.joining());
        return bar(post.account)
                + """
                <main class="single">
                <article>
                <div class="media%s" tabindex="0">%s</div>
                <div class="text">
                <a class="by" href="%s"><img src="%s" alt=""><b>%s</b>%s</a>
                %s
                <div class="caption"><p>%s</p>%s</div>
                <p class="figures">%s</p>
                <p class="soft when"><time>%s</time></p>
                </div>
                </article>
                </main>
                """.formatted(
                                items > 1 ? " many" : post.draft.kind() == Kind.REEL ? " reel" : "",
                                media,
                                link("/" + post.account.username + "/"),
                                Html.escape(hosts.avatar(post.account.username)),
                                Html.escape(post.account.username),
                                with(post.draft),
                                Lines.of(post.draft),
                                Html.prose(post.draft.caption()),
                                post.commentsOpen() ? comments : "<p class=\"soft\">Comments are off.</p>",
                                likes(Numbers.likes(post, clock.instant())),
                                Html.ago(post.at, clock.instant()));
    }

    private static String likes(long number) {
        return "<b>" + Html.count(number) + "</b> " + (number == 1 ? "like" : "likes");
    }

    private static String with(Draft draft) {
        return draft.collaborators().isEmpty()
                ? ""
                : "<span> with %s</span>".formatted(Html.escape(String.join(", ", draft.collaborators())));
    }

    private String story(Post post) {
        return """
                <main class="story">
                <div class="frame"><div class="progress"></div>
                <a class="by" href="%s"><img src="%s" alt=""><b>%s</b><span>%s</span></a>%s</div>
                </main>
                """.formatted(
                        link("/" + post.account.username + "/"),
                        Html.escape(hosts.avatar(post.account.username)),
                        Html.escape(post.account.username),
                        Html.ago(post.at, clock.instant()),
                        full(post, 0) + Lines.of(post.draft));
    }

    private String apps(boolean done) {
        String rows = people.accounts().stream()
                .map(it -> """
                        <form method="post" class="app"><img src="%s" alt=""><span><b>Planner</b><small>may post as %s</small></span>\
                        <button name="account" value="%s">Remove</button></form>
                        """.formatted(
                                Html.escape(hosts.avatar(it.username)), Html.escape(it.username), Html.escape(it.id)))
                .collect(Collectors.joining());
        return bar(people.cafe) + "<main class=\"settings\"><h1>Apps and websites</h1><p class=\"soft\">"
                + (done ? "Removed. Its access has ended." : "Who may act for you. Removing ends the access at once.")
                + "</p>" + rows + "</main>";
    }

    private String link(String path) {
        return Html.escape(hosts.web() + path);
    }
}
