package planner.simulator.reddit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Html;
import planner.simulator.reddit.Post.Comment;
import planner.simulator.reddit.Post.Item;
import planner.simulator.reddit.Post.Kind;

/** What readers see: the front page, a subreddit, a person's posts, and one post with what is said below it. */
final class Pages {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern SLANT = Pattern.compile("(?<![*\\w])\\*([^*\\n]+)\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\((https?://[^)\\s]+)\\)");

    private final Clock clock;
    private final Town town;
    private final Board board;
    private final Listings listings;

    Pages(Clock clock, Town town, Board board, Listings listings) {
        this.clock = clock;
        this.town = town;
        this.board = board;
        this.listings = listings;
    }

    Answer answer(List<String> path) {
        if (path.isEmpty()) {
            return feed("Popular posts", "", board.visible());
        }
        String name = path.size() > 1 ? path.get(1) : "";
        return switch (path.getFirst()) {
            case "r" -> path.size() > 3 ? one(path.get(3)) : community(name);
            case "gallery", "poll" -> one(name);
            case "user", "u" -> person(name);
            default -> notFound();
        };
    }

    private static Answer notFound() {
        return Answer.text(404, "Sorry, nobody on Reddit goes by that name.");
    }

    private Answer community(String name) {
        return town.find(name)
                .map(it -> feed(
                        prefixed(it),
                        Html.escape(it.title) + " · " + Html.count(it.members) + " members",
                        board.visible().stream()
                                .filter(post -> post.community == it)
                                .toList()))
                .orElseGet(Pages::notFound);
    }

    private Answer person(String name) {
        return Redditor.byName(name)
                .map(it -> feed("u/" + it.name(), Html.count(it.karma()) + " karma", visible(board.of(it))))
                .orElseGet(Pages::notFound);
    }

    private List<Post> visible(List<Post> posts) {
        Instant now = clock.instant();
        return posts.stream().filter(it -> it.visible(now)).toList();
    }

    private Answer one(String id) {
        return board.find(id)
                .map(it -> page(
                        it.content.title(),
                        "<main>" + card(it, true) + "<section class=\"talk\">"
                                + (board.comments(it).isEmpty()
                                        ? "<p class=\"soft\">No comments yet.</p>"
                                        : board.comments(it).stream()
                                                .map(this::comment)
                                                .collect(Collectors.joining()))
                                + "</section></main>"))
                .orElseGet(Pages::notFound);
    }

    private Answer feed(String title, String below, List<Post> posts) {
        String cards = posts.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : posts.stream().map(it -> card(it, false)).collect(Collectors.joining());
        String head = "<div class=\"head\"><h1>" + Html.escape(title) + "</h1>"
                + (below.isEmpty() ? "" : "<p class=\"soft\">" + below + "</p>") + "</div>";
        return page(title, "<main>" + head + cards + "</main>" + Html.live());
    }

    private static Answer page(String title, String body) {
        String bar = "<div class=\"bar\"><a href=\"/reddit/www/\"><i aria-hidden=\"true\"></i>reddit</a></div>";
        return Answer.html(Html.page(title + " (Reddit sandbox)", Style.REDDIT, bar + body));
    }

    private String card(Post post, boolean whole) {
        Instant now = clock.instant();
        String address = "/reddit/www" + post.path();
        return """
                <article id="%s"><p class="from"><img src="/reddit/avatar/%s" alt=""><a href="/reddit/www/r/%s/"><b>%s</b></a>\
                <span class="soft">· u/%s · %s</span></p>
                <h2><a href="%s">%s</a></h2>%s%s%s
                <p class="acts"><span>▲ %s ▼</span><a href="%s">%s</a><span>Share</span></p></article>
                """.formatted(
                        post.id,
                        Html.escape(post.author.name()),
                        Html.escape(post.community.name),
                        Html.escape(prefixed(post.community)),
                        Html.escape(post.author.name()),
                        Html.ago(post.appears, now),
                        Html.escape(address),
                        Html.escape(post.content.title()),
                        labels(post),
                        shown(post),
                        text(post, whole),
                        Html.count(post.score(now)),
                        Html.escape(address),
                        said(board.comments(post).size()));
    }

    private static String said(int comments) {
        return comments == 1 ? "1 comment" : comments + " comments";
    }

    private static String prefixed(Community community) {
        return community.name.startsWith("u_") ? "u/" + community.name.substring(2) : "r/" + community.name;
    }

    private static String labels(Post post) {
        String all = label(!post.marks.flair().isEmpty(), "flair", post.marks.flair())
                + label(post.marks.nsfw(), "nsfw", "NSFW")
                + label(post.marks.spoiler(), "spoil", "Spoiler");
        return all.isEmpty() ? "" : "<p class=\"labels\">" + all + "</p>";
    }

    private static String label(boolean there, String style, String text) {
        return there ? "<span class=\"" + style + "\">" + Html.escape(text) + "</span>" : "";
    }

    private String shown(Post post) {
        List<Item> items = post.content.items();
        return switch (post.content.kind()) {
            case SELF -> "";
            case LINK ->
                "<p class=\"link\"><a href=\"%1$s\" rel=\"nofollow\">%1$s</a></p>"
                        .formatted(Html.escape(post.content.url()));
            case IMAGE -> "<div class=\"media\">" + picture(items.getFirst()) + "</div>";
            case VIDEO ->
                "<div class=\"media\"><video src=\"%s\" poster=\"%s\" controls playsinline preload=\"metadata\"></video></div>"
                        .formatted(
                                Html.escape(listings.file(items.getFirst())),
                                Html.escape(listings.file(items.getLast())));
            case GALLERY ->
                items.stream()
                        .map(it -> "<figure>" + picture(it)
                                + (it.caption().isEmpty()
                                        ? ""
                                        : "<figcaption>" + Html.escape(it.caption()) + "</figcaption>")
                                + "</figure>")
                        .collect(Collectors.joining("", "<div class=\"gallery\" tabindex=\"0\">", "</div>"));
            case POLL ->
                post.content.options().stream()
                        .map(it -> "<p class=\"option\">" + Html.escape(it) + "</p>")
                        .collect(Collectors.joining(
                                "",
                                "<div class=\"poll\"><p class=\"soft\">Open for " + post.content.days() + " days</p>",
                                "</div>"));
        };
    }

    private String picture(Item item) {
        return "<img src=\"%s\" alt=\"%s\" loading=\"lazy\">"
                .formatted(Html.escape(listings.file(item)), Html.escape(item.caption()));
    }

    private static String text(Post post, boolean whole) {
        String text = post.content.text();
        if (text.isEmpty()) {
            return "";
        }
        boolean hidden = !whole && post.marks.spoiler() && post.content.kind() == Kind.SELF;
        return hidden
                ? "<p class=\"soft\">The text is hidden: it is a spoiler.</p>"
                : "<div class=\"text" + (whole ? "" : " short") + "\">" + markdown(text) + "</div>";
    }

    /** The little of Markdown that most posts need. */
    private static String markdown(String text) {
        return List.of(Html.escape(text).split("\\n{2,}")).stream()
                .map(it -> LINK.matcher(it)
                        .replaceAll(found -> Matcher.quoteReplacement("<a class=\"tag\" rel=\"nofollow\" href=\""
                                + found.group(2) + "\">" + found.group(1) + "</a>")))
                .map(it -> BOLD.matcher(it).replaceAll("<b>$1</b>"))
                .map(it -> SLANT.matcher(it).replaceAll("<em>$1</em>"))
                .map(it -> "<p>" + it.replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    private String comment(Comment comment) {
        return """
                <div class="said"><p class="from"><img src="/reddit/avatar/%1$s" alt=""><b>%1$s</b>\
                <span class="soft">· %2$s</span></p>%3$s</div>
                """.formatted(
                        Html.escape(comment.author().name()),
                        Html.ago(comment.at(), clock.instant()),
                        markdown(comment.body()));
    }
}
