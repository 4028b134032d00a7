package planner.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import planner.network.Capabilities.Format;
import planner.network.Capabilities.MediaRule;
import planner.network.Capabilities.MediaSet;
import planner.network.Capabilities.Range;
import planner.network.Capabilities.Sides;
import planner.network.Capabilities.TextField;
import planner.network.Capabilities.TextLimit;
import planner.network.Delivery.Part;
import planner.network.Finding.Severity;

/** Every rule of the table: at its limit nothing is found, one over is found with field, limit and actual. */
class PreflightTest {
    private static final Account ACCOUNT = new Account("1", "Ada", "ada", null, Map.of());
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    /** @param full what just fits; @param over what is one too much; @param finding all that is found of it */
    private record Row(String name, Format format, Post full, Post over, Finding finding) {}

    private record Post(String title, List<Part> parts) {}

    @TestFactory
    Stream<DynamicTest> atEachLimitNothingIsFoundAndOneOverIsFound() {
        return Stream.of(threads(), texts(), sets(), images(), animations(), videos(), streams(), documents())
                .flatMap(List::stream)
                .map(row -> DynamicTest.dynamicTest(row.finding().rule() + ": " + row.name(), () -> {
                    assertThat(check(row.format(), row.full())).isEmpty();
                    assertThat(check(row.format(), row.over())).containsExactly(row.finding());
                }));
    }

    private static List<Row> threads() {
        var alone = new Format("post", List.of(words(10)), List.of(MediaSet.none()), 1);
        var chained = new Format("post", List.of(words(10)), List.of(MediaSet.none()), 3);
        return List.of(
                new Row("one part", alone, thread(1), thread(2), Finding.error("parts.no-thread", "text", "1", "2")),
                new Row("parts", chained, thread(3), thread(4), Finding.error("parts.too-many", "text", "3", "4")));
    }

    private static Post thread(int parts) {
        return new Post(
                "",
                IntStream.range(0, parts)
                        .mapToObj(i -> new Part("part", List.of()))
                        .toList());
    }

    private static List<Row> texts() {
        var rows = new ArrayList<Row>();
        for (var unit : Unit.values()) {
            var id = ".too-long." + unit.name().toLowerCase(Locale.ROOT);
            var text = texted(TextLimit.atMost(TextField.TEXT, unit, 2));
            rows.add(new Row(
                    "text", text, said(using(unit, 2)), said(using(unit, 3)), error("text" + id, "text", 0, "2", "3")));
            var title = texted(words(100), TextLimit.atMost(TextField.TITLE, unit, 2));
            rows.add(new Row(
                    "title",
                    title,
                    titled(using(unit, 2)),
                    titled(using(unit, 3)),
                    error("title" + id, "title", 0, "2", "3")));
            var alt = texted(words(100), TextLimit.atMost(TextField.ALT, unit, 2));
            rows.add(new Row(
                    "alt",
                    alt,
                    second(described(using(unit, 2))),
                    second(described(using(unit, 3))),
                    new Finding(Severity.ERROR, "alt" + id, "alt", 0, 1, "2", "3")));
        }
        rows.add(new Row(
                "text",
                texted(new TextLimit(TextField.TEXT, Unit.UTF16, 3, 9)),
                said("abc"),
                said("ab"),
                error("text.too-short", "text", 0, "3", "2")));
        rows.add(new Row(
                "title",
                texted(words(100), new TextLimit(TextField.TITLE, Unit.UTF16, 1, 9)),
                titled("a"),
                titled(""),
                error("title.too-short", "title", 0, "1", "0")));
        rows.add(new Row(
                "a title of blanks",
                texted(words(100), new TextLimit(TextField.TITLE, Unit.UTF16, 1, 9)),
                titled(" a "),
                titled(" \n "),
                error("title.too-short", "title", 0, "1", "0")));
        rows.add(new Row(
                "alt",
                texted(words(100), new TextLimit(TextField.ALT, Unit.UTF16, 1, 9)),
                second(described("a")),
                second(described("")),
                new Finding(Severity.ERROR, "alt.too-short", "alt", 0, 1, "1", "0")));
        rows.add(new Row(
                "the second part",
                new Format("post", List.of(words(4)), List.of(MediaSet.none()), 2),
                new Post("", List.of(new Part("abcd", List.of()), new Part("abcd", List.of()))),
                new Post("", List.of(new Part("abcd", List.of()), new Part("abcde", List.of()))),
                error("text.too-long.utf16", "text", 1, "4", "5")));
        rows.add(new Row(
                "blank is empty", texted(words(4)), said("."), said(" \n"), error("part.empty", "text", 0, "", "")));
        rows.add(new Row(
                "no title is known",
                texted(words(100)),
                titled(" "),
                titled("T"),
                Finding.warning("title.not-shown", "title", "", "")));
        rows.add(new Row(
                "no text is known",
                new Format("story", List.of(), List.of(MediaSet.one(image(Sides.any(), Range.any(), null))), 1),
                new Post("", List.of(new Part(" ", List.of(picture(9, 9))))),
                new Post("", List.of(new Part("Hi", List.of(picture(9, 9))))),
                new Finding(Severity.WARNING, "text.not-shown", "text", 0, null, "", "")));
        return rows;
    }

    /** Units that weigh differently get texts that only their own count tells apart. */
    private static String using(Unit unit, int count) {
        return switch (unit) {
            case GRAPHEMES -> FAMILY.repeat(count);
            case CODE_POINTS, WEIGHTED -> "\uD83D\uDE00".repeat(count);
            case UTF16 -> "ż".repeat(count);
            case UTF8_BYTES -> "a".repeat(count);
            case HASHTAGS -> "see #tag ".repeat(count);
            case MENTIONS -> "ask @ada ".repeat(count);
            case CASHTAGS -> "buy $ABC ".repeat(count);
        };
    }

    private static List<Row> sets() {
        var any = image(Sides.any(), Range.any(), null);
        var album = shown(MediaSet.of(2, 4, any));
        var either = shown(MediaSet.none(), MediaSet.of(2, 4, any), MediaSet.one(anyVideo()));
        var story = shown(MediaSet.one(any, anyVideo()));
        return List.of(
                new Row("many", album, pictures(4), pictures(5), media("media.too-many", "4", "5")),
                new Row("few", album, pictures(2), pictures(1), media("media.too-few", "2", "1")),
                new Row("the set nearest by kind", either, pictures(4), pictures(6), media("media.too-many", "4", "6")),
                new Row("none", story, pictures(1), pictures(0), media("media.missing", "1 image/video", "")),
                new Row(
                        "kinds",
                        either,
                        shown(film(640, 360)),
                        shown(picture(9, 9), film(640, 360), picture(9, 9)),
                        media("media.mix", "0; 2-4 image; 1 video", "1 video, 2 image")));
    }

    private static List<Row> images() {
        var sides = shown(MediaSet.one(image(new Sides(10, 100, 20, 200), Range.any(), null)));
        var aspect = shown(MediaSet.one(image(Sides.any(), Range.of(0.8, 1.91), null)));
        var sum = shown(MediaSet.one(image(Sides.any(), Range.any(), 300)));
        var open = shown(MediaSet.one(image(new Sides(10, Integer.MAX_VALUE, 1, 9), Range.any(), null)));
        var heavy = shown(MediaSet.one(new MediaRule.Image(
                Set.of("image/png", "image/jpeg"), 3_000_000_000L, Sides.any(), Range.any(), null)));
        return List.of(
                new Row("narrow", sides, shown(picture(10, 20)), shown(picture(9, 20)), wrong("width", "10-100", "9")),
                new Row(
                        "wide",
                        sides,
                        shown(picture(100, 20)),
                        shown(picture(101, 20)),
                        wrong("width", "10-100", "101")),
                new Row("low", sides, shown(picture(10, 20)), shown(picture(10, 19)), wrong("height", "20-200", "19")),
                new Row(
                        "high",
                        sides,
                        shown(picture(10, 200)),
                        shown(picture(10, 201)),
                        wrong("height", "20-200", "201")),
                new Row("no end", open, shown(picture(10, 9)), shown(picture(9, 9)), wrong("width", "10+", "9")),
                new Row(
                        "upright",
                        aspect,
                        shown(picture(4, 5)),
                        shown(picture(79, 100)),
                        wrong("aspect", "0.800-1.910", "0.790")),
                new Row(
                        "across",
                        aspect,
                        shown(picture(191, 100)),
                        shown(picture(192, 100)),
                        wrong("aspect", "0.800-1.910", "1.920")),
                new Row(
                        "sides together",
                        sum,
                        shown(picture(100, 200)),
                        shown(picture(101, 200)),
                        wrong("side-sum", "300", "301")),
                new Row(
                        "bytes",
                        heavy,
                        shown(weighing(3_000_000_000L)),
                        shown(weighing(3_000_000_001L)),
                        wrong("bytes", "3000000000", "3000000001")),
                new Row(
                        "types",
                        heavy,
                        shown(typed("image/png")),
                        shown(typed("image/webp")),
                        wrong("type", "image/jpeg, image/png", "image/webp")));
    }

    private static List<Row> animations() {
        var gif = shown(
                MediaSet.one(new MediaRule.Animation(Set.of("image/gif"), 1_000, new Sides(1, 1280, 1, 1080), 350)));
        return List.of(
                new Row(
                        "frames",
                        gif,
                        shown(loop(350, 9, 9, 1)),
                        shown(loop(351, 9, 9, 1)),
                        wrong("frames", "350", "351")),
                new Row(
                        "wide",
                        gif,
                        shown(loop(2, 1280, 9, 1)),
                        shown(loop(2, 1281, 9, 1)),
                        wrong("width", "1-1280", "1281")),
                new Row(
                        "high",
                        gif,
                        shown(loop(2, 9, 1080, 1)),
                        shown(loop(2, 9, 1081, 1)),
                        wrong("height", "1-1080", "1081")),
                new Row(
                        "bytes",
                        gif,
                        shown(loop(2, 9, 9, 1_000)),
                        shown(loop(2, 9, 9, 1_001)),
                        wrong("bytes", "1000", "1001")));
    }

    private static List<Row> streams() {
        var rule = shown(MediaSet.one(new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of(),
                1_000,
                Range.any(),
                Range.any(),
                Sides.any(),
                Range.any(),
                new Capabilities.Stream(5_000, Set.of("aac"), 48_000, 2, Set.of("yuv420p"), true, true))));
        var full = stream(5_000, "aac", 48_000, 2, "yuv420p", true, true);
        return List.of(
                new Row(
                        "bits",
                        rule,
                        shown(full),
                        shown(stream(5_001, "aac", 48_000, 2, "yuv420p", true, true)),
                        wrong("bitrate", "5000", "5001")),
                new Row(
                        "sound",
                        rule,
                        shown(full),
                        shown(stream(1, "opus", 48_000, 2, "yuv420p", true, true)),
                        wrong("sound-codec", "aac", "opus")),
                new Row(
                        "samples",
                        rule,
                        shown(full),
                        shown(stream(1, "aac", 48_001, 2, "yuv420p", true, true)),
                        wrong("sound-rate", "48000", "48001")),
                new Row(
                        "channels",
                        rule,
                        shown(full),
                        shown(stream(1, "aac", 48_000, 3, "yuv420p", true, true)),
                        wrong("sound-channels", "2", "3")),
                new Row(
                        "colours",
                        rule,
                        shown(full),
                        shown(stream(1, "aac", 48_000, 2, "yuv444p", true, true)),
                        wrong("pixels", "yuv420p", "yuv444p")),
                new Row(
                        "index",
                        rule,
                        shown(full),
                        shown(stream(1, "aac", 48_000, 2, "yuv420p", false, true)),
                        wrong("index-first", "", "")),
                new Row(
                        "silence",
                        rule,
                        shown(full),
                        shown(stream(1, null, 0, 0, "yuv420p", true, false)),
                        wrong("needs-sound", "", "")),
                new Row(
                        "unknown",
                        rule,
                        shown(stream(0, null, 0, 0, null, true, null)),
                        shown(stream(0, null, 0, 0, null, true, false)),
                        wrong("needs-sound", "", "")));
    }

    private static Media stream(
            long bits,
            @Nullable String codec,
            int rate,
            int channels,
            @Nullable String pixels,
            boolean indexFirst,
            @Nullable Boolean sound) {
        return new Media(
                new UUID(0, 1),
                MediaKind.VIDEO,
                "video/mp4",
                1,
                640,
                360,
                9,
                30,
                0,
                "h264",
                sound,
                "film",
                "",
                new MediaDetails(bits, codec, rate, channels, pixels, null, false, false, false, indexFirst, 0));
    }

    private static List<Row> videos() {
        var rule = shown(MediaSet.one(new MediaRule.Video(
                Set.of("video/mp4"),
                Set.of("hevc", "h264"),
                1_000,
                Range.of(0.5, 140),
                Range.of(23, 60),
                new Sides(32, 1920, 32, 1080),
                Range.of(0.25, 4))));
        return List.of(
                new Row(
                        "codec",
                        rule,
                        shown(film("hevc", 9, 30, 640, 360)),
                        shown(film("vp9", 9, 30, 640, 360)),
                        wrong("codec", "h264, hevc", "vp9")),
                new Row(
                        "short",
                        rule,
                        shown(film("h264", 0.5, 30, 640, 360)),
                        shown(film("h264", 0.4, 30, 640, 360)),
                        wrong("seconds", "0.500-140", "0.400")),
                new Row(
                        "long",
                        rule,
                        shown(film("h264", 140, 30, 640, 360)),
                        shown(film("h264", 141, 30, 640, 360)),
                        wrong("seconds", "0.500-140", "141")),
                new Row(
                        "slow",
                        rule,
                        shown(film("h264", 9, 23, 640, 360)),
                        shown(film("h264", 9, 22, 640, 360)),
                        wrong("fps", "23-60", "22")),
                new Row(
                        "fast",
                        rule,
                        shown(film("h264", 9, 60, 640, 360)),
                        shown(film("h264", 9, 60.5, 640, 360)),
                        wrong("fps", "23-60", "60.500")),
                new Row(
                        "wide",
                        rule,
                        shown(film("h264", 9, 30, 1920, 1080)),
                        shown(film("h264", 9, 30, 1921, 1080)),
                        wrong("width", "32-1920", "1921")),
                new Row(
                        "high",
                        rule,
                        shown(film("h264", 9, 30, 1920, 1080)),
                        shown(film("h264", 9, 30, 1920, 1081)),
                        wrong("height", "32-1080", "1081")),
                new Row(
                        "upright",
                        rule,
                        shown(film("h264", 9, 30, 100, 400)),
                        shown(film("h264", 9, 30, 100, 401)),
                        wrong("aspect", "0.250-4", "0.249")),
                new Row(
                        "bytes",
                        rule,
                        shown(film(1_000, "video/mp4")),
                        shown(film(1_001, "video/mp4")),
                        wrong("bytes", "1000", "1001")),
                new Row(
                        "types",
                        rule,
                        shown(film(9, "video/mp4")),
                        shown(film(9, "video/webm")),
                        wrong("type", "video/mp4", "video/webm")));
    }

    private static List<Row> documents() {
        var rule = shown(MediaSet.one(new MediaRule.Document(Set.of("application/pdf"), 1_000)));
        return List.of(
                new Row(
                        "bytes",
                        rule,
                        shown(paper(1_000, "application/pdf")),
                        shown(paper(1_001, "application/pdf")),
                        wrong("bytes", "1000", "1001")),
                new Row(
                        "types",
                        rule,
                        shown(paper(9, "application/pdf")),
                        shown(paper(9, "text/plain")),
                        wrong("type", "application/pdf", "text/plain")));
    }

    @Test
    void anUnknownFormatIsNamedWithThoseThatAreKnown() {
        var network = new Paper(
                List.of(texted(words(9)), new Format("story", List.of(), List.of(MediaSet.none()), 1)), List.of());
        var delivery = delivery("reel", said("Hi"));

        assertThat(Preflight.check(network, delivery, ACCOUNT))
                .containsExactly(Finding.error("format.unknown", "format", "post, story", "reel"));
    }

    @Test
    void anOptionThatTheFormatDoesNotHaveIsNotPassedOver() {
        var loud = new Reel(
                Tone.LOUD, "23", 0, List.of("a"), new Question("Tea?", true), "2026-12-24T18:00:00Z", "here", "here");

        assertThat(optionsOf("post", loud))
                .containsExactly(
                        "WARNING options.tone",
                        "WARNING options.kind",
                        "WARNING options.weight",
                        "WARNING options.tags",
                        "WARNING options.question",
                        "ERROR options.at");
        assertThat(optionsOf("reel", loud)).isEmpty();
    }

    @Test
    void whatAnOptionBeginsWithIsNotHeldAgainstAFormatThatDoesNotHaveIt() {
        var untouched = new Reel(Tone.PLAIN, "22", 3, List.of(), new Question("", true), " ", null, null);

        assertThat(optionsOf("post", untouched)).isEmpty();
    }

    @Test
    void whatAnOptionForbidsItsValuesIsAskedOfEveryDelivery() {
        var heavy = new Reel(Tone.PLAIN, "22", 1_000_000, List.of(), new Question("", true), null, null, null);

        assertThat(found("reel", heavy))
                .containsExactly(Finding.error("option.range", "options.weight", "0-1000", "1000000"));
    }

    @Test
    void whereTheNetworkSaysWhatIsWrongNothingMoreGeneralIsSaid() {
        var heavy = new Reel(Tone.PLAIN, "22", 1_000_000, List.of(), new Question("", true), null, null, null);
        var own = Finding.error("reel.weight", "options.weight", "1", "1000000");

        assertThat(found("reel", heavy, List.of(own))).containsExactly(own);
        assertThat(found("reel", heavy, List.of(Finding.warning("reel.weight", "options.weight", "", ""))))
                .extracting(Finding::rule)
                .containsExactly("option.range", "reel.weight");
    }

    private static List<String> optionsOf(String format, Reel options) {
        return found(format, options).stream()
                .map(found -> {
                    assertThat(found.rule()).isEqualTo("option.not-of-format");
                    return found.severity() + " " + found.field();
                })
                .toList();
    }

    private static List<Finding> found(String format, Reel options) {
        return found(format, options, List.of());
    }

    private static List<Finding> found(String format, Reel options, List<Finding> own) {
        var formats = List.of(texted(words(9)), new Format("reel", List.of(words(9)), List.of(MediaSet.none()), 1));
        var delivery = new Delivery(
                new UUID(0, 1), Instant.EPOCH, format, "", said("Hi").parts(), options);
        return Preflight.check(new Paper(formats, own), delivery, ACCOUNT);
    }

    @Test
    void whatTheNetworkItselfFindsComesLast() {
        var own = Finding.warning("paper.late", "options.day", "1", "2");
        var network = new Paper(List.of(texted(words(1))), List.of(own));

        assertThat(Preflight.check(network, delivery("post", said("ab")), ACCOUNT))
                .containsExactly(error("text.too-long.utf16", "text", 0, "1", "2"), own);
    }

    @Test
    void everyMediumIsBlamedForItself() {
        var format = shown(MediaSet.of(1, 3, image(new Sides(1, 10, 1, 10), Range.any(), null)));

        assertThat(check(format, shown(picture(11, 10), picture(10, 10), picture(10, 12))))
                .containsExactly(
                        new Finding(Severity.ERROR, "media.width", "media", 0, 0, "1-10", "11"),
                        new Finding(Severity.ERROR, "media.height", "media", 0, 2, "1-10", "12"));
    }

    @Test
    void aFileIsHeldAgainstTheRuleItComesClosestTo() {
        var upright = image(new Sides(1, 1080, 1, 1920), Range.any(), null);
        var across = image(new Sides(1, 1920, 1, 1080), Range.any(), null);
        var format = shown(MediaSet.one(upright, across));

        assertThat(check(format, shown(picture(1080, 1920)))).isEmpty();
        assertThat(check(format, shown(picture(1920, 1080)))).isEmpty();
        assertThat(check(format, shown(picture(1921, 1080)))).containsExactly(wrong("width", "1-1920", "1921"));
        assertThat(check(format, shown(picture(1080, 1921)))).containsExactly(wrong("height", "1-1920", "1921"));
    }

    /** A probe that could not tell must not stand in the way. */
    @Test
    void whatIsUnknownOfAFileIsNotHeldAgainstIt() {
        var video = shown(MediaSet.one(new MediaRule.Video(
                Set.of("video/mp4"), Set.of("h264"), 1_000, Range.any(), Range.of(23, 60), Sides.any(), Range.any())));
        var gif = shown(MediaSet.one(new MediaRule.Animation(Set.of("image/gif"), 1_000, Sides.any(), 1)));

        assertThat(check(video, shown(film(null, 9, 0, 640, 360)))).isEmpty();
        assertThat(check(gif, shown(loop(0, 9, 9, 1)))).isEmpty();
    }

    private static List<Finding> check(Format format, Post post) {
        return Preflight.check(new Paper(List.of(format), List.of()), delivery(format.id(), post), ACCOUNT);
    }

    private static Delivery delivery(String format, Post post) {
        return new Delivery(
                new UUID(0, 1),
                Instant.parse("2026-12-01T09:00:00Z"),
                format,
                post.title(),
                post.parts(),
                new Nothing());
    }

    private static Finding error(String rule, String field, int part, String limit, String actual) {
        return new Finding(Severity.ERROR, rule, field, part, null, limit, actual);
    }

    private static Finding media(String rule, String limit, String actual) {
        return error(rule, "media", 0, limit, actual);
    }

    /** Of the first file. */
    private static Finding wrong(String what, String limit, String actual) {
        return new Finding(Severity.ERROR, "media." + what, "media", 0, 0, limit, actual);
    }

    private static TextLimit words(int most) {
        return TextLimit.atMost(TextField.TEXT, Unit.UTF16, most);
    }

    private static Format texted(TextLimit... limits) {
        var sets = List.of(MediaSet.none(), MediaSet.of(1, 4, image(Sides.any(), Range.any(), null)));
        return new Format("post", List.of(limits), sets, 1);
    }

    private static Format shown(MediaSet... sets) {
        return new Format("post", List.of(words(100)), List.of(sets), 1);
    }

    private static Post said(String text) {
        return new Post("", List.of(new Part(text, List.of())));
    }

    private static Post titled(String title) {
        return new Post(title, List.of(new Part("text", List.of())));
    }

    private static Post shown(Media... media) {
        return new Post("", List.of(new Part("text", List.of(media))));
    }

    /** The second of two, so that a finding must say which. */
    private static Post second(Media item) {
        return shown(described("a"), item);
    }

    private static Post pictures(int count) {
        return shown(IntStream.range(0, count).mapToObj(i -> picture(9, 9)).toArray(Media[]::new));
    }

    private static MediaRule image(Sides sides, Range aspect, @Nullable Integer sum) {
        return new MediaRule.Image(Set.of("image/png"), 1_000, sides, aspect, sum);
    }

    private static MediaRule anyVideo() {
        return new MediaRule.Video(
                Set.of("video/mp4"), Set.of(), 1_000, Range.any(), Range.any(), Sides.any(), Range.any());
    }

    private static Media picture(int width, int height) {
        return medium(MediaKind.IMAGE, "image/png", 1, width, height, 0, 0, 0, null, "");
    }

    private static Media described(String alt) {
        return medium(MediaKind.IMAGE, "image/png", 1, 9, 9, 0, 0, 0, null, alt);
    }

    private static Media weighing(long bytes) {
        return medium(MediaKind.IMAGE, "image/png", bytes, 9, 9, 0, 0, 0, null, "");
    }

    private static Media typed(String type) {
        return medium(MediaKind.IMAGE, type, 1, 9, 9, 0, 0, 0, null, "");
    }

    private static Media loop(int frames, int width, int height, long bytes) {
        return medium(MediaKind.ANIMATION, "image/gif", bytes, width, height, 1, 0, frames, null, "");
    }

    private static Media film(int width, int height) {
        return film("h264", 9, 30, width, height);
    }

    private static Media film(@Nullable String codec, double seconds, double fps, int width, int height) {
        return medium(MediaKind.VIDEO, "video/mp4", 1, width, height, seconds, fps, 0, codec, "");
    }

    private static Media film(long bytes, String type) {
        return medium(MediaKind.VIDEO, type, bytes, 640, 360, 9, 30, 0, "h264", "");
    }

    private static Media paper(long bytes, String type) {
        return medium(MediaKind.DOCUMENT, type, bytes, 0, 0, 0, 0, 0, null, "");
    }

    private static Media medium(
            MediaKind kind,
            String type,
            long bytes,
            int width,
            int height,
            double seconds,
            double fps,
            int frames,
            @Nullable String codec,
            String alt) {
        return new Media(new UUID(0, 2), kind, type, bytes, width, height, seconds, fps, frames, codec, "file", alt);
    }

    private record Nothing() implements Delivery.Options {}

    private enum Tone {
        PLAIN,
        LOUD
    }

    private record Question(
            String text, @Option(initial = "true") Boolean secret) {}

    private record Reel(
            @Option(formats = "reel", initial = "\"PLAIN\"") Tone tone,

            @Option(formats = "reel", initial = "\"22\"") @Nullable
            String kind,

            @Option(formats = "reel", initial = "3", max = 1_000) @Nullable
            Integer weight,

            @Option(formats = "reel") List<String> tags,
            @Option(formats = "reel") Question question,

            @Option(
                    formats = {"reel", "story"},
                    time = Option.Time.MOMENT)
            @Nullable
            String at,

            @Option(formats = {"reel", "post"}) @Nullable String both,
            @Option @Nullable String all)
            implements Delivery.Options {}

    /** A network of nothing but its table. */
    private record Paper(List<Format> formats, List<Finding> own) implements Network {
        @Override
        public NetworkId id() {
            return new NetworkId("paper");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities("Paper", formats, Set.of(), 1);
        }

        @Override
        public List<Connector> connectors() {
            throw new UnsupportedOperationException("preflight asks nobody");
        }

        @Override
        public Publisher<?> publisher() {
            throw new UnsupportedOperationException("preflight sends nothing");
        }

        @Override
        public Class<? extends Delivery.Options> options() {
            throw new UnsupportedOperationException("preflight reads no options");
        }

        @Override
        public List<Finding> preflight(Delivery delivery, Account account) {
            return own;
        }
    }
}
