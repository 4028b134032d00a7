package planner.adapter.youtube;

import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import planner.adapter.kit.Call;
import planner.adapter.kit.Json;
import planner.network.Media;
import planner.network.MediaFiles;

/** A caption track on its way: what it is and the file, as multipart/related, which is Google's own form of it. */
record Captions(Snippet snippet) {
    private static final String FILE = "application/octet-stream";

    record Snippet(String videoId, String language, String name, boolean isDraft) {}

    static Captions of(String video, YouTubeOptions options) {
        return new Captions(new Snippet(video, language(options), name(options), false));
    }

    /** The captions' own, else the one spoken, else the one of title and description; empty when nobody said. */
    static String language(YouTubeOptions options) {
        for (var language : new String[] {
            YouTubeOptions.stripped(options.captionsLanguage()),
            YouTubeOptions.stripped(options.audioLanguage()),
            YouTubeOptions.stripped(options.language())
        }) {
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "";
    }

    static String name(YouTubeOptions options) {
        return YouTubeOptions.stripped(options.captionsName());
    }

    /** @param seed makes the boundary, so that the same delivery sends the same bytes; letters and digits */
    Call.Body body(Media file, MediaFiles files, String seed) {
        var boundary = "planner-" + seed;
        var head = ("--" + boundary + "\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n" + Json.text(this)
                        + "\r\n--" + boundary + "\r\nContent-Type: " + FILE + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var end = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return new Call.Body.Stream(
                "multipart/related; boundary=" + boundary,
                head.length + file.bytes() + end.length,
                () -> new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(head), files.open(file, 0), new ByteArrayInputStream(end)))));
    }
}
