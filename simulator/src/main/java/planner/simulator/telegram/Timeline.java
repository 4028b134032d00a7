package planner.simulator.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
            .text blockquote{margin:4px 0;padding-left:10px;border-left:3px solid var(--link)}
            .text pre{overflow-x:auto}
            .spoiler{background:var(--soft);color:transparent;border-radius:4px}
            .spoiler:hover{color:var(--card)}
            .note{padding:8px 14px 0;font-size:13px;color:var(--soft)}
            .preview{display:block;margin:8px 14px;padding:6px 10px;border-left:3px solid var(--link);font-size:14px;\
            overflow-wrap:anywhere}
            .preview.large::after{content:"";display:block;height:120px;margin-top:6px;border-radius:8px;background:var(--line)}
            .preview.small::after{content:"";float:right;width:44px;height:44px;margin:-22px 0 0 8px;border-radius:6px;\
            background:var(--line)}
            .right{border-color:#2e7d32}
            .option{margin:6px 14px;padding:8px 12px;border:1px solid var(--line);border-radius:10px}
            .file{display:block;padding:12px 14px;font-weight:600;color:var(--link)}
            .buttons{display:flex;gap:4px;padding:4px}
            .buttons a{flex:1;text-align:center;background:var(--line);border-radius:8px;padding:8px}
            .buttons .primary{background:#1c7cb4;color:#fff}
            .buttons .success{background:#2e7d32;color:#fff}
            .buttons .danger{background:#c62828;color:#fff}
            .none{padding:60px 0;text-align:center;color:var(--soft)}
            """;

    private final World world;
    private final Chats chats;
    private final Set<Long> pinned;

    Timeline(World world, Chats chats, Set<Long> pinned) {
        this.world = world;
        this.chats = chats;
        this.pinned = pinned;
    }

    Answer page() {
        Map<String, List<Message>> posts = new LinkedHashMap<>();
        for (Message message : chats.all().reversed()) {
            String key = message.extras().album().isEmpty()
                    ? "" + message.id()
                    : message.extras().album();
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
                .map(it -> it.media().stream()
                        .map(file -> file(file, it.extras().picture()) + own(it, album))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
        String media = files.isEmpty() ? "" : "<div class=\"album\">" + files + "</div>";
        String text = first.text().html().isEmpty()
                ? ""
                : "<div class=\"text\">" + first.text().html() + "</div>";
        String preview = preview(first);
        boolean previewFirst = first.more().containsKey("link_preview_options")
                && Objects.requireNonNull(first.more().get("link_preview_options"))
                        .path("show_above_text")
                        .asBoolean(false);
        return "<article id=\"%d\">%s%s%s%s%s<p class=\"when\">%s%s</p></article>"
                .formatted(
                        first.id(),
                        place(first),
                        first.manner().above() ? text + media : previewFirst ? preview + text : media + text,
                        previewFirst ? "" : preview,
                        poll(first.extras().poll()),
                        buttons(first),
                        marks(first),
                        Html.ago(first.at(), world.clock().instant()));
    }

    private String marks(Message message) {
        return (pinned.contains(message.id()) ? "📌 " : "")
                + (message.manner().silent() ? "🔕 " : "")
                + (message.manner().kept() ? "🔒 " : "");
    }

    /** Where a message stands that is not in the channel itself. */
    private static String place(Message message) {
        if (message.chat().equals(Chats.CHANNEL)) {
            return "";
        }
        String topic = message.manner().topic();
        return "<p class=\"note\">%s%s</p>"
                .formatted(Html.escape(message.chat().title()), topic.isEmpty() ? "" : " › " + Html.escape(topic));
    }

    /** The text of one file of an album among others. */
    private static String own(Message message, List<Message> album) {
        return message.equals(album.getFirst()) || message.text().html().isEmpty()
                ? ""
                : "<p class=\"text\">" + message.text().html() + "</p>";
    }

    private static String preview(Message message) {
        JsonNode wanted = message.more().get("link_preview_options");
        String page = wanted == null ? "" : wanted.path("url").asString("");
        if (wanted == null || page.isEmpty()) {
            return "";
        }
        String size = wanted.path("prefer_large_media").asBoolean(false)
                ? " large"
                : wanted.path("prefer_small_media").asBoolean(false) ? " small" : "";
        return "<a class=\"preview%s\" href=\"%s\">%s</a>".formatted(size, Html.escape(page), Html.escape(page));
    }

    private static String file(Chats.Stored file, String picture) {
        String address = "/telegram/media/" + file.id();
        String poster = picture.isEmpty() ? "" : " poster=\"/telegram/media/" + picture + "\"";
        return switch (file.kind()) {
            case "photo" -> "<img src=\"%s\" alt=\"\">".formatted(address);
            case "document" ->
                (picture.isEmpty() ? "" : "<img src=\"/telegram/media/" + picture + "\" alt=\"\">")
                        + "<a class=\"file\" href=\"%s\">%s</a>".formatted(address, Html.escape(file.name()));
            default ->
                file.type().startsWith("image/")
                        ? "<img src=\"%s\" alt=\"\">".formatted(address)
                        : "<video controls preload=\"metadata\"%s src=\"%s\"></video>".formatted(poster, address);
        };
    }

    private static String poll(Poll poll) {
        StringBuilder shown = new StringBuilder();
        if (!poll.description().html().isEmpty()) {
            shown.append("<div class=\"text\">")
                    .append(poll.description().html())
                    .append("</div>");
        }
        if (!poll.answers().isEmpty()) {
            shown.append("<p class=\"note\">")
                    .append(Html.escape(String.join(" ", poll.traits())))
                    .append("</p>");
        }
        for (int i = 0; i < poll.answers().size(); i++) {
            boolean right = poll.right().contains(i);
            shown.append(right ? "<p class=\"option right\">✓ " : "<p class=\"option\">")
                    .append(Html.escape(poll.answers().get(i)))
                    .append("</p>");
        }
        if (!poll.explanation().html().isEmpty()) {
            shown.append("<p class=\"note\">💡 ")
                    .append(poll.explanation().html())
                    .append("</p>");
        }
        return shown.toString();
    }

    private static String buttons(Message message) {
        JsonNode markup = message.more().get("reply_markup");
        return markup == null
                ? ""
                : markup.path("inline_keyboard")
                        .valueStream()
                        .map(row -> row.valueStream()
                                .map(Timeline::button)
                                .collect(Collectors.joining("", "<p class=\"buttons\">", "</p>")))
                        .collect(Collectors.joining());
    }

    private static String button(JsonNode button) {
        boolean copies = button.has("copy_text");
        return "<a class=\"%s\" href=\"%s\">%s%s</a>"
                .formatted(
                        Html.escape(button.path("style").asString("")),
                        Html.escape(button.path("url").asString("#")),
                        copies ? "📋 " : "",
                        Html.escape(button.path("text").asString("")));
    }
}
