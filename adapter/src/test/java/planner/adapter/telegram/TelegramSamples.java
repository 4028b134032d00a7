package planner.adapter.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkId;
import planner.simulator.media.SampleMedia;

/** Posts for Telegram, and a server to put them on. */
public class TelegramSamples implements Samples {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    static final Media IMAGE = TestFiles.FILES.jpeg(320, 200, "");
    static final Media VIDEO = TestFiles.FILES.mp4(640, 360, Duration.ofSeconds(3), "");
    static final Media LOOP = TestFiles.FILES.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
    /** A film without sound. */
    static final Media SILENT = silent(false);

    static final Media PAPER = TestFiles.FILES.file(
            MediaKind.DOCUMENT,
            "application/pdf",
            "plan \"2027\".pdf",
            "%PDF-1.4 plan".getBytes(StandardCharsets.UTF_8),
            0,
            0);

    private static final String RICH =
            "'silent':true,'pin':true,'protect':true,'linkPreview':'OFF','captionAbove':true,'spoiler':true";

    /** @param sound whether it is said to have some; {@code null} = nobody looked */
    static Media silent(@Nullable Boolean sound) {
        var content = SampleMedia.silent(640, 360, Duration.ofSeconds(3), 0);
        var file = TestFiles.FILES.file(MediaKind.VIDEO, "video/mp4", "loop.mp4", content, 640, 360);
        return new Media(
                file.id(), file.kind(), file.type(), file.bytes(), 640, 360, 3, 30, 0, "h264", sound, file.name(), "");
    }

    @Override
    public NetworkId network() {
        return Telegram.ID;
    }

    @Override
    public List<Sample> all() {
        return List.of(
                text("text", "Zażółć <gęślą> jaźń 👩‍🚀", ""),
                media("photo", "photo", "Look", List.of(IMAGE), ""),
                media("video", "video", "Moves", List.of(VIDEO), ""),
                media("animation", "animation", "Loops", List.of(LOOP), ""),
                media("animation-film", "animation", "Loops", List.of(SILENT), ""),
                media("album", "album", "Both", List.of(IMAGE, VIDEO), RICH),
                media("document", "document", "Read", List.of(PAPER), ""),
                text(
                        "html",
                        "<b>Big</b> &amp; <a href=\"https://example.com\">small</a>",
                        RICH + ",'textFormat':'HTML','buttons':[{'text':'Open','url':'https://example.com/a?b=c'}]"),
                // the mark at the end strikes through what was opened
                text("markdown", ">*Big* and [small](https://example.com/a_b)\nZażółć\\! ~gęślą", MARKDOWN),
                poll("poll", "Tea or coffee?", "'answers':[{'text':'Tea'},{'text':'Coffee ☕'}]"),
                media("video-pictures", "video", "Moves", List.of(VIDEO), pictures("'startAt':2")));
    }

    static final String MARKDOWN = "'textFormat':'MARKDOWN_V2'";

    static Sample text(String name, String text, String options) {
        return Sample.of(name, "text", text, List.of(), Choices.of("{" + options + "}"));
    }

    static Sample poll(String name, String question, String poll) {
        return Sample.of(name, "poll", question, List.of(), Choices.of("{'poll':{" + poll + "}}"));
    }

    static Sample media(String name, String format, String text, List<Media> files, String options) {
        return media(name, format, text, files, Choices.of("{" + options + "}"));
    }

    static Sample media(String name, String format, String text, List<Media> files, TelegramOptions options) {
        return Sample.of(name, format, text, files, options);
    }

    static TelegramOptions pictures(String options) {
        return Choices.with(thumbnail(options), "cover", TestFiles.FILES.png(64, 36, ""));
    }

    static TelegramOptions thumbnail(String options) {
        return Choices.with(Choices.of("{" + options + "}"), "thumbnail", TestFiles.FILES.jpeg(320, 180, ""));
    }

    @Override
    public boolean alwaysTells(Sample sample) {
        return false;
    }

    @Override
    public Stage open() {
        return new Chat("@sandbox_news");
    }

    /** Where a chat of the sandbox is connected. */
    static final class Chat extends SimulatorStage {
        private final String name;

        Chat(String name) {
            super(Telegram.ID.value());
            this.name = name;
        }

        @Override
        public Map<String, String> form() {
            var form = new java.util.HashMap<>(super.form());
            form.put("chat", name);
            return form;
        }

        /** In MarkdownV2 the first character of a mark formats and is not seen. */
        @Override
        public List<String> visible() {
            var texts = new ArrayList<String>();
            for (var text : super.visible()) {
                texts.add(text.replaceFirst("(?<![~0-9a-f])([0-9a-f]{12})$", "~$1"));
            }
            return texts;
        }
    }
}
