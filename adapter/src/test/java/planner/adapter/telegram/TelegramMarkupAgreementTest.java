package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.kit.Call;
import planner.adapter.kit.Fields;
import planner.adapter.kit.Http;
import planner.adapter.kit.Json;
import planner.adapter.telegram.TelegramOptions.TextFormat;
import tools.jackson.databind.JsonNode;

/**
 * Texts of every kind, drawn by lot with a fixed seed: what we read is what was meant, and Telegram, which shares no code
 * with us, takes and shows the same.
 */
class TelegramMarkupAgreementTest {
    private static final int TEXTS = 400;
    private static final int MOST_DEPTH = 4;
    /** Emoji with joiners, skin and flags, combining marks, right to left, CJK, addresses, and all that is reserved. */
    private static final List<String> ATOMS = List.of(
            "👨‍👩‍👧‍👦",
            "👍🏽",
            "🇵🇱",
            "❤️",
            "é",
            "ȧ̈",
            "नमस्ते",
            "שלום",
            "مرحبا",
            "‏א‎",
            "漢字",
            "かな",
            "한글",
            "𠜎",
            "Zażółć",
            "https://example.com/a_b?c=d&e=(f)*g",
            "user@example.com",
            "#tag_1",
            "@name_x",
            "1.5",
            "a-b",
            "C++",
            "a = b",
            "{x|y}",
            "[z]",
            "(z)",
            "!",
            "~",
            ">",
            "<",
            "&amp;",
            "&",
            "\"q\"",
            "'s",
            "`",
            "*",
            "_",
            "__",
            "||",
            "\\",
            "word",
            " ");

    private final SimulatorStage stage = new SimulatorStage(Telegram.ID.value());
    private final Http http = new Http(stage.transport());

    @AfterEach
    void close() {
        stage.close();
    }

    /** Something that formats: how it is written in both ways. @param marks in it */
    private record Piece(String markdown, String html, String shown, int marks) {
        Piece and(Piece other) {
            return new Piece(markdown + other.markdown, html + other.html, shown + other.shown, marks + other.marks);
        }

        String in(TextFormat format) {
            return format == TextFormat.HTML ? html : markdown;
        }
    }

    private static final Piece NOTHING = new Piece("", "", "", 0);

    private static Piece plain(Random lot) {
        var text = ATOMS.get(lot.nextInt(ATOMS.size()));
        return new Piece(
                text.replaceAll("[_*\\[\\]()~`>#+=|{}.!\\\\-]", "\\\\$0"),
                text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
                text,
                0);
    }

    private static Piece tree(Random lot, int depth, String without) {
        var all = NOTHING;
        for (int i = lot.nextInt(4); i >= 0; i--) {
            all = all.and(depth > 0 && lot.nextInt(3) == 0 ? marked(lot, depth, without) : plain(lot));
        }
        return all;
    }

    /** A mark does not stand within itself: nothing would tell its end from a new beginning. */
    private static Piece marked(Random lot, int depth, String without) {
        var marks = List.of("*b", "_i", "__u", "~s", "||tg-spoiler", "[a");
        var mark = marks.get(lot.nextInt(marks.size()));
        var sign = mark.replaceAll("[a-z-]", "");
        if (without.contains(sign.substring(0, 1))) {
            return plain(lot);
        }
        var tag = mark.substring(sign.length());
        var inside = tree(lot, depth - 1, without + sign);
        // underlines side by side would read as another mark
        var end = new Piece("x", "x", "x", 0);
        int marked = inside.marks() + (inside.shown().isEmpty() ? 0 : 1);
        if (tag.equals("a")) {
            return new Piece(
                            "[" + inside.markdown() + "](https://example.com/\\)_*x)",
                            "<a href=\"https://example.com/)_*x\">" + inside.html() + "</a>",
                            inside.shown(),
                            marked)
                    .and(end);
        }
        return new Piece(
                        sign + inside.markdown() + sign,
                        "<" + tag + ">" + inside.html() + "</" + tag + ">",
                        inside.shown(),
                        marked)
                .and(end);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "MARKDOWN_V2"})
    void whatIsWrittenAsTelegramWantsItIsReadAsItWasMeant(TextFormat format) {
        var lot = new Random(27);
        for (int i = 0; i < TEXTS; i++) {
            var piece = tree(lot, MOST_DEPTH, "").and(new Piece("x", "x", "x", 0));
            var read = TelegramText.of(piece.in(format), format);

            assertThat(read.problem()).as(piece.in(format)).isNull();
            assertThat(read.shown()).as(piece.in(format)).isEqualTo(piece.shown());
            assertThat(read.marks()).as(piece.in(format)).isEqualTo(piece.marks());
            assertThat(read.length())
                    .isEqualTo((int) piece.shown().strip().codePoints().count());
            var answer = sent(piece.in(format), format);
            assertThat(answer.path("result").path("text").asString(""))
                    .as(piece.in(format) + " " + answer)
                    .isEqualTo(piece.shown().strip());
        }
    }

    /** Whatever a person types: either both take it and see the same, or both refuse it. */
    @ParameterizedTest
    @EnumSource(names = {"HTML", "MARKDOWN_V2"})
    void whatPreflightTakesTelegramTakesAndWhatItRefusesIsRefused(TextFormat format) {
        var lot = new Random(28);
        var pieces = new ArrayList<>(format == TextFormat.HTML ? TAGS : MARKS);
        pieces.addAll(List.of("a", " ", "\n", "👍🏽", "שלום", "é", "b"));
        int taken = 0;
        for (int i = 0; i < TEXTS; i++) {
            var text = new StringBuilder("x");
            IntStream.range(0, 1 + lot.nextInt(7)).forEach(n -> text.append(pieces.get(lot.nextInt(pieces.size()))));
            var read = TelegramText.of(text.toString(), format);
            var answer = sent(text.toString(), format);

            assertThat(read.problem() == null)
                    .as("%s %s %s", text, read, answer)
                    .isEqualTo(answer.path("ok").asBoolean(false));
            if (read.problem() == null) {
                taken++;
                assertThat(answer.path("result").path("text").asString(""))
                        .as("%s", text)
                        .isEqualTo(read.shown().strip());
            } else {
                assertThat(answer.path("description").asString("")).startsWith("Bad Request: can't parse entities: ");
            }
        }
        assertThat(taken).isBetween(TEXTS / 20, TEXTS - TEXTS / 20);
    }

    private static final List<String> MARKS = List.of(
            "*",
            "*",
            "_",
            "_",
            "__",
            "~",
            "~",
            "||",
            "||",
            "|",
            "`",
            "`",
            "```",
            "[",
            "]",
            "](u)",
            "](",
            "![",
            ")",
            "\\",
            "\\.",
            ".",
            "\n>",
            "\n>",
            "||\n",
            "**>",
            "](tg://emoji?id=7)");

    private static final List<String> TAGS = List.of(
            "<b>",
            "</b>",
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "</i>",
            "<a href=\"https://a.b/?x>y\">",
            "</a>",
            "<code>",
            "</code>",
            "<p>",
            "<",
            ">",
            "&",
            "&lt;",
            "&amp;",
            "&#128512;",
            "&copy;",
            "<span class=\"tg-spoiler\">",
            "</span>",
            "<span>",
            "<b");

    private JsonNode sent(String text, TextFormat format) {
        stage.passes(Duration.ofSeconds(2));
        var site = stage.settings().url("api-url", "http://127.0.0.1", "");
        var token = stage.form().getOrDefault("token", "");
        var reply = http.send(Call.post(URI.create(site + "/bot" + token + "/sendMessage"))
                .json(Fields.of(
                        "chat_id",
                        "@sandbox_news",
                        "text",
                        text,
                        "parse_mode",
                        format == TextFormat.HTML ? "HTML" : "MarkdownV2")));
        return Json.tree(reply);
    }
}
