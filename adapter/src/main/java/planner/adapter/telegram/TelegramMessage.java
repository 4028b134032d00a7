package planner.adapter.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import planner.adapter.kit.Call;
import planner.adapter.kit.Chunks;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Given;
import planner.adapter.kit.Json;
import planner.adapter.kit.Multipart;
import planner.adapter.telegram.TelegramOptions.Button;
import planner.adapter.telegram.TelegramOptions.ButtonStyle;
import planner.adapter.telegram.TelegramOptions.LinkPreview;
import planner.network.Account;
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
    private static final Set<String> THUMBNAILED =
            Set.of(TelegramCapabilities.VIDEO, TelegramCapabilities.ANIMATION, TelegramCapabilities.DOCUMENT);

    /** @param account named by the links to its topics; the chat has a new number where it moved */
    static TelegramMessage of(Delivery delivery, Account account, long chat, MediaFiles files) {
        var options = TelegramOptions.of(delivery);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("chat_id", chat);
        switch (delivery.format()) {
            case TelegramCapabilities.TEXT -> {
                fields.put("text", delivery.text());
                fields.putAll(parseMode(options));
                preview(fields, delivery, options);
            }
            case TelegramCapabilities.POLL ->
                PollFields.add(fields, delivery, Objects.requireNonNull(options.poll()), parseMode(options));
            case TelegramCapabilities.ALBUM -> fields.put("media", album(delivery, options));
            default -> single(fields, delivery, options);
        }
        common(fields, delivery, account, options);
        return switch (delivery.format()) {
            case TelegramCapabilities.TEXT -> new TelegramMessage("sendMessage", json(fields), 0);
            case TelegramCapabilities.POLL -> new TelegramMessage("sendPoll", json(fields), 0);
            case TelegramCapabilities.PHOTO -> uploaded("sendPhoto", "photo", fields, delivery, files);
            case TelegramCapabilities.VIDEO -> uploaded("sendVideo", "video", fields, delivery, files);
            case TelegramCapabilities.ANIMATION -> uploaded("sendAnimation", "animation", fields, delivery, files);
            case TelegramCapabilities.DOCUMENT -> uploaded("sendDocument", "document", fields, delivery, files);
            case TelegramCapabilities.ALBUM -> uploaded("sendMediaGroup", "file", fields, delivery, files);
            default -> throw new IllegalArgumentException("not a format of Telegram: " + delivery.format());
        };
    }

    /** Every file that goes with a delivery. */
    static List<Media> files(Delivery delivery) {
        var files = new ArrayList<>(delivery.media());
        files.addAll(extras(delivery).values());
        return files;
    }

    /** The pictures beside the file, by the parameter that names them. */
    private static Map<String, Media> extras(Delivery delivery) {
        var options = TelegramOptions.of(delivery);
        var extras = new LinkedHashMap<String, Media>();
        var thumbnail = options.thumbnail();
        if (thumbnail != null && THUMBNAILED.contains(delivery.format())) {
            extras.put("thumbnail", thumbnail);
        }
        var cover = options.cover();
        if (cover != null && delivery.format().equals(TelegramCapabilities.VIDEO)) {
            extras.put("cover", cover);
        }
        return extras;
    }

    private static void common(
            Map<String, Object> fields, Delivery delivery, Account account, TelegramOptions options) {
        var here = Topic.of(options.topic()).filter(topic -> topic.isOf(account.id(), account.handle()));
        Given.understood(options.topic(), here, "topic-elsewhere")
                .filter(topic -> topic.thread() != Topic.GENERAL)
                .ifPresent(topic -> fields.put("message_thread_id", topic.thread()));
        if (options.silent()) {
            fields.put("disable_notification", true);
        }
        if (options.protect()) {
            fields.put("protect_content", true);
        }
        if (!options.buttons().isEmpty() && !delivery.format().equals(TelegramCapabilities.ALBUM)) {
            fields.put("reply_markup", Fields.of("inline_keyboard", rows(options.buttons())));
        }
    }

    private static List<List<Map<String, Object>>> rows(List<Button> buttons) {
        var rows = new ArrayList<List<Map<String, Object>>>();
        for (var button : buttons) {
            if (!button.beside() || rows.isEmpty()) {
                rows.add(new ArrayList<>());
            }
            var fields = Fields.of("text", button.text());
            if (button.copy().isEmpty()) {
                fields.put("url", button.url());
            } else {
                fields.put("copy_text", Fields.of("text", button.copy()));
            }
            if (button.style() != ButtonStyle.DEFAULT) {
                fields.put("style", button.style().name().toLowerCase(Locale.ROOT));
            }
            rows.getLast().add(fields);
        }
        return rows;
    }

    private static void single(Map<String, Object> fields, Delivery delivery, TelegramOptions options) {
        var media = delivery.onlyMedium();
        if (delivery.format().equals(TelegramCapabilities.VIDEO)) {
            facts(fields, media);
            fields.put("supports_streaming", true);
            if (options.startAt() != null) {
                fields.put("start_timestamp", options.startAt());
            }
        } else if (delivery.format().equals(TelegramCapabilities.ANIMATION) && media.kind() == MediaKind.VIDEO) {
            facts(fields, media);
        }
        caption(fields, delivery.text(), options);
        if (delivery.format().equals(TelegramCapabilities.DOCUMENT)) {
            // a picture or film that is sent as a file stays the file it is
            fields.put("disable_content_type_detection", true);
        } else {
            shown(fields, options);
        }
        extras(delivery).keySet().forEach(name -> fields.put(name, "attach://" + part(name)));
    }

    /** A part must not be named as the parameter that points to it. */
    private static String part(String parameter) {
        return parameter + "_file";
    }

    private static List<Map<String, Object>> album(Delivery delivery, TelegramOptions options) {
        var items = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < delivery.media().size(); i++) {
            var media = delivery.media().get(i);
            var item = Fields.of("type", type(media.kind()), "media", "attach://file" + i);
            if (media.kind() == MediaKind.VIDEO) {
                facts(item, media);
                item.put("supports_streaming", true);
            }
            if (i == 0) {
                caption(item, delivery.text(), options);
            } else if (i <= options.captions().size()) {
                caption(item, options.captions().get(i - 1), options);
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
    }

    private static void caption(Map<String, Object> fields, String text, TelegramOptions options) {
        if (!text.isBlank()) {
            fields.put("caption", text);
            fields.putAll(parseMode(options));
        }
    }

    private static Map<String, Object> parseMode(TelegramOptions options) {
        return switch (options.textFormat()) {
            case PLAIN -> Map.of();
            case HTML -> Map.of("parse_mode", "HTML");
            case MARKDOWN_V2 -> Map.of("parse_mode", "MarkdownV2");
        };
    }

    private static void shown(Map<String, Object> fields, TelegramOptions options) {
        if (options.captionAbove()) {
            fields.put("show_caption_above_media", true);
        }
        if (options.spoiler()) {
            fields.put("has_spoiler", true);
        }
    }

    private static void preview(Map<String, Object> fields, Delivery delivery, TelegramOptions options) {
        var how = options.linkPreview();
        var wanted = new LinkedHashMap<String, Object>();
        if (how == LinkPreview.OFF) {
            wanted.put("is_disabled", true);
        } else {
            var page = options.previewUrl();
            if (page.isEmpty() && (how.large() || how.small())) {
                // a size is passed over where no page is named
                page = TelegramText.of(delivery.text(), options.textFormat()).link();
            }
            if (!page.isEmpty()) {
                wanted.put("url", page);
            }
            flag(wanted, "prefer_large_media", how.large());
            flag(wanted, "prefer_small_media", how.small());
            flag(wanted, "show_above_text", how.above());
        }
        if (!wanted.isEmpty()) {
            fields.put("link_preview_options", wanted);
        }
    }

    private static void flag(Map<String, Object> fields, String name, boolean on) {
        if (on) {
            fields.put(name, true);
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
        for (int i = 0; i < delivery.media().size(); i++) {
            var part = method.equals("sendMediaGroup") ? name + i : name;
            file(parts, part, delivery.media().get(i), files);
        }
        extras(delivery).forEach((parameter, media) -> file(parts, part(parameter), media, files));
        long bytes = files(delivery).stream().mapToLong(Media::bytes).sum();
        return new TelegramMessage(method, parts.body(), bytes);
    }

    private static void file(Multipart parts, String name, Media media, MediaFiles files) {
        parts.file(name, media.name(), media.type(), media.bytes(), Chunks.whole(files, media));
    }
}
