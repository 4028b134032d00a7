package planner.adapter.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.MediaFiles;
import planner.network.MediaKind;

/**
 * One send call: a function of the delivery.
 *
 * @param method of the Bot API
 * @param bytes of the files in it
 */
record TelegramMessage(String method, Call.Body body, long bytes) {

    static TelegramMessage of(Delivery delivery, long chat, MediaFiles files) {
        var options = (TelegramOptions) delivery.options();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", chat);
        switch (delivery.format()) {
            case TelegramCapabilities.TEXT -> {
                fields.put("text", delivery.text());
                formatted(fields, options);
                preview(fields, options);
            }
            case TelegramCapabilities.ALBUM -> fields.put("media", album(delivery, options));
            default -> single(fields, delivery, options);
        }
        common(fields, delivery, options);
        return switch (delivery.format()) {
            case TelegramCapabilities.TEXT -> new TelegramMessage("sendMessage", json(fields), 0);
            case TelegramCapabilities.PHOTO -> uploaded("sendPhoto", "photo", fields, delivery, files);
            case TelegramCapabilities.VIDEO -> uploaded("sendVideo", "video", fields, delivery, files);
            case TelegramCapabilities.ANIMATION -> uploaded("sendAnimation", "animation", fields, delivery, files);
            case TelegramCapabilities.DOCUMENT -> uploaded("sendDocument", "document", fields, delivery, files);
            case TelegramCapabilities.ALBUM -> uploaded("sendMediaGroup", "file", fields, delivery, files);
            default -> throw new IllegalArgumentException("not a format of Telegram: " + delivery.format());
        };
    }

    private static void common(Map<String, Object> fields, Delivery delivery, TelegramOptions options) {
        if (options.silent()) {
            fields.put("disable_notification", true);
        }
        if (options.protect()) {
            fields.put("protect_content", true);
        }
        if (!options.buttons().isEmpty() && !delivery.format().equals(TelegramCapabilities.ALBUM)) {
            var rows = options.buttons().stream()
                    .map(button -> List.of(Fields.of("text", button.text(), "url", button.url())))
                    .toList();
            fields.put("reply_markup", Fields.of("inline_keyboard", rows));
        }
    }

    private static void single(Map<String, Object> fields, Delivery delivery, TelegramOptions options) {
        var media = delivery.media().getFirst();
        if (delivery.format().equals(TelegramCapabilities.VIDEO)) {
            facts(fields, media);
        }
        caption(fields, delivery, options);
        if (!delivery.format().equals(TelegramCapabilities.DOCUMENT)) {
            shown(fields, options);
        }
    }

    private static List<Map<String, Object>> album(Delivery delivery, TelegramOptions options) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < delivery.media().size(); i++) {
            var media = delivery.media().get(i);
            var item = Fields.of("type", type(media.kind()), "media", "attach://file" + i);
            if (media.kind() == MediaKind.VIDEO) {
                facts(item, media);
            }
            if (i == 0) {
                caption(item, delivery, options);
            }
            if (media.kind() != MediaKind.DOCUMENT) {
                shown(item, options);
            }
            items.add(item);
        }
        return items;
    }

    private static String type(MediaKind kind) {
        return switch (kind) {
            case IMAGE -> "photo";
            case VIDEO, ANIMATION -> "video";
            case DOCUMENT -> "document";
        };
    }

    private static void facts(Map<String, Object> fields, Media media) {
        if (media.seconds() >= 1) {
            fields.put("duration", Math.round(media.seconds()));
        }
        if (media.width() > 0 && media.height() > 0) {
            fields.put("width", media.width());
            fields.put("height", media.height());
        }
        fields.put("supports_streaming", true);
    }

    private static void caption(Map<String, Object> fields, Delivery delivery, TelegramOptions options) {
        if (!delivery.text().isBlank()) {
            fields.put("caption", delivery.text());
            formatted(fields, options);
        }
    }

    private static void formatted(Map<String, Object> fields, TelegramOptions options) {
        if (options.textFormat() == TelegramOptions.TextFormat.HTML) {
            fields.put("parse_mode", "HTML");
        }
    }

    private static void shown(Map<String, Object> fields, TelegramOptions options) {
        if (options.captionAbove()) {
            fields.put("show_caption_above_media", true);
        }
        if (options.spoiler()) {
            fields.put("has_spoiler", true);
        }
    }

    private static void preview(Map<String, Object> fields, TelegramOptions options) {
        switch (options.linkPreview()) {
            case DEFAULT -> {}
            case LARGE -> fields.put("link_preview_options", Fields.of("prefer_large_media", true));
            case SMALL -> fields.put("link_preview_options", Fields.of("prefer_small_media", true));
            case ABOVE_TEXT -> fields.put("link_preview_options", Fields.of("show_above_text", true));
            case OFF -> fields.put("link_preview_options", Fields.of("is_disabled", true));
        }
    }

    private static Call.Body json(Map<String, Object> fields) {
        return new Call.Body.Bytes("application/json", Json.bytes(fields), "");
    }

    /** In multipart every value is text; objects and lists are text that holds JSON. */
    private static TelegramMessage uploaded(
            String method, String name, Map<String, Object> fields, Delivery delivery, MediaFiles files) {
        var parts = new Multipart(delivery.id().toString().replace("-", ""));
        fields.forEach((key, value) -> parts.field(
                key, value instanceof Map<?, ?> || value instanceof List<?> ? Json.text(value) : value.toString()));
        long bytes = 0;
        for (int i = 0; i < delivery.media().size(); i++) {
            var media = delivery.media().get(i);
            var part = method.equals("sendMediaGroup") ? name + i : name;
            parts.file(part, media.name(), media.type(), media.bytes(), Chunks.whole(files, media));
            bytes += media.bytes();
        }
        return new TelegramMessage(method, parts.body(), bytes);
    }
}
