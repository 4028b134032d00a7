package planner.adapter.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.telegram.TelegramOptions.Button;
import planner.adapter.telegram.TelegramOptions.LinkPreview;
import planner.adapter.telegram.TelegramOptions.TextFormat;
import planner.network.MediaKind;
import planner.network.NetworkId;

/** Posts for Telegram, and a server to put them on. */
public final class TelegramSamples implements Samples {
    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Override
    public NetworkId network() {
        return Telegram.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = TelegramOptions.plain();
        var image = files.jpeg(320, 200, "");
        var video = files.mp4(640, 360, Duration.ofSeconds(3), "");
        var gif = files.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
        var pdf = files.file(
                MediaKind.DOCUMENT,
                "application/pdf",
                "plan \"2027\".pdf",
                "%PDF-1.4 plan".getBytes(StandardCharsets.UTF_8),
                0,
                0);
        return List.of(
                Sample.of("text", "text", "Zażółć <gęślą> jaźń 👩‍🚀", List.of(), plain),
                Sample.of("photo", "photo", "Look", List.of(image), plain),
                Sample.of("video", "video", "Moves", List.of(video), plain),
                Sample.of("animation", "animation", "Loops", List.of(gif), plain),
                Sample.of("album", "album", "Both", List.of(image, video), rich(TextFormat.PLAIN, List.of())),
                Sample.of("document", "document", "Read", List.of(pdf), plain),
                Sample.of(
                        "html",
                        "text",
                        "<b>Big</b> &amp; <a href=\"https://example.com\">small</a>",
                        List.of(),
                        rich(TextFormat.HTML, List.of(new Button("Open", "https://example.com/a?b=c")))));
    }

    private static TelegramOptions rich(TextFormat format, List<Button> buttons) {
        return new TelegramOptions(format, true, true, true, LinkPreview.OFF, true, true, buttons);
    }

    @Override
    public boolean alwaysTells() {
        return false;
    }

    @Override
    public Stage open() {
        return new SimulatorStage(Telegram.ID.value());
    }
}
