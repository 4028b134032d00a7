package planner.simulator.x;

import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Html;
import planner.simulator.ReadingOrder;
import planner.simulator.World;

/** The posts as a viewer sees them. */
final class Timeline {
    private static final String STYLE = """
            body{background:var(--card)}
            main,header{max-width:600px;margin:0 auto;border:solid var(--line);border-width:0 1px}
            header{padding:16px;border-bottom-width:1px;font-weight:800;font-size:20px;position:sticky;top:0;z-index:1;background:var(--card)}
            article{display:flex;gap:12px;padding:14px 16px 12px;border-bottom:1px solid var(--line);position:relative}
            article:has(+.reply){border-bottom-color:transparent}
            article:has(+.reply)::before{content:"";position:absolute;left:36px;top:62px;bottom:-12px;width:2px;background:var(--line)}
            article:last-of-type{border-bottom:0}
            main{min-height:60vh;border-bottom-width:1px}
            .face{width:42px;height:42px;border-radius:50%;flex:none}
            .body{flex:1;min-width:0;line-height:1.4}.who b{margin-right:6px}
            .text{overflow-wrap:anywhere;margin:2px 0 8px}
            .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(50%,140px),1fr));gap:2px;\
            border-radius:16px;overflow:hidden}
            .pictures img{width:100%;height:100%;object-fit:cover;max-height:420px}
            video{width:100%;border-radius:16px}
            .option{border:1px solid var(--line);border-radius:8px;padding:8px 12px;margin:6px 0}
            .none{padding:60px 0;text-align:center;color:var(--soft)}
            """;

    private final World world;
    private final Posts posts;

    Timeline(World world, Posts posts) {
        this.world = world;
        this.posts = posts;
    }

    Answer page() {
        var all = ReadingOrder.readable(posts.all(), Posts.Post::id, Posts.Post::parent);
        String feed = all.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : all.stream().map(this::article).collect(Collectors.joining());
        return Answer.html(
                Html.page("X (sandbox)", STYLE, "<header>X</header><main>" + feed + "</main>" + Html.live()));
    }

    private String article(Posts.Post post) {
        return """
                <article%s id="%s"><img class="face" src="/x/avatar/%s" alt=""><div class="body">
                <p class="who"><b>%s</b><span class="soft">@%s · %s</span></p><p class="text">%s</p>%s%s%s%s</div></article>
                """.formatted(
                post.parent().isEmpty() ? "" : " class=\"reply\"",
                post.id(),
                post.author().id(),
                Html.escape(post.author().name()),
                post.author().handle(),
                Html.ago(post.at(), world.clock().instant()),
                Posts.prose(post),
                post.media().isEmpty() ? "" : media(post),
                post.draft().poll().stream()
                        .map(it -> "<p class=\"option\">" + Html.escape(it) + "</p>")
                        .collect(Collectors.joining()),
                quoted(post),
                post.draft().labels().isEmpty()
                        ? ""
                        : "<p class=\"soft labels\">"
                                + Html.escape(String.join(" · ", post.draft().labels()))
                                + "</p>");
    }

    private String quoted(Posts.Post post) {
        return post.draft()
                .quoted()
                .map(id -> {
                    String text = posts.find(id)
                            .map(it -> it.author().name() + ": " + it.text())
                            .orElse("Post " + id);
                    return "<blockquote class=\"option\">" + Html.escape(text) + "</blockquote>";
                })
                .orElse("");
    }

    private static String media(Posts.Post post) {
        return post.media().stream()
                .map(it -> shown(it) + notes(it))
                .collect(Collectors.joining("", "<div class=\"pictures\">", "</div>"));
    }

    private static String shown(MediaDesk.Medium it) {
        return it.category.equals("tweet_video")
                ? "<video controls preload=\"metadata\" src=\"/x/media/%s\"></video>".formatted(it.id)
                : "<img src=\"/x/media/%s\" alt=\"%2$s\" title=\"%2$s\">".formatted(it.id, Html.escape(it.alt));
    }

    private static String notes(MediaDesk.Medium it) {
        return (it.warning.isEmpty() ? "" : "<p class=\"soft\">Content warning: " + it.warning + "</p>")
                + (it.subtitles.isEmpty() ? "" : "<p class=\"soft\">Subtitles: " + it.subtitles + "</p>");
    }
}
