package planner.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import planner.simulator.SettableClock;
import planner.simulator.Simulator;
import planner.simulator.Web;
import planner.simulator.Web.Got;
import planner.simulator.media.SampleMedia;

/** The Bot API as its document says, asked by a client of its own. */
class TelegramPostingTest {
    private static final String CHANNEL = "@sandbox_news";

    private final SettableClock clock = new SettableClock();
    private final Simulator simulator = Simulator.start(0, clock);
    private final Web web = new Web();

    @AfterEach
    void close() {
        web.close();
        simulator.close();
    }

    private Got call(String method, Map<String, ?> parameters) {
        return web.json(
                simulator.site("telegram").settings().getOrDefault("api-url", "") + "/bot" + Chats.TOKEN + "/" + method,
                parameters);
    }

    private Got poll(Map<String, ?> more) {
        Map<String, Object> poll = new LinkedHashMap<>();
        poll.put("chat_id", CHANNEL);
        poll.put("question", "Tea?");
        poll.put("options", List.of(Map.of("text", "Yes"), Map.of("text", "No")));
        poll.putAll(more);
        return call("sendPoll", poll);
    }

    /** "GIF or H.264/MPEG-4 AVC video without sound"; with sound it becomes a video. */
    @Test
    void anAnimationIsSilent() {
        var length = Duration.ofSeconds(3);
        String silent = web.offer("silent.mp4", "video/mp4", SampleMedia.silent(64, 36, length, 0));
        String loud = web.offer("loud.mp4", "video/mp4", SampleMedia.mp4(64, 36, length));

        assertThat(animation(silent).json().at("/result").has("animation")).isTrue();
        assertThat(animation(loud).json().at("/result").has("animation")).isFalse();
        assertThat(animation(loud).json().at("/result").has("video")).isTrue();
    }

    private Got animation(String address) {
        return call("sendAnimation", Map.of("chat_id", CHANNEL, "animation", address));
    }

    private String timeline() {
        return web.get(simulator.timeline("telegram").toString()).text();
    }

    @Test
    void aQuizIsSeenWithItsAnswers() {
        Got sent = poll(Map.of(
                "type",
                "quiz",
                "correct_option_ids",
                List.of(1),
                "explanation",
                "*Because*",
                "explanation_parse_mode",
                "MarkdownV2",
                "description",
                "A question of taste"));

        assertThat(sent.at("/result/poll/question")).isEqualTo("Tea?");
        assertThat(timeline())
                .contains("Anonymous quiz", "✓ No", "<b>Because</b>", "A question of taste")
                .doesNotContain("✓ Yes");
    }

    /** 5 seconds to a month, from now. */
    @ParameterizedTest
    @CsvSource({
        "open_period, 5, true",
        "open_period, 4, false",
        "open_period, 2628000, true",
        "open_period, 2628001, false",
        "close_date, 5, true",
        "close_date, 4, false",
        "close_date, 2628000, true",
        "close_date, 2628001, false",
        "close_date, -60, false"
    })
    void aPollEndsWithinItsBounds(String name, long seconds, boolean taken) {
        long now = name.equals("close_date") ? clock.instant().getEpochSecond() : 0;
        assertThat(poll(Map.of(name, now + seconds)).status()).isEqualTo(taken ? 200 : 400);
    }

    @Test
    void aQuestionKeepsNoFormatting() {
        assertThat(poll(Map.of("question", "<b>Tea</b>?", "question_parse_mode", "HTML"))
                        .at("/result/poll/question"))
                .isEqualTo("Tea?");
        assertThat(timeline()).contains("Tea?").doesNotContain("<b>Tea</b>");
    }

    @Test
    void topicsOfTheGroupHaveNamesAndSomeAreClosed() {
        Map<String, Object> message = new LinkedHashMap<>(Map.of("chat_id", "@sandbox_talk", "text", "Rye"));
        message.put("message_thread_id", 7);
        assertThat(call("sendMessage", message).status()).isEqualTo(200);
        assertThat(timeline()).contains("Sandbox Talk › Recipes");
        message.put("message_thread_id", 9);
        assertThat(call("sendMessage", message).at("/description")).isEqualTo("Bad Request: TOPIC_CLOSED");
        message.put("message_thread_id", 8);
        assertThat(call("sendMessage", message).at("/description")).isEqualTo("Bad Request: message thread not found");
        message.put("chat_id", CHANNEL);
        message.put("message_thread_id", 7);
        assertThat(call("sendMessage", message).at("/description")).isEqualTo("Bad Request: message thread not found");
    }

    @Test
    void theOldNumberOfAGroupNamesTheNewOne() {
        Got moved = call("sendMessage", Map.of("chat_id", Chats.BEFORE, "text", "Hello"));

        assertThat(moved.status()).isEqualTo(400);
        assertThat(moved.at("/parameters/migrate_to_chat_id")).isEqualTo("" + Chats.GROUP.id());
    }

    @Test
    void previewsAndButtonsAreSeen() {
        call(
                "sendMessage",
                Map.of(
                        "chat_id",
                        CHANNEL,
                        "text",
                        "See",
                        "link_preview_options",
                        Map.of("url", "https://example.com/a", "prefer_large_media", true),
                        "reply_markup",
                        Map.of(
                                "inline_keyboard",
                                List.of(List.of(Map.of(
                                        "text", "Code", "copy_text", Map.of("text", "X"), "style", "success"))))));

        assertThat(timeline())
                .contains("class=\"preview large\" href=\"https://example.com/a\"", "class=\"success\"", "📋 Code");
    }

    @Test
    void aPinnedMessageIsSeenAsPinnedHoweverOftenItIsPinned() {
        long id = Long.parseLong(call("sendMessage", Map.of("chat_id", CHANNEL, "text", "Look up"))
                .at("/result/message_id"));
        for (int i = 0; i < 2; i++) {
            assertThat(call("pinChatMessage", Map.of("chat_id", CHANNEL, "message_id", id))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(timeline()).containsOnlyOnce("📌");
    }

    @Test
    void whatAMethodDoesNotHaveIsAViolation() {
        assertThat(poll(Map.of("parse_mode", "HTML")).status()).isEqualTo(400);
        assertThat(call("sendMediaGroup", Map.of("chat_id", CHANNEL, "media", List.of(), "reply_markup", Map.of()))
                        .status())
                .isEqualTo(400);
        assertThat(simulator.journal().violations()).hasSize(2);
    }
}
