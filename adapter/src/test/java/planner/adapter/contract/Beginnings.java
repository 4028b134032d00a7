package planner.adapter.contract;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import planner.network.Media;

/** How files of other kinds than the usual begin: what tells a reader their type, and where it stands, their sides. */
final class Beginnings {
    private static final String ZIP = "PK\3\4\24\0\0\0\0\0";
    private static final String OLE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("application/epub+zip", ZIP),
            Map.entry("application/json", "{\"moss\": 1}"),
            Map.entry("application/msword", OLE),
            Map.entry("application/octet-stream", "\0\1\2\3"),
            Map.entry("application/rtf", "{\\rtf1\\ansi Moss}"),
            Map.entry("application/vnd.ms-excel", OLE),
            Map.entry("application/vnd.ms-powerpoint", OLE),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", ZIP),
            Map.entry("application/vnd.oasis.opendocument.text", ZIP),
            Map.entry(OFFICE + "presentationml.presentation", ZIP),
            Map.entry(OFFICE + "spreadsheetml.sheet", ZIP),
            Map.entry(OFFICE + "wordprocessingml.document", ZIP),
            Map.entry("application/xml", "<?xml version=\"1.0\"?><moss/>"),
            Map.entry("application/zip", ZIP),
            Map.entry("audio/mp4", "\0\0\0\20ftypM4A \0\0\0\0"),
            Map.entry("audio/mpeg", "ID3\4\0\0\0\0\0\0\u00ff\u00fb\u0090\0"),
            Map.entry("audio/ogg", "OggS\0\2"),
            Map.entry("audio/wav", "RIFF\0\1\0\0WAVEfmt "),
            Map.entry("image/avif", "\0\0\0\24ftypavif\0\0\0\0avif"),
            Map.entry("image/heic", "\0\0\0\24ftypheic\0\0\0\0heic"),
            Map.entry("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            Map.entry("image/tiff", "II*\0\10\0\0\0"),
            Map.entry("text/csv", "moss,1\n"),
            Map.entry("text/html", "<!doctype html><p>Moss</p>"),
            Map.entry("text/markdown", "# Moss\n"),
            Map.entry("text/plain", "Moss\n"),
            Map.entry("video/mpeg", "\0\0\1\u00baD\0\4\0\4\1"),
            Map.entry("video/x-flv", "FLV\1\5\0\0\0\11"),
            Map.entry("video/x-ms-wmv", "0&\u00b2u\u008ef\u00cf\u0011\u00a6\u00d9\0\u00aa\0b\u00cel"),
            Map.entry("video/x-msvideo", "RIFF\0\1\0\0AVI LIST"));

    /** The first brand of the container, as QuickTime and its heirs name it. */
    private static final Map<String, String> BRANDS =
            Map.of("video/mp4", "isom", "video/quicktime", "qt  ", "video/x-m4v", "M4V ", "video/3gpp", "3gp4");

    private static final Map<String, String> DOCUMENT_TYPES =
            Map.of("video/webm", "webm", "video/x-matroska", "matroska");

    private static final Map<String, String> TRACKS = Map.of("vp8", "V_VP8", "vp9", "V_VP9", "av1", "V_AV1");

    /** The segment, to the end of the file: a length of nothing but ones. */
    private static final byte[] ENDLESS = latin("\30S\u0080g\1\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff");

    private Beginnings() {}

    static Optional<byte[]> signed(String type) {
        return Optional.ofNullable(SIGNS.get(type)).map(Beginnings::latin);
    }

    static Optional<String> brand(String type) {
        return Optional.ofNullable(BRANDS.get(type));
    }

    static boolean known(String type) {
        return SIGNS.containsKey(type)
                || BRANDS.containsKey(type)
                || DOCUMENT_TYPES.containsKey(type)
                || type.equals("image/webp");
    }

    /** The extended form: sides of 24 bits each, one less than they are. */
    static byte[] webp(int width, int height) {
        var content = latin("RIFF\0\0\0\0WEBPVP8X\12\0\0\0\0\0\0\0\0\0\0\0\0\0");
        var in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        in.putInt(24, width - 1 | (height - 1) << 24);
        return in.putShort(28, (short) ((height - 1) >> 8)).array();
    }

    /** A head, the length, one track of pictures, and the beginning of the pictures. */
    static byte[] matroska(Media item) {
        var codec = TRACKS.getOrDefault("" + item.codec(), "V_MPEG4/ISO/AVC");
        var info = element(0x1549a966, element(0x4489, bytes(Double.doubleToLongBits(item.seconds() * 1000))));
        var sides = element(0xe0, join(element(0xb0, bytes(item.width())), element(0xba, bytes(item.height()))));
        var track = join(
                element(0x83, new byte[] {1}),
                element(0x86, latin(codec)),
                element(0x23e383, bytes(Math.round(1e9 / item.fps()))),
                sides);
        var tracks = element(0x1654ae6b, element(0xae, track));
        var type = element(0x4282, latin(DOCUMENT_TYPES.getOrDefault(item.type(), "")));
        var pictures = element(0x1f43b675, new byte[0]);
        return join(element(0x1a45dfa3, type), ENDLESS, info, tracks, pictures);
    }

    private static byte[] element(int id, byte[] body) {
        var name = ByteBuffer.allocate(4).putInt(id).array();
        int from = Integer.numberOfLeadingZeros(id) / 8;
        var head = new ByteArrayOutputStream();
        head.write(name, from, 4 - from);
        head.writeBytes(bytes(1L << 56 | body.length));
        head.writeBytes(body);
        return head.toByteArray();
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(8).putLong(value).array();
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
