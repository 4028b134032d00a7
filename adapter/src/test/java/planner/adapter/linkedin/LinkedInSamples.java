package planner.adapter.linkedin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.adapter.contract.Sample;
import planner.adapter.contract.Samples;
import planner.adapter.contract.SimulatorStage;
import planner.adapter.contract.Stage;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Call;
import planner.adapter.linkedin.LinkedInOptions.Length;
import planner.adapter.linkedin.LinkedInOptions.Poll;
import planner.adapter.linkedin.LinkedInOptions.Visibility;
import planner.network.Delivery.Part;
import planner.network.Media;
import planner.network.MediaKind;
import planner.network.NetworkId;

/** Posts for LinkedIn, and the simulator to put them on. The first account is a page. */
public final class LinkedInSamples implements Samples {
    static final int PART = 4_194_304;

    private static final byte[] GIF =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    private static final String SUBTITLES = "1\n00:00:00,000 --> 00:00:02,000\nŁódka\n";
    private static final Duration SHORT = Duration.ofSeconds(4);

    /** Whose token it is is asked for where the header of the version says nothing. */
    static boolean versioned(Call call) {
        return !call.uri().getPath().contains("/v2/");
    }

    @Override
    public NetworkId network() {
        return LinkedIn.ID;
    }

    @Override
    public List<Sample> all() {
        var files = TestFiles.FILES;
        var plain = plain();
        var image = files.jpeg(320, 200, "A boat (red) on a lake");
        var second = files.png(240, 300, "");
        var gif = files.file(MediaKind.ANIMATION, "image/gif", "loop.gif", GIF, 1, 1);
        var film = files.mp4(640, 360, SHORT, 100_000, "");
        return List.of(
                Sample.of(
                        "text",
                        LinkedInCapabilities.TEXT,
                        "Zażółć {gęślą} #jaźń (a|b) <c> [d] @nobody ~ * #1 c_d \\o/ 👩‍🚀\nhttps://example.com/a_b?c=1&d=2#e",
                        List.of(),
                        plain),
                Sample.of(
                        "text-extras",
                        LinkedInCapabilities.TEXT,
                        "With @[Zielony Kąt](urn:li:organization:2414183) and @[Ada](urn:li:person:782bbtaQ)",
                        List.of(),
                        extras()),
                titled("image", LinkedInCapabilities.IMAGE, "The boat", "Look", List.of(image), plain),
                Sample.of("image-gif", LinkedInCapabilities.IMAGE, "Loops", List.of(gif), plain),
                Sample.of("multi-image", LinkedInCapabilities.MULTI_IMAGE, "Two", List.of(image, second), plain),
                Sample.of("video", LinkedInCapabilities.VIDEO, "Moves", List.of(film), plain),
                titled(
                        "video-extras",
                        LinkedInCapabilities.VIDEO,
                        "A wave",
                        "Moves slowly",
                        List.of(files.mp4(640, 360, SHORT, PART + 1_000, "")),
                        film(second, captions())),
                titled("document", LinkedInCapabilities.DOCUMENT, "Our report", "Read", List.of(document()), plain),
                Sample.of(
                        "article",
                        LinkedInCapabilities.ARTICLE,
                        "Worth reading",
                        List.of(),
                        article(files.page().toString(), null, null)),
                titled(
                        "article-chosen",
                        LinkedInCapabilities.ARTICLE,
                        "Bread",
                        "See https://example.com/bread.",
                        List.of(),
                        article(null, "How it is made", image)),
                Sample.of(
                        "poll",
                        LinkedInCapabilities.POLL,
                        "Tell us",
                        List.of(),
                        poll(new Poll("Tea or coffee?", List.of("Tea", "Coffee"), Length.SEVEN_DAYS))));
    }

    static Media document() {
        var pdf = "%PDF-1.4\n1 0 obj << /Type /Page >> endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return TestFiles.FILES.file(MediaKind.DOCUMENT, "application/pdf", "report.pdf", pdf, 0, 0);
    }

    static Media captions() {
        return TestFiles.FILES.file(
                MediaKind.DOCUMENT,
                "application/x-subrip",
                "captions.srt",
                SUBTITLES.getBytes(StandardCharsets.UTF_8),
                0,
                0);
    }

    private static Sample titled(
            String name, String format, String title, String text, List<Media> media, LinkedInOptions options) {
        return new Sample(name, format, title, List.of(new Part(text, media)), options, 1, false);
    }

    static LinkedInOptions plain() {
        return new LinkedInOptions(null, null, null, null, null, null, null, null, null, null);
    }

    private static LinkedInOptions extras() {
        return new LinkedInOptions(
                Visibility.PUBLIC, false, null, null, null, null, null, null, null, "More of it below");
    }

    static LinkedInOptions film(@Nullable Media thumbnail, @Nullable Media captions) {
        return new LinkedInOptions(null, null, null, null, thumbnail, captions, "pl_PL", null, null, null);
    }

    static LinkedInOptions article(@Nullable String link, @Nullable String description, @Nullable Media thumbnail) {
        return new LinkedInOptions(null, null, link, description, thumbnail, null, null, null, null, null);
    }

    static LinkedInOptions poll(@Nullable Poll poll) {
        return new LinkedInOptions(null, null, null, null, null, null, null, poll, null, null);
    }

    static LinkedInOptions reshare(String post) {
        return new LinkedInOptions(null, null, null, null, null, null, null, null, post, null);
    }

    static LinkedInOptions commented(String comment) {
        return new LinkedInOptions(null, null, null, null, null, null, null, null, null, comment);
    }

    static LinkedInOptions seenBy(Visibility visibility) {
        return new LinkedInOptions(visibility, null, null, null, null, null, null, null, null, null);
    }

    @Override
    public Stage open() {
        return new SimulatorStage(LinkedIn.ID.value());
    }
}
