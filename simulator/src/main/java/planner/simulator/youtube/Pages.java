package planner.simulator.youtube;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;

/** What viewers see: a channel with its videos and Shorts, and the page on which one is watched. */
final class Pages {
    private final Clock clock;
    private final List<Channel> channels;
    private final UnaryOperator<String> link;
    private final UnaryOperator<String> avatar;

    /** @param link address of a path of this network; @param avatar address of the picture of a handle */
    Pages(Clock clock, List<Channel> channels, UnaryOperator<String> link, UnaryOperator<String> avatar) {
        this.clock = clock;
        this.channels = channels;
        this.link = link;
        this.avatar = avatar;
    }

    /** The bytes behind a film, a thumbnail or a caption track. */
    Answer file(List<String> path) {
        Optional<Video> video = path.size() < 2 ? Optional.empty() : video(path.get(1));
        Optional<Answer> found = switch (path.getFirst()) {
            case "file" -> video.map(it -> Answer.file(it.file.file(), it.file.type()));
            case "thumb" -> video.flatMap(Video::thumbnail).map(it -> Answer.file(it.file(), it.type()));
            default ->
                video.flatMap(it -> it.tracks().stream()
                                .filter(track -> track.id().equals(path.getLast()))
                                .findFirst())
                        .map(it -> Answer.file(it.file().file(), "text/vtt"));
        };
        return found.orElseGet(() -> Answer.text(404, "Not found"));
    }

    private Optional<Video> video(String id) {
        return channels.stream().flatMap(it -> it.video(id).stream()).findFirst();
    }

    Answer answer(Ask ask, List<String> path) {
        String first = path.isEmpty() ? "@" + channels.getFirst().handle : path.getFirst();
        if (first.equals("watch")) {
            return watched(video(ask.query().getOrDefault("v", "")), false);
        }
        if (first.equals("shorts") && path.size() == 2) {
            return watched(video(path.getLast()), true);
        }
        return channels.stream()
                .filter(it -> first.equals("@" + it.handle))
                .findFirst()
                .map(it -> shown(it.title, channel(it)))
                .orElseGet(() -> Answer.text(404, "This page isn't available. Sorry about that."));
    }

    private Answer watched(Optional<Video> video, boolean brief) {
        return video.filter(it -> it.shown(clock.instant()))
                .map(it -> shown(it.meta.title(), brief && it.brief() ? brief(it) : watch(it)))
                .orElseGet(() -> Answer.text(404, "This video isn't available anymore"));
    }

    private static Answer shown(String title, String body) {
        return Answer.html(Html.page(title + " - YouTube", Style.YOUTUBE, body));
    }

    private String bar() {
        String others = channels.stream()
                .map(it -> "<a href=\"%s\"><img src=\"%s\" alt=\"%s\"></a>"
                        .formatted(page("/@" + it.handle), source(avatar.apply(it.handle)), Html.escape(it.title)))
                .collect(Collectors.joining());
        return "<div class=\"bar\"><a class=\"word\" href=\"%s\"><i></i>YouTube</a><span class=\"who\">%s</span></div>"
                .formatted(page("/@" + channels.getFirst().handle), others);
    }

    private String channel(Channel channel) {
        Instant now = clock.instant();
        List<Video> videos =
                channel.videos().reversed().stream().filter(it -> it.shown(now)).toList();
        String films = tiles(videos.stream().filter(it -> !it.brief()).toList(), "tile");
        String briefs = tiles(videos.stream().filter(Video::brief).toList(), "tile short");
        return bar()
                + Html.live()
                + """
                <main>
                <header class="channel"><img src="%s" alt=""><div><h1>%s</h1>
                <p class="soft">@%s · %s subscribers · %d videos</p></div></header>
                %s%s%s
                </main>
                """.formatted(
                        source(avatar.apply(channel.handle)),
                        Html.escape(channel.title),
                        Html.escape(channel.handle),
                        Html.count(channel.subscribers),
                        videos.size(),
                        section("Videos", "grid", films),
                        section("Shorts", "grid shorts", briefs),
                        videos.isEmpty() ? "<p class=\"nothing\">This channel doesn't have any content</p>" : "");
    }

    private static String section(String title, String style, String tiles) {
        return tiles.isEmpty() ? "" : "<h2>" + title + "</h2><div class=\"" + style + "\">" + tiles + "</div>";
    }

    private String tiles(List<Video> videos, String style) {
        return videos.stream().map(it -> tile(it, style)).collect(Collectors.joining());
    }

    private String tile(Video video, String style) {
        Instant now = clock.instant();
        String privacy = video.privacy(now);
        return """
                <a class="%s" href="%s"><span class="still">%s<small>%s</small></span><b>%s</b>\
                <span class="soft">%s views · %s%s</span></a>
                """.formatted(
                        style,
                        address(video),
                        still(video),
                        Resources.clock(video.length()),
                        Html.escape(video.meta.title()),
                        Html.count(video.views(now)),
                        Html.ago(video.created, now),
                        privacy.equals("public") ? "" : " · <em>" + capital(privacy) + "</em>");
    }

    private String still(Video video) {
        return video.thumbnail().isPresent()
                ? "<img src=\"" + source(link.apply("/thumb/" + video.id)) + "\" alt=\"\">"
                : "<video src=\"" + source(link.apply("/file/" + video.id))
                        + "#t=0.1\" muted playsinline preload=\"metadata\"></video>";
    }

    private String player(Video video) {
        String tracks = video.tracks().stream()
                .map(it -> "<track kind=\"subtitles\" srclang=\"%s\" label=\"%s\" src=\"%s\">"
                        .formatted(
                                Html.escape(it.language()),
                                Html.escape(it.name().isEmpty() ? it.language() : it.name()),
                                source(link.apply("/captions/" + video.id + "/" + it.id()))))
                .collect(Collectors.joining());
        String poster = video.thumbnail()
                .map(it -> " poster=\"" + source(link.apply("/thumb/" + video.id)) + "\"")
                .orElse("");
        return "<video src=\"%s\"%s controls playsinline preload=\"metadata\">%s</video>"
                .formatted(source(link.apply("/file/" + video.id)), poster, tracks);
    }

    private String watch(Video video) {
        return bar() + "<main class=\"watch\"><div class=\"screen\">" + player(video) + "</div>" + words(video)
                + "</main>";
    }

    private String brief(Video video) {
        return bar() + "<main class=\"watch upright\"><div class=\"screen\">" + player(video) + "</div>" + words(video)
                + "</main>";
    }

    private String words(Video video) {
        Instant now = clock.instant();
        String labels = video.meta.labels().stream()
                .map(it -> "<span class=\"label\">" + it + "</span>")
                .collect(Collectors.joining());
        String privacy = video.privacy(now);
        String hidden = privacy.equals("public") ? "" : "<span class=\"label\">" + capital(privacy) + "</span>";
        String tracks = video.tracks().stream()
                .map(it -> "<span class=\"label\">CC " + Html.escape(it.language()) + "</span>")
                .collect(Collectors.joining());
        String tags = video.meta.tags().isEmpty()
                ? ""
                : "<p class=\"soft tags\">" + Html.escape(String.join(", ", video.meta.tags())) + "</p>";
        return """
                <h1>%s</h1>
                <p class="owner"><a href="%s"><img src="%s" alt=""><span><b>%s</b><small>%s subscribers</small></span></a>\
                <span class="likes">👍 %s</span></p>
                <div class="about"><p><b>%s views · %s</b> · %s</p><p>%s</p>%s<p>%s%s%s</p></div>
                %s
                """.formatted(
                        Html.escape(video.meta.title()),
                        page("/@" + video.channel.handle),
                        source(avatar.apply(video.channel.handle)),
                        Html.escape(video.channel.title),
                        Html.count(video.channel.subscribers),
                        video.meta.publicCounts() ? Html.count(video.views(now) / 20) : "",
                        Html.count(video.views(now)),
                        Html.ago(video.created, now),
                        Html.escape(Categories.name(video.meta.category())),
                        Html.prose(video.meta.description()),
                        tags,
                        labels,
                        hidden,
                        tracks,
                        comments(video));
    }

    private String comments(Video video) {
        Instant now = clock.instant();
        if (video.commentsOff(now)) {
            return "<p class=\"soft off\">Comments are turned off.</p>";
        }
        return "<h2>" + video.comments().size() + " comments</h2>"
                + video.comments().stream()
                        .map(it ->
                                "<p class=\"comment\"><img src=\"%s\" alt=\"\"><span><b>@%s</b> <small>%s</small><br>%s</span></p>"
                                        .formatted(
                                                source(avatar.apply(it.author().handle)),
                                                Html.escape(it.author().handle),
                                                Html.ago(it.at(), now),
                                                Html.prose(it.text())))
                        .collect(Collectors.joining());
    }

    private String address(Video video) {
        return page(video.brief() ? "/shorts/" + video.id : "/watch?v=" + video.id);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private String page(String path) {
        return Html.escape(link.apply("/www" + path));
    }

    private static String source(String address) {
        return Html.escape(address);
    }
}
