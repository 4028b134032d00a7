package planner.adapter.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import planner.network.Delivery;
import planner.network.Media;

/** Sections 2.1 to 2.5 of the sheet: what can be chosen, each limit of it, and what does not go together. */
class TelegramChoicesTest extends TelegramStand {
    /** @param finding all that preflight says of the second; @param code what Telegram says */
    private record Limit(String name, Delivery full, Delivery over, String finding, String code) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitTheMessageIsTakenAndOneOverIsRefused() {
        return Stream.of(captions(), buttons(), pictures())
                .flatMap(List::stream)
                .map(limit -> DynamicTest.dynamicTest(limit.name(), () -> {
                    taken(limit.full());
                    assertThat(errors(limit.over())).containsExactly(limit.finding());
                    refused(limit.over(), limit.code());
                }));
    }

    private List<Limit> captions() {
        return List.of(
                new Limit(
                        "own caption",
                        album("'captions':['" + "🌿".repeat(1024) + "']"),
                        album("'captions':['" + "🌿".repeat(1025) + "']"),
                        "telegram.caption-long",
                        "text-too-long"),
                new Limit(
                        "own caption after reading",
                        album("'textFormat':'HTML','captions':['<b>" + "a".repeat(1024) + "</b>']"),
                        album("'textFormat':'HTML','captions':['<b>" + "a".repeat(1025) + "</b>']"),
                        "telegram.caption-long",
                        "text-too-long"));
    }

    private List<Limit> buttons() {
        return List.of(
                new Limit("buttons", buttons(100, 1), buttons(101, 1), "telegram.buttons-many", "buttons"),
                new Limit("in a row", buttons(8, 8), buttons(9, 9), "telegram.buttons-row", "buttons"),
                new Limit(
                        "copied",
                        text("Copy", "'buttons':[{'text':'Copy','copy':'" + "👍".repeat(256) + "'}]"),
                        text("Copy", "'buttons':[{'text':'Copy','copy':'" + "👍".repeat(257) + "'}]"),
                        "telegram.button-copy",
                        "buttons"));
    }

    private List<Limit> pictures() {
        return List.of(
                new Limit(
                        "thumbnail bytes",
                        thumbnail(files.jpeg(320, 320, 199_999)),
                        thumbnail(files.jpeg(320, 320, 200_000)),
                        "telegram.thumbnail-bytes",
                        "media"),
                new Limit(
                        "thumbnail width",
                        thumbnail(files.jpeg(320, 100, 0)),
                        thumbnail(files.jpeg(321, 100, 0)),
                        "telegram.thumbnail-side",
                        "media"),
                new Limit(
                        "thumbnail height",
                        thumbnail(files.jpeg(100, 320, 0)),
                        thumbnail(files.jpeg(100, 321, 0)),
                        "telegram.thumbnail-side",
                        "media"),
                new Limit(
                        "thumbnail type",
                        thumbnail(files.jpeg(40, 30, 0)),
                        thumbnail(files.png(40, 30)),
                        "telegram.thumbnail-type",
                        "media"),
                new Limit(
                        "cover bytes",
                        cover(files.jpeg(400, 300, 10_000_000)),
                        cover(files.jpeg(400, 300, 10_000_001)),
                        "telegram.cover-bytes",
                        "file-too-large"),
                new Limit(
                        "cover sides",
                        cover(files.jpeg(9000, 1000, 0)),
                        cover(files.jpeg(9001, 1000, 0)),
                        "telegram.cover-sides",
                        "dimensions"));
    }

    private Delivery album(String options) {
        return delivery("album", "Two", List.of(files.png(40, 30), files.png(41, 30)), Choices.of("{" + options + "}"));
    }

    private Delivery buttons(int count, int inRow) {
        var buttons = IntStream.range(0, count)
                .mapToObj(i ->
                        "{'text':'B" + i + "','url':'https://example.com/" + i + "','beside':" + (i % inRow != 0) + "}")
                .collect(Collectors.joining(","));
        return text("Choose", "'buttons':[" + buttons + "]");
    }

    private Delivery thumbnail(Media picture) {
        var paper = files.opaque(planner.network.MediaKind.DOCUMENT, "application/pdf", 100);
        return delivery("document", "Read", List.of(paper), Choices.with(Choices.plain(), "thumbnail", picture));
    }

    private Delivery cover(Media picture) {
        return film(Choices.with(Choices.plain(), "cover", picture));
    }

    private Delivery film(TelegramOptions options) {
        var film = files.video(640, 360, java.time.Duration.ofSeconds(3));
        return delivery("video", "Moves", List.of(film), options);
    }

    @Test
    void aTextOfItsOwnNeedsAFileOfItsOwn() {
        assertThat(errors(album("'captions':['b','c']"))).containsExactly("telegram.captions-many");
    }

    @Test
    void theFilesOfAnAlbumHaveTextsOfTheirOwn() {
        taken(album("'captions':['*b* 5 < 6']"));

        assertThat(stage.visible()).containsExactly("Two");
        assertThat(walked(album("'captions':['second']")).form().get("media")).contains("\"caption\":\"second\"");
    }

    @Test
    void aVideoBeginsWithinItself() {
        taken(film(Choices.of("{'startAt':2}")));

        assertThat(errors(film(Choices.of("{'startAt':3}")))).containsExactly("telegram.start");
        assertThat(errors(film(Choices.of("{'startAt':-1}")))).containsExactly("telegram.start");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':'','url':'https://example.com'}                | telegram.button      | buttons",
                "{'text':'Open'}                                        | telegram.button      | buttons",
                "{'text':'Open','url':'javascript:x'}                   | telegram.button      | buttons",
                "{'text':'Open','url':'https:///x'}                     | telegram.button      | buttons",
                "{'text':'Open','url':'https://example.com','copy':'x'} | telegram.button-both | "
            })
    void aButtonLeadsSomewhereOrCopies(String button, String rule, String code) {
        var delivery = text("Choose", "'buttons':[" + button + "]");

        assertThat(errors(delivery)).containsExactly(rule);
        if (code != null) {
            refused(delivery, code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://żółw.pl/a",
                "https://my_shop.example.com/",
                "https://example.com/a|b",
                "HTTPS://example.com",
                "https://example.com:8080?a=%"
            })
    void whatTelegramTakesForALinkIsOne(String link) {
        taken(text("Choose", "'buttons':[{'text':'Open','url':'" + link + "'}]"));
        taken(text("See", "'previewUrl':'" + link + "'"));
    }

    @Test
    void aLinkIntoTelegramIsForButtonsOnly() {
        taken(text("Choose", "'buttons':[{'text':'Open','url':'TG://resolve?domain=sandbox_news'}]"));
        assertThat(errors(text("See", "'previewUrl':'tg://resolve?domain=sandbox_news'")))
                .containsExactly("telegram.preview-url");
    }

    @Test
    void thePageToPreviewIsALinkAndIsShown() {
        assertThat(errors(text("See", "'previewUrl':'example'"))).containsExactly("telegram.preview-url");
        refused(text("See", "'previewUrl':'example'"), "preview");
        assertThat(errors(text("See", "'previewUrl':'https://example.com','linkPreview':'OFF'")))
                .containsExactly("telegram.preview-off");
        assertThat(warnings(text("See", "'linkPreview':'LARGE'"))).containsExactly("telegram.preview-none");
    }

    /** Telegram passes over the size of a preview whose page is not named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLAIN       | Go to https://a.example/x, and https://b.example     | https://a.example/x",
                "HTML        | <a href=\"https://c.example/?a=1&amp;b\">c</a> https://b.example | https://c.example/?a=1&b",
                "HTML        | https://b.example <a href='https://c.example'>c</a>  | https://b.example",
                "MARKDOWN_V2 | [c](https://c.example/\\)) https://b\\.example         | https://c.example/)",
                "MARKDOWN_V2 | `https://d.example` [c](https://c.example)           | https://d.example"
            })
    void theSizeOfAPreviewGoesWithTheFirstLink(String format, String text, String link) {
        var sent = taken(text(text, "'linkPreview':'SMALL','textFormat':'" + format + "'"));

        assertThat(sent.form().get("link_preview_options"))
                .isEqualTo("{\"url\":\"" + link + "\",\"prefer_small_media\":true}");
    }

    @Test
    void topicsAreOfGroupsAndOfThisOne() {
        assertThat(errors(text("Bread", "'topic':'7'"))).containsExactly("telegram.topic-none");
        refused(text("Bread", "'topic':'7'"), "topic");
        where = GROUP;
        assertThat(taken(text("Bread", "'topic':'7'")).post().permalink())
                .asString()
                .contains("/sandbox_talk/7/");
        assertThat(errors(text("Bread", "'topic':'bread'"))).containsExactly("telegram.topic");
        refused(text("Bread", "'topic':'bread'"), "topic-elsewhere");
        for (var elsewhere : List.of("t.me/sandbox_news/7", "https://t.me/c/1500000009/7/1")) {
            assertThat(errors(text("Bread", "'topic':'" + elsewhere + "'")))
                    .containsExactly("telegram.topic-elsewhere");
            refused(text("Bread", "'topic':'" + elsewhere + "'"), "topic-elsewhere");
        }
        refused(text("Bread", "'topic':'8'"), "topic");
        refused(text("Bread", "'topic':'9'"), "topic-closed");
    }

    @ParameterizedTest
    @CsvSource({
        "7, '', 7",
        "https://t.me/c/1500000002/7, -1001500000002, 7",
        "t.me/c/1500000002/7/120, -1001500000002, 7",
        "https://t.me/Sandbox_Talk/9?single, @Sandbox_Talk, 9",
        "https://telegram.me/sandbox_talk/9/12/, @sandbox_talk, 9"
    })
    void aTopicIsNamedAsPeopleNameIt(String typed, String chat, long thread) {
        assertThat(Topic.of(typed)).contains(new Topic(chat, thread));
    }

    @Test
    void whatNamesNoTopicIsNone() {
        assertThat(Stream.of("0", "-7", "07", "t.me/sandbox_talk", "https://example.com/c/1/2", "7 8", "9".repeat(20)))
                .allSatisfy(typed -> assertThat(Topic.of(typed)).isEmpty());
    }

    /** A message has its options only where its format has them. */
    @Test
    void whatAnotherFormatWouldHaveIsNotSent() {
        var sent = taken(text("Hello", "'captions':['x'],'startAt':99,'poll':{'quiz':true},'captionAbove':true"));

        assertThat(sent.form().fields()).containsOnlyKeys("chat_id", "text");
    }
}
