package planner.simulator.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import planner.simulator.Answer;
import planner.simulator.Html;
import planner.simulator.World;
import planner.simulator.telegram.Chats.Message;
import tools.jackson.databind.JsonNode;

/** The channel as its readers see it. */
final class Timeline {
    private static final String STYLE = """
            body{background:linear-gradient(160deg,#cfe0c3,#b3d1c8) fixed}
            @media(prefers-color-scheme:dark){body{background:linear-gradient(160deg,#131c26,#0d141b) fixed}:root{--card:#182533}}
            main{max-width:560px;margin:0 auto;padding:4px 12px 0}
            header{display:flex;gap:12px;align-items:center;padding:10px max(16px,calc(50vw - 268px));background:var(--card);\
            border-bottom:1px solid var(--line);position:sticky;top:0;z-index:1;line-height:1.3}
            .sandbox{color:var(--ink)}
            header img{width:44px;height:44px;border-radius:50%}
            header small{display:block;color:var(--soft)}
            article{background:var(--card);border-radius:14px;margin:10px 0;box-shadow:0 1px 2px #0002;\
            overflow:hidden}
            .album{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(50%,140px),1fr));gap:2px}
            .album img,.album video{width:100%;height:100%;max-height:420px;object-fit:cover}
            .text{padding:10px 14px 2px;overflow-wrap:anywhere}
            .text a{color:var(--link)}
            .when{padding:0 14px 8px;text-align:right;font-size:12px;color:var(--soft)}
            .option{margin:6px 14px;padding:8px 12px;border:1px solid var(--line);border-radius:10px}
            .file{display:block;padding:12px 14px;font-weight:600;color:var(--link)}
            .buttons{display:flex;gap:4px;padding:4px}
            .buttons a{flex:1;text-align:center;background:var(--line);border-radius:8px;padding:8px}
            .none{padding:60px 0;text-align:center;color:var(--soft)}
            """;

    private final World world;
    private final Chats chats;

    Timeline(World world, Chats chats) {
        this.world = world;
        this.chats = chats;
    }

    Answer page() {
        Map<String, List<Message>> posts = new LinkedHashMap<>();
        for (Message message : chats.all().reversed()) {
            String key = message.album().isEmpty() ? "" + message.id() : message.album();
            posts.computeIfAbsent(key, any -> new ArrayList<>()).addFirst(message);
        }
        String feed = posts.isEmpty()
                ? "<p class=\"none\">Nothing was posted yet.</p>"
                : posts.values().stream().map(this::article).collect(Collectors.joining());
        return Answer.html(Html.page(
                "Telegram (sandbox)",
                STYLE,
                "<header><img src=\"/telegram/avatar\" alt=\"\"><div><b>%s</b><small>321 subscribers</small></div></header><main>%s</main>"
                                .formatted(Html.escape(Chats.CHANNEL.title()), feed)
                        + Html.live()));
    }

    private String article(List<Message> album) {
        Message first = album.getFirst();
        String files = album.stream()
                .flatMap(it -> it.media().stream())
                .map(Timeline::file)
                .collect(Collectors.joining());
        String text = first.text().html();
        return "<article id=\"%d\">%s%s%s%s<p class=\"when\">%s%s</p></article>"
                .formatted(
                        first.id(),
                        files.isEmpty() ? "" : "<div class=\"album\">" + files + "</div>",
                        text.isEmpty() ? "" : "<p class=\"text\">" + text + "</p>",
                        options(first),
                        buttons(first),
                        first.silent() ? "🔕 " : "",
                        Html.ago(first.at(), world.clock().instant()));
    }

    private static String file(Chats.Stored file) {
        String address = "/telegram/media/" + file.id();
        return switch (file.kind()) {
            case "photo" -> "<img src=\"%s\" alt=\"\">".formatted(address);
            case "document" -> "<a class=\"file\" href=\"%s\">%s</a>".formatted(address, Html.escape(file.name()));
            default ->
                file.type().startsWith("image/")
                        ? "<img src=\"%s\" alt=\"\">".formatted(address)
                        : "<video controls preload=\"metadata\" src=\"%s\"></video>".formatted(address);
        };
    }

    private static String options(Message message) {
        JsonNode options = message.more().get("options");
        return options == null
                ? ""
                : options.valueStream()
                        .map(it ->
                                it.isString() ? it.asString() : it.path("text").asString(""))
                        .map(it -> "<p class=\"option\">" + Html.escape(it) + "</p>")
                        .collect(Collectors.joining());
    }

    private static String buttons(Message message) {
        JsonNode markup = message.more().get("reply_markup");
        return markup == null
                ? ""
                : markup.path("inline_keyboard")
                        .valueStream()
                        .map(row -> row.valueStream()
                                .map(it -> "<a href=\"%s\">%s</a>"
                                        .formatted(
                                                Html.escape(it.path("url").asString("#")),
                                                Html.escape(it.path("text").asString(""))))
                                .collect(Collectors.joining("", "<p class=\"buttons\">", "</p>")))
                        .collect(Collectors.joining());
    }
}
