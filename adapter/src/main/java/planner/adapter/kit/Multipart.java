package planner.adapter.kit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A multipart/form-data body whose files are streamed, never held in memory. */
public final class Multipart {
    private final String boundary;
    private final List<Piece> pieces = new ArrayList<>();

    private record Piece(byte[] head, long length, Call.Source source) {}

    /** @param seed makes the boundary, so that the same delivery sends the same bytes; letters and digits */
    public Multipart(String seed) {
        boundary = "planner-" + seed;
    }

    public Multipart field(String name, String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        pieces.add(new Piece(
                head("form-data; name=\"" + name + "\"", null), bytes.length, () -> new ByteArrayInputStream(bytes)));
        return this;
    }

    public Multipart file(String name, String fileName, String type, long length, Call.Source source) {
        var safe = fileName.replaceAll("[\\r\\n\"]", "_");
        pieces.add(
                new Piece(head("form-data; name=\"" + name + "\"; filename=\"" + safe + "\"", type), length, source));
        return this;
    }

    public Call.Body body() {
        var end = ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        long total = end.length;
        for (var piece : pieces) {
            total += piece.head().length + piece.length() + 2;
        }
        return new Call.Body.Stream("multipart/form-data; boundary=" + boundary, total, () -> open(end));
    }

    private InputStream open(byte[] end) throws java.io.IOException {
        var streams = new ArrayList<InputStream>();
        for (var piece : pieces) {
            streams.add(new ByteArrayInputStream(piece.head()));
            streams.add(piece.source().open());
            streams.add(new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.UTF_8)));
        }
        streams.add(new ByteArrayInputStream(end));
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private byte[] head(String disposition, @Nullable String type) {
        var head = "--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\n"
                + (type == null ? "" : "Content-Type: " + type + "\r\n") + "\r\n";
        return head.getBytes(StandardCharsets.UTF_8);
    }
}
