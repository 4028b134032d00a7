package planner.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever its name says. */
enum FileType {
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    /** What phones write. */
    HEIC("image/heic", "heic"),
    AVIF("image/avif", "avif"),
    MP4("video/mp4", "mp4"),
    QUICKTIME("video/quicktime", "mov"),
    WEBM("video/webm", "webm"),
    PDF("application/pdf", "pdf"),
    /** Captions of a video. */
    VTT("text/vtt", "vtt"),
    SRT("application/x-subrip", "srt");

    /** As much of a file as decides. */
    static final int HEAD = 256;

    private static final Pattern WEBVTT = Pattern.compile("^(\\x{ef}\\x{bb}\\x{bf})?WEBVTT[ \\t\\r\\n]");
    private static final Pattern SUBRIP = Pattern.compile(
            "^(\\x{ef}\\x{bb}\\x{bf})?\\s*\\d+\\r?\\n\\d\\d:\\d\\d:\\d\\d,\\d\\d\\d --> \\d\\d:\\d\\d:\\d\\d,\\d\\d\\d");

    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final Set<String> AUDIO_BRANDS = Set.of("m4a ", "m4b ", "m4p ", "f4a ", "f4b ", "aax ", "crx ");

    private final String mime;
    private final String ending;

    FileType(String mime, String ending) {
        this.mime = mime;
        this.ending = ending;
    }

    String mime() {
        return mime;
    }

    /** What ffmpeg may read it as, and nothing else. */
    String demuxer() {
        return switch (this) {
            case MP4, QUICKTIME, HEIC, AVIF -> "mov";
            case WEBM -> "matroska";
            case GIF -> "gif";
            case JPEG -> "jpeg_pipe";
            case PNG -> "png_pipe";
            case WEBP -> "webp_pipe";
            case PDF, VTT, SRT -> throw new IllegalStateException(this + " has no pictures");
        };
    }

    static Optional<FileType> ofMime(String mime) {
        return Arrays.stream(values()).filter(type -> type.mime.equals(mime)).findFirst();
    }

    boolean video() {
        return this == MP4 || this == QUICKTIME || this == WEBM;
    }

    boolean picture() {
        return this == JPEG || this == PNG || this == GIF || this == WEBP;
    }

    static String ending(String mime) {
        return Arrays.stream(values())
                .filter(type -> type.mime.equals(mime))
                .map(type -> type.ending)
                .findFirst()
                .orElse("bin");
    }

    static Optional<FileType> of(byte[] head) {
        if (begins(head, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (begins(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (text(head, 0, 6).matches("GIF8[79]a")) {
            return Optional.of(GIF);
        }
        if (text(head, 0, 4).equals("RIFF") && text(head, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (text(head, 0, 5).equals("%PDF-")) {
            return Optional.of(PDF);
        }
        if (WEBVTT.matcher(text(head, 0, head.length)).find()) {
            return Optional.of(VTT);
        }
        if (SUBRIP.matcher(text(head, 0, head.length)).find()) {
            return Optional.of(SRT);
        }
        if (begins(head, 0, 0x1a, 0x45, 0xdf, 0xa3)
                && text(head, 0, head.length).contains("webm")) {
            return Optional.of(WEBM);
        }
        return isoMedia(head);
    }

    /** ISO base media: the brand says which of its many kinds. */
    private static Optional<FileType> isoMedia(byte[] head) {
        var box = text(head, 4, 4);
        if (box.equals("moov") || box.equals("wide")) {
            return Optional.of(QUICKTIME);
        }
        if (!box.equals("ftyp")) {
            return Optional.empty();
        }
        var brand = text(head, 8, 4).toLowerCase(Locale.ROOT);
        if (AVIF_BRANDS.contains(brand)) {
            return Optional.of(AVIF);
        }
        if (HEIF_BRANDS.contains(brand)) {
            // an AVIF may call itself by the name of the family
            return Optional.of(text(head, 0, head.length).contains("avif") ? AVIF : HEIC);
        }
        if (AUDIO_BRANDS.contains(brand)) {
            return Optional.empty();
        }
        return Optional.of(brand.equals("qt  ") ? QUICKTIME : MP4);
    }

    private static boolean begins(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] head, int at, int length) {
        return head.length < at + length ? "" : new String(head, at, length, StandardCharsets.ISO_8859_1);
    }
}
