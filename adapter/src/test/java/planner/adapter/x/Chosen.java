package planner.adapter.x;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import planner.adapter.contract.TestFiles;
import planner.adapter.kit.Json;
import planner.adapter.kit.Reply;
import planner.network.Media;
import planner.network.MediaKind;

/** Options as the editor gives them: what is not named is absent. */
final class Chosen {
    static final XOptions NOTHING = of(Map.of());

    private Chosen() {}

    static XOptions of(Map<String, ?> values) {
        return Json.read(new Reply(200, Map.of(), Json.bytes(values)), XOptions.class);
    }

    static Media subtitles() {
        var words = "1\n00:00:00,000 --> 00:00:02,000\nHello\n".getBytes(StandardCharsets.UTF_8);
        return TestFiles.FILES.file(MediaKind.DOCUMENT, "application/x-subrip", "words.srt", words, 0, 0);
    }
}
