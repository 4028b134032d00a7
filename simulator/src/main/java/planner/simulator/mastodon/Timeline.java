package planner.simulator.mastodon;

import java.util.List;
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
            header{padding:14px 16px;border-bottom-width:1px;font-weight:700;font-size:17px;position:sticky;top:0;\
            z-index:1;background:#563acc;color:#fff}
            article{padding:16px;border-bottom:1px solid var(--line)}
            article.reply{border-left:3px solid #563acc}
            .who{display:flex;gap:10px;align-items:center;margin-bottom:10px}
            .who b{display:block;line-height:1.3}
            .face{width:46px;height:46px;border-radius:8px;flex:none}
            .body{overflow-wrap:anywhere;line-height:1.5}.body p+p{margin-top:12px}
            .invisible{font-size:0}.ellipsis::after{content:"…"}
            details summary{cursor:pointer;background:var(--page);border-radius:8px;padding:10px 12px;margin-bottom:8px}
            .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(50%,140px),1fr));gap:4px;\
            border-radius:8px;overflow:hidden;margin-top:12px}
            .pictures img{width:100%;height:100%;object-fit:cover;max-height:420px}
            video{width:100%;border-radius:8px;margin-top:12px}
            .option{display:flex;gap:10px;align-items:center;padding:6px 0}
            .option::before{content:"";width:18px;height:18px;border:1px solid var(--soft);border-radius:50%}
            .meta{font-size:13px;margin-top:10px}
            .none{padding:60px 0;text-align:center;color:var(--soft)}
            """;

    private final World world;
    private final Statuses statuses;

    Timeline(World world, Statuses statuses) {
        this.world = world;
        this.statuses = statuses;
    }

    Answer page() {
        List<Status> all = ReadingOrder.readable(open(statuses.all()), Status::id, Status::parent);
        String feed = all.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : all.stream().map(this::article).collect(Collectors.joining());
        return Answer.html(Html.page(
                "Mastodon (sandbox)", STYLE, "<header>Mastodon</header><main>" + feed + "</main>" + Html.live()));
    }

    /** Who is not meant does not see it. */
    static List<Status> open(List<Status> all) {
        return all.stream().filter(it -> !it.visibility().equals("direct")).toList();
    }

    private String article(Status status) {
        People who = status.author();
        return """
                <article%s id="%s"><div class="who"><img class="face" src="/mastodon/avatar/%s" alt="">
                <span><b>%s</b><span class="soft">@%s · %s</span></span></div>
                <div class="body">%s%s%s</div><p class="soft meta">%s</p></article>
                """.formatted(
                        status.parent().isEmpty() ? "" : " class=\"reply\"",
                        status.id(),
                        who.id(),
                        Html.escape(who.name()),
                        who.handle(),
                        Html.ago(status.at(), world.clock().instant()),
                        words(status),
                        status.choices().stream()
                                .map(it -> "<p class=\"option\">" + Html.escape(it) + "</p>")
                                .collect(Collectors.joining()),
                        media(status),
                        status.visibility());
    }

    private String words(Status status) {
        String quoted = statuses.find(status.quoted()).map(statuses::address).orElse("");
        String content = Content.html(status.text(), quoted);
        return status.warning().isEmpty()
                ? content
                : "<details open><summary>" + Html.escape(status.warning()) + "</summary>" + content + "</details>";
    }

    private static String media(Status status) {
        if (status.media().isEmpty()) {
            return "";
        }
        return status.media().stream()
                .map(it -> it.kind().equals("video")
                        ? "<video controls preload=\"metadata\" src=\"/mastodon/media/%s\"></video>".formatted(it.id())
                        : "<img src=\"/mastodon/media/%s\" alt=\"%2$s\" title=\"%2$s\">"
                                .formatted(it.id(), Html.escape(it.alt())))
                .collect(Collectors.joining("", "<div class=\"pictures\">", "</div>"));
    }
}
