package planner.adapter.youtube;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import planner.adapter.kit.Reply;
import planner.network.Delivery;

/** The arithmetic of an upload; developers.google.com/youtube/v3/guides/using_resumable_upload_protocol. */
final class Pieces {
    static final int FIRST_POLLS = 3;

    /** A multiple of 256 KiB, small enough for a slow line within one deadline. */
    private static final long PIECE = 8L * 1024 * 1024;

    private static final Map<String, String> ENDINGS = Map.of(
            "video/quicktime", "mov",
            "video/webm", "webm",
            "video/x-msvideo", "avi",
            "video/x-ms-wmv", "wmv",
            "video/x-flv", "flv",
            "video/3gpp", "3gp",
            "video/mpeg", "mpg",
            "video/x-matroska", "mkv");

    private Pieces() {}

    /** Where the piece that begins at {@code from} ends, exclusive. */
    static long end(long from, long size) {
        return Math.min(size, from + PIECE);
    }

    /** The first byte that has not arrived, from {@code Range: bytes=0-999}; no such header: none has. */
    static long missing(Reply reply) {
        return reply.header("range")
                .map(range -> range.replaceFirst("^bytes=0-(\\d{1,15})$", "$1"))
                .filter(last -> last.matches("\\d{1,15}"))
                .map(last -> Long.parseLong(last) + 1)
                .orElse(0L);
    }

    /** Known to nobody else: by this name a video is found again whose upload was forgotten. */
    static String fileName(Delivery delivery) {
        var type = delivery.media().getFirst().type();
        return "planner-" + delivery.id() + "." + ENDINGS.getOrDefault(type, "mp4");
    }

    /** By the file's name; should YouTube not keep that, by its size, the title and the time. */
    static boolean sameFile(YouTubeApi.Video video, Delivery delivery) {
        var file = video.fileDetails();
        var snippet = video.snippet();
        if (file == null) {
            return false;
        }
        if (fileName(delivery).equals(file.fileName())) {
            return true;
        }
        return snippet != null
                && Long.toString(delivery.media().getFirst().bytes()).equals(file.fileSize())
                && delivery.title().strip().equals(Objects.requireNonNullElse(snippet.title(), ""))
                && !YouTubeApi.instant(snippet.publishedAt())
                        .isBefore(delivery.scheduledAt().minusSeconds(60));
    }

    static Duration pause(int polls) {
        return switch (polls) {
            case 0 -> Duration.ofSeconds(15);
            case 1 -> Duration.ofSeconds(30);
            case 2 -> Duration.ofMinutes(1);
            default -> Duration.ofMinutes(5);
        };
    }
}
