package planner.simulator.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Html;
import planner.simulator.ReadingOrder;
import planner.simulator.World;
import tools.jackson.databind.JsonNode;

/** The feed as a viewer sees it. */
final class Timeline {
    private static final String STYLE = """
            body{background:var(--card)}
            main,header{max-width:600px;margin:0 auto;border:solid var(--line);border-width:0 1px}
            header{padding:16px;border-bottom-width:1px;font-weight:800;font-size:20px;position:sticky;top:0;z-index:1;background:var(--card)}
            article{display:flex;gap:12px;padding:14px 16px 12px;border-bottom:1px solid var(--line);position:relative}
            article:has(+.reply){border-bottom-color:transparent}
            article:has(+.reply)::before{content:"";position:absolute;left:37px;top:62px;bottom:-12px;width:2px;background:var(--line)}
            article:last-of-type{border-bottom:0}
            main{min-height:60vh;border-bottom-width:1px}
            header{color:var(--link)}
            .who{font-size:15px}.who b{margin-right:6px}
            .face{width:44px;height:44px;border-radius:50%;flex:none}
            .body{min-width:0;flex:1}
            .text{white-space:pre-wrap;overflow-wrap:anywhere;margin:2px 0 8px}
            .text a{color:var(--link);text-decoration:underline}
            .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(50%,140px),1fr));gap:4px;border-radius:12px;\
            overflow:hidden}
            .pictures img{width:100%;height:100%;object-fit:cover;max-height:420px}
            video{width:100%;border-radius:12px}
            .card{display:block;border:1px solid var(--line);border-radius:12px;padding:10px 14px}
            .card small{color:var(--soft)}
            .quote{border:1px solid var(--line);border-radius:12px;padding:10px 14px;margin:8px 0 0}
            .rule{font-size:13px;color:var(--soft);margin:4px 0}
            .none{padding:60px 0;text-align:center;color:var(--soft)}
            """;

    private final World world;
    private final Repos repos;
    private final AppView view;

    Timeline(World world, Repos repos, AppView view) {
        this.world = world;
        this.repos = repos;
        this.view = view;
    }

    Answer page() {
        var posts = ReadingOrder.readable(
                view.shown(),
                it -> "at://" + it.did() + "/" + Records.POST + "/" + it.rkey(),
                it -> it.value().path("reply").path("parent").path("uri").asString(""));
        String feed = posts.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : posts.stream().map(this::article).collect(Collectors.joining());
        return Answer.html(Html.page(
                "Bluesky (sandbox)", STYLE, "<header>Bluesky</header><main>" + feed + "</main>" + Html.live()));
    }

    private String article(Repos.Written post) {
        Account account = Pds.account(post.did());
        return """
                <article%s id="%s"><img class="face" src="/bluesky/avatar/%s" alt="">
                <div class="body"><p class="who"><b>%s</b><span class="soft">@%s · %s</span></p>
                %s<p class="text">%s</p>%s%s</div></article>
                """.formatted(
                        post.value().has("reply") ? " class=\"reply\"" : "",
                        Html.escape(post.rkey()),
                        Html.escape(account.handle()),
                        Html.escape(account.name()),
                        Html.escape(account.handle()),
                        Html.ago(post.at(), world.clock().instant()),
                        labels(post.value().path("labels").path("values")),
                        text(post.value()),
                        embed(post.did(), post.value().path("embed")),
                        small(view.doors().words(post)));
    }

    /** The text with its facets as links, which are counted in bytes. */
    private static String text(JsonNode record) {
        byte[] bytes = record.path("text").asString("").getBytes(StandardCharsets.UTF_8);
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (JsonNode facet : record.path("facets")) {
            int from = facet.path("index").path("byteStart").asInt();
            int to = facet.path("index").path("byteEnd").asInt();
            String link = facet.path("features").path(0).path("uri").asString("#");
            html.append(piece(bytes, at, from))
                    .append("<a href=\"%s\" rel=\"noopener\">".formatted(Html.escape(link)))
                    .append(piece(bytes, from, to))
                    .append("</a>");
            at = to;
        }
        return html.append(piece(bytes, at, bytes.length)).toString();
    }

    private static String piece(byte[] bytes, int from, int to) {
        return Html.escape(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    private static String labels(JsonNode values) {
        return small(values.valueStream()
                .map(value -> value.path("val").asString(""))
                .collect(Collectors.joining(", ")));
    }

    private static String small(String words) {
        return words.isEmpty() ? "" : "<p class=\"rule\">" + Html.escape(words) + "</p>";
    }

    private String embed(String did, JsonNode embed) {
        return switch (embed.path("$type").asString("")) {
            case "app.bsky.embed.images" -> pictures(embed.path("images"));
            case "app.bsky.embed.gallery" -> pictures(embed.path("items"));
            case "app.bsky.embed.video" ->
                "<video %s preload=\"metadata\" src=\"%s\" title=\"%s\">%s</video>"
                        .formatted(
                                embed.path("presentation").asString("").equals("gif")
                                        ? "autoplay muted loop"
                                        : "controls",
                                file(embed.path("video")),
                                Html.escape(embed.path("alt").asString("")),
                                tracks(embed.path("captions")));
            case "app.bsky.embed.external" -> {
                JsonNode card = embed.path("external");
                yield "<a class=\"card\" href=\"%s\"><b>%s</b><br><small>%s</small></a>"
                        .formatted(
                                Html.escape(card.path("uri").asString("")),
                                Html.escape(card.path("title").asString("")),
                                Html.escape(card.path("description").asString("")));
            }
            case "app.bsky.embed.record" -> quote(did, embed.path("record"));
            case "app.bsky.embed.recordWithMedia" ->
                embed(did, embed.path("media"))
                        + quote(did, embed.path("record").path("record"));
            default -> "";
        };
    }

    private String quote(String did, JsonNode quoted) {
        return repos.find(quoted.path("uri").asString(""))
                .map(post -> view.doors().mayQuote(did, post.uri()) ? quote(post) : gone("Removed by its author"))
                .orElse(gone("Deleted"));
    }

    private static String quote(Repos.Written post) {
        Account author = Pds.account(post.did());
        return """
                <blockquote class="quote"><p class="who"><b>%s</b><span class="soft">@%s</span></p>
                <p class="text">%s</p></blockquote>
                """.formatted(Html.escape(author.name()), Html.escape(author.handle()), text(post.value()));
    }

    private static String gone(String words) {
        return "<p class=\"quote soft\">" + words + "</p>";
    }

    private static String tracks(JsonNode captions) {
        return captions.valueStream()
                .map(caption -> "<track kind=\"captions\" srclang=\"%s\" src=\"%s\">"
                        .formatted(Html.escape(caption.path("lang").asString("")), file(caption.path("file"))))
                .collect(Collectors.joining());
    }

    private static String pictures(JsonNode images) {
        return images.valueStream()
                .map(image -> "<img src=\"%s\" alt=\"%2$s\" title=\"%2$s\">"
                        .formatted(
                                file(image.path("image")),
                                Html.escape(image.path("alt").asString(""))))
                .collect(Collectors.joining("", "<div class=\"pictures\">", "</div>"));
    }

    private static String file(JsonNode blob) {
        return "/bluesky/blob/" + Html.escape(blob.path("ref").path("$link").asString(""));
    }
}
