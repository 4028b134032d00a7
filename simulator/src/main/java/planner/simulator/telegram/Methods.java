package planner.simulator.telegram;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The methods that are played, and their parameters. */
final class Methods {
    private static final Set<String> COMMON = Set.of(
            "chat_id",
            "message_thread_id",
            "parse_mode",
            "disable_notification",
            "protect_content",
            "reply_parameters",
            "reply_markup");
    private static final Map<String, Set<String>> OWN = Map.ofEntries(
            Map.entry("getme", Set.of()),
            Map.entry("getchat", Set.of("chat_id")),
            Map.entry("getchatmember", Set.of("chat_id", "user_id")),
            Map.entry("getchatmembercount", Set.of("chat_id")),
            Map.entry("sendmessage", Set.of("text", "entities", "link_preview_options")),
            Map.entry(
                    "sendphoto",
                    Set.of("photo", "caption", "caption_entities", "show_caption_above_media", "has_spoiler")),
            Map.entry(
                    "sendvideo",
                    Set.of(
                            "video",
                            "caption",
                            "caption_entities",
                            "show_caption_above_media",
                            "has_spoiler",
                            "duration",
                            "width",
                            "height",
                            "thumbnail",
                            "cover",
                            "start_timestamp",
                            "supports_streaming")),
            Map.entry(
                    "sendanimation",
                    Set.of(
                            "animation",
                            "caption",
                            "caption_entities",
                            "show_caption_above_media",
                            "has_spoiler",
                            "duration",
                            "width",
                            "height",
                            "thumbnail")),
            Map.entry(
                    "senddocument",
                    Set.of("document", "caption", "caption_entities", "thumbnail", "disable_content_type_detection")),
            Map.entry("sendmediagroup", Set.of("media")),
            Map.entry(
                    "sendpoll",
                    Set.of(
                            "question",
                            "question_parse_mode",
                            "options",
                            "is_anonymous",
                            "type",
                            "allows_multiple_answers",
                            "correct_option_ids",
                            "explanation",
                            "explanation_parse_mode",
                            "description",
                            "description_parse_mode",
                            "allows_revoting",
                            "shuffle_options",
                            "allow_adding_options",
                            "hide_results_until_closes",
                            "members_only",
                            "country_codes",
                            "open_period",
                            "close_date")),
            Map.entry("pinchatmessage", Set.of("chat_id", "message_id", "disable_notification")),
            Map.entry("unpinchatmessage", Set.of("chat_id", "message_id")),
            Map.entry("editmessagetext", Set.of("chat_id", "message_id", "text", "parse_mode", "link_preview_options")),
            Map.entry("editmessagecaption", Set.of("chat_id", "message_id", "caption", "parse_mode")),
            Map.entry("deletemessage", Set.of("chat_id", "message_id")),
            Map.entry("getwebhookinfo", Set.of()));

    private Methods() {}

    /** Every parameter of a method in lower case. */
    static Set<String> parameters(String method) {
        Set<String> own = OWN.get(method);
        if (own == null) {
            throw new BotError(404, "Not Found: method not found");
        }
        Set<String> all = new HashSet<>(own);
        if (method.startsWith("send")) {
            all.addAll(COMMON);
        }
        if (method.equals("sendmediagroup")) {
            all.removeAll(Set.of("parse_mode", "reply_markup"));
        }
        if (method.equals("sendpoll")) {
            all.remove("parse_mode");
        }
        return all;
    }
}
