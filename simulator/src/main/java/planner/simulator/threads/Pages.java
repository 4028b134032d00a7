package planner.simulator.threads;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.ReadingOrder;
import planner.simulator.media.MediaShelf.Kept;
import planner.simulator.threads.Draft.Kind;

/** What a viewer sees: the profile with its threads, and a page for each post. */
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
                .flatMap(post -> kept(post.draft, Integer.parseInt(path.getLast())))
                .map(it -> Answer.file(it.file(), it.type()))
                .orElseGet(() -> Answer.text(404, "Not found"));
    }

    private static Optional<Kept> kept(Draft draft, int number) {
        return Optional.ofNullable(
                number < draft.children().size() ? draft.children().get(number).media() : draft.media());
    }

    Answer answer(Ask ask, List<String> path) {
        if (path.equals(List.of("settings", "apps"))) {
            return page("Website permissions", apps(ask.query().containsKey("done")));
        }
        if (path.size() == 3 && path.get(1).equals("post")) {
            return people.post(path.getLast())
                    .map(it -> page("Threads", thread(it)))
                    .orElseGet(Pages::missing);
        }
        String who = path.isEmpty() ? people.cafe.username : path.getFirst().replaceFirst("^@", "");
        return people.profile(who).map(it -> page("Threads", profile(it))).orElseGet(Pages::missing);
    }

    private static Answer page(String title, String body) {
        return Answer.html(Html.page(title, Style.THREADS, body));
    }

    private static Answer missing() {
        return Answer.text(404, "Sorry, this page isn't available.");
    }

    private String profile(Profile profile) {
        List<Post> shown = ReadingOrder.readable(
                profile.posts().reversed(), it -> it.id, it -> it.parent() == null ? "" : it.parent().id);
        return bar(profile)
                + Html.live()
                + """
                <main>
                <header><div><h1>%s</h1><p>%s</p><p class="soft">%s followers</p></div>%s</header>
                %s
                </main>
                """.formatted(
                                Html.escape(profile.name),
                                Html.escape(profile.username),
                                Html.count(profile.followers),
                                avatar(profile, "large"),
                                shown.isEmpty()
                                        ? "<p class=\"nothing soft\">No threads yet.</p>"
                                        : shown.stream().map(this::article).collect(Collectors.joining()));
    }

    private String thread(Post post) {
        String replies = people.repliesTo(post).stream().map(this::article).collect(Collectors.joining());
        Post parent = post.parent();
        return bar(post.profile) + "<main>" + (parent == null ? "" : article(parent)) + article(post) + replies
                + "</main>";
    }

    private String bar(Profile current) {
        String others = people.profiles().stream()
                .map(it -> "<a href=\"%s\" aria-label=\"%s\"%s>%s</a>"
                        .formatted(
                                link("/@" + it.username),
                                Html.escape(it.username),
                                it == current ? " class=\"here\"" : "",
                                avatar(it, "small")))
                .collect(Collectors.joining());
        return "<nav class=\"bar\"><a class=\"word\" href=\"%s\">Threads</a><span>%s</span></nav>"
                .formatted(link("/"), others);
    }

    private String article(Post post) {
        Draft draft = post.draft;
        String location = draft.links().location();
        return """
                <article class="%s">
                %s
                <div class="body">
                <p class="by"><a href="%s"><b>%s</b></a>%s <a class="soft" href="%s"><time>%s</time></a></p>
                <div class="text">%s</div>%s%s%s%s
                <p class="figures soft">%s · %s%s</p>
                </div>
                </article>
                """.formatted(
                        post.reply() ? "reply" : "root",
                        avatar(post.profile, "medium"),
                        link("/@" + post.profile.username),
                        Html.escape(post.profile.username),
                        draft.attachments().topic().isEmpty()
                                ? ""
                                : " <span class=\"topic\">› "
                                        + Html.escape(draft.attachments().topic()) + "</span>",
                        link(post.path()),
                        Html.ago(post.at, clock.instant()),
                        words(draft),
                        media(post),
                        attached(draft),
                        quoted(draft),
                        Places.find(location)
                                .map(it -> "<p class=\"soft\">" + Html.escape(it.name()) + "</p>")
                                .orElse(""),
                        counted(Numbers.likes(post, clock.instant()), "like", "likes"),
                        counted(people.repliesTo(post).size(), "reply", "replies"),
                        draft.links().control().equals("everyone")
                                ? ""
                                : " · " + draft.links().control().replace('_', ' '));
    }

    private static String counted(long number, String one, String many) {
        return Html.count(number) + " " + (number == 1 ? one : many);
    }

    /** Hidden words are shown to who touches them. */
    private static String words(Draft draft) {
        var shown = new StringBuilder();
        String text = draft.text();
        int from = 0;
        for (Draft.Spoiler each : draft.spoilers()) {
            int begin = text.offsetByCodePoints(0, each.offset());
            int end = text.offsetByCodePoints(begin, each.length());
            shown.append(Html.prose(text.substring(from, begin)))
                    .append("<span class=\"spoiler\" tabindex=\"0\">")
                    .append(Html.prose(text.substring(begin, end)))
                    .append("</span>");
            from = end;
        }
        return shown.append(Html.prose(text.substring(from))).toString();
    }

    private String media(Post post) {
        List<Draft> items = post.draft.children().isEmpty() ? List.of(post.draft) : post.draft.children();
        if (post.draft.kind() == Kind.TEXT) {
            return "";
        }
        return IntStream.range(0, items.size())
                .mapToObj(i -> one(items.get(i), hosts.file(post.id, i)))
                .collect(Collectors.joining(
                        "",
                        "<div class=\"media%s%s\" tabindex=\"0\">"
                                .formatted(items.size() > 1 ? " many" : "", post.draft.hidden() ? " hidden" : ""),
                        "</div>"));
    }

    private static String one(Draft draft, String address) {
        return draft.kind() == Kind.VIDEO
                ? "<video src=\"%s\" controls playsinline preload=\"metadata\"></video>".formatted(Html.escape(address))
                : "<img src=\"%s\" alt=\"%s\" loading=\"lazy\">"
                        .formatted(Html.escape(address), Html.escape(draft.altText()));
    }

    private static String attached(Draft draft) {
        var attachments = draft.attachments();
        String poll = attachments.poll().stream()
                .map(it -> "<span>" + Html.escape(it) + "</span>")
                .collect(Collectors.joining());
        return (poll.isEmpty() ? "" : "<div class=\"poll\">" + poll + "</div>")
                + (attachments.link().isEmpty() ? "" : "<p class=\"card\">" + Html.escape(attachments.link()) + "</p>")
                + (attachments.gif().isEmpty()
                        ? ""
                        : "<p class=\"card\">GIF " + Html.escape(attachments.gif()) + "</p>");
    }

    private String quoted(Draft draft) {
        Post quoted = draft.links().quoted();
        return quoted == null
                ? ""
                : "<a class=\"card\" href=\"%s\"><b>%s</b> %s</a>"
                        .formatted(
                                link(quoted.path()),
                                Html.escape(quoted.profile.username),
                                Html.prose(quoted.draft.text()));
    }

    private String apps(boolean done) {
        String rows = people.profiles().stream()
                .map(it -> """
                        <form method="post" class="app">%s<span><b>Planner</b><small>may post as %s</small></span>\
                        <button name="profile" value="%s">Remove</button></form>
                        """.formatted(avatar(it, "medium"), Html.escape(it.username), Html.escape(it.id)))
                .collect(Collectors.joining());
        return bar(people.cafe) + "<main><h1>Website permissions</h1><p class=\"soft\">"
                + (done ? "Removed. Its access has ended." : "Who may act for you. Removing ends the access at once.")
                + "</p>" + rows + "</main>";
    }

    private String avatar(Profile profile, String size) {
        return "<img class=\"face %s\" src=\"%s\" alt=\"\">"
                .formatted(size, Html.escape(hosts.avatar(profile.username)));
    }

    private String link(String path) {
        return Html.escape(hosts.web() + path);
    }
}
