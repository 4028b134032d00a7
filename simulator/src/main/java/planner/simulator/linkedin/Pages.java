package planner.simulator.linkedin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Ask;
import planner.simulator.Html;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** What people see: the feed, one post, a member, a page. */
final class Pages {
    private static final String VISITOR = "urn:li:person:visitor";

    private final World world;
    private final String here;
    private final Posts posts;
    private final Assets assets;
    private final Social social;

    Pages(World world, String here, Posts posts, Assets assets, Social social) {
        this.world = world;
        this.here = here;
        this.posts = posts;
        this.assets = assets;
        this.social = social;
    }

    /** @param path behind the host */
    Answer answer(Ask ask, List<String> path) {
        return switch (path.isEmpty() ? "feed" : path.getFirst()) {
            case "feed" -> path.size() > 2 ? one(ask, path.get(2)) : shown("", posts.all());
            case "in" ->
                People.MEMBERS.stream()
                        .filter(it -> it.vanity().equals(path.getLast()))
                        .findFirst()
                        .map(it -> shown(top(it.urn(), it.name(), it.headline(), ""), of(it.urn())))
                        .orElseGet(Pages::missing);
            case "company" ->
                People.ORGANIZATIONS.stream()
                        .filter(it -> it.vanity().equals(path.getLast()))
                        .findFirst()
                        .map(it -> shown(
                                top(
                                        it.urn(),
                                        it.name(),
                                        it.tagline() + " · " + Html.count(it.followers()) + " followers",
                                        " page"),
                                of(it.urn())))
                        .orElseGet(Pages::missing);
            case "dms" -> assets.file(path.get(1), path.size() > 2);
            case "avatar" -> Answer.of(200, "image/svg+xml", avatar(path.getLast()));
            default -> missing();
        };
    }

    private static Answer missing() {
        return Answer.text(404, "This page doesn't exist");
    }

    private static byte[] avatar(String urn) {
        return Html.avatar(People.name(urn).orElse("A visitor")).getBytes(StandardCharsets.UTF_8);
    }

    private List<Post> of(String author) {
        return posts.all().stream().filter(it -> it.author.equals(author)).toList();
    }

    private Answer one(Ask ask, String urn) {
        Optional<Post> post = posts.find(urn);
        if (post.isEmpty()) {
            return missing();
        }
        if (ask.method().equals("POST")) {
            String said = ask.form().getOrDefault("text", "").strip();
            if (!said.isEmpty()) {
                social.add(post.get(), VISITOR, said);
            }
            return Answer.redirect(URI.create(here + "/feed/update/" + urn + "/"));
        }
        return shown("", List.of(post.get()));
    }

    private Answer shown(String top, List<Post> some) {
        String feed = some.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : some.reversed().stream().map(this::article).collect(Collectors.joining());
        return Answer.html(Html.page(
                "LinkedIn (sandbox)", Style.LINKEDIN, bar() + "<main>" + top + feed + "</main>" + Html.live()));
    }

    private String bar() {
        String people = People.ORGANIZATIONS.stream()
                .filter(it -> People.posts(People.MEMBERS.getFirst(), it.urn()))
                .map(it -> "<a href=\"%s/company/%s/\">%s</a>".formatted(here, it.vanity(), Html.escape(it.name())))
                .collect(Collectors.joining());
        People.Member ada = People.MEMBERS.getFirst();
        return ("<div class=\"bar\"><div><a class=\"in\" href=\"%1$s/feed/\" style=\"color:#fff\">in</a>"
                        + "<a href=\"%1$s/feed/\">Home</a><a href=\"%1$s/in/%2$s/\">%3$s</a>%4$s</div></div>")
                .formatted(here, ada.vanity(), Html.escape(ada.name()), people);
    }

    private String top(String urn, String name, String line, String kind) {
        return """
                <section class="top%s"><div class="cover"></div><img src="%s/avatar/%s" alt=""><h1>%s</h1><p>%s</p></section>
                """.formatted(kind, here, urn, Html.escape(name), Html.escape(line));
    }

    private String article(Post post) {
        return """
                <article id="%1$s">%2$s<p class="text">%3$s</p>%4$s%5$s
                <p class="acts"><span>Like</span><span>Comment</span>%6$s<span>Send</span></p>%7$s
                <form class="say" method="post" action="%8$s/feed/update/%1$s/"><input name="text" aria-label="Comment" \
                placeholder="Add a comment…"><button>Comment</button></form></article>
                """.formatted(
                        post.urn,
                        who(post),
                        post.text.html(),
                        content(post),
                        post.parent().flatMap(posts::find).map(this::shared).orElse(""),
                        post.body.path("isReshareDisabledByAuthor").asBoolean(false) ? "" : "<span>Repost</span>",
                        comments(post),
                        here);
    }

    private String who(Post post) {
        Optional<People.Organization> page = People.organization(post.author);
        String line = page.map(it -> Html.count(it.followers()) + " followers")
                .orElseGet(() -> People.MEMBERS.stream()
                        .filter(it -> it.urn().equals(post.author))
                        .map(People.Member::headline)
                        .findFirst()
                        .orElse(""));
        String seen = switch (post.body.path("visibility").asString("")) {
            case "CONNECTIONS" -> "Connections";
            case "LOGGED_IN" -> "Members";
            default -> "Anyone";
        };
        return """
                <div class="who%s"><img src="%s/avatar/%s" alt=""><span><b>%s</b><small>%s</small><small>%s · %s</small></span></div>
                """.formatted(
                        page.isPresent() ? " page" : "",
                        here,
                        post.author,
                        Html.escape(People.name(post.author).orElse("")),
                        Html.escape(line),
                        Html.ago(post.at, world.clock().instant()),
                        seen);
    }

    private String shared(Post post) {
        return "<div class=\"shared\">" + who(post) + "<p class=\"text\">" + post.text.html() + "</p>" + content(post)
                + "</div>";
    }

    private String content(Post post) {
        JsonNode content = post.content();
        if (content.has("article")) {
            return card(content.path("article"), post.media);
        }
        if (content.has("poll")) {
            return poll(content.path("poll"));
        }
        if (post.media.isEmpty()) {
            return "";
        }
        Asset first = post.media.getFirst();
        String title = content.path("media").path("title").asString("");
        return switch (first.kind) {
            case Asset.VIDEO -> film(first);
            case Asset.DOCUMENT -> """
                    <a class="paper" href="%s/dms/%s"><i>DOC</i><span><b>%s</b><small>Document</small></span></a>
                    """.formatted(here, first.id(), Html.escape(title));
            default -> pictures(post);
        };
    }

    private String film(Asset film) {
        return "<video controls preload=\"metadata\" src=\"%1$s/dms/%2$s\"%3$s></video>"
                .formatted(
                        here,
                        film.id(),
                        assets.covered(film) ? " poster=\"" + here + "/dms/" + film.id() + "/cover\"" : "");
    }

    private String pictures(Post post) {
        JsonNode media = post.content().path("media");
        List<String> alts = media.isObject()
                ? List.of(media.path("altText").asString(""))
                : post.content()
                        .path("multiImage")
                        .path("images")
                        .valueStream()
                        .map(it -> it.path("altText").asString(""))
                        .toList();
        var pictures = new StringBuilder("<div class=\"pictures\">");
        for (int i = 0; i < post.media.size(); i++) {
            pictures.append("<img src=\"%s/dms/%s\" alt=\"%s\">"
                    .formatted(here, post.media.get(i).id(), Html.escape(alts.get(i))));
        }
        return pictures.append("</div>").toString();
    }

    private String card(JsonNode article, List<Asset> media) {
        String source = article.path("source").asString("");
        String host = URI.create(source).getHost();
        String picture = media.isEmpty()
                ? ""
                : "<img src=\"%s/dms/%s\" alt=\"\">"
                        .formatted(here, media.getFirst().id());
        return "<a class=\"card\" href=\"%s\">%s<span><b>%s</b><small>%s</small><small>%s</small></span></a>"
                .formatted(
                        Html.escape(source),
                        picture,
                        Html.escape(article.path("title").asString("")),
                        Html.escape(article.path("description").asString("")),
                        Html.escape(String.valueOf(host)));
    }

    private static String poll(JsonNode poll) {
        String options = poll.path("options")
                .valueStream()
                .map(it -> "<span>" + Html.escape(it.path("text").asString("")) + "</span>")
                .collect(Collectors.joining());
        String length = switch (poll.path("settings").path("duration").asString("")) {
            case "ONE_DAY" -> "1d left";
            case "THREE_DAYS" -> "3d left";
            case "SEVEN_DAYS" -> "1w left";
            default -> "2w left";
        };
        return "<div class=\"poll\"><b>%s</b>%s<small>0 votes · %s</small></div>"
                .formatted(Html.escape(poll.path("question").asString("")), options, length);
    }

    private String comments(Post post) {
        return post.comments().stream()
                .map(it -> "<div class=\"comment\"><img src=\"%s/avatar/%s\" alt=\"\"><p><b>%s</b><br>%s</p></div>"
                        .formatted(
                                here,
                                it.actor(),
                                Html.escape(People.name(it.actor()).orElse("A visitor")),
                                Html.prose(it.text())))
                .collect(Collectors.joining());
    }
}
