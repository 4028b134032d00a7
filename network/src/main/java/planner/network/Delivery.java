package planner.network;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The frozen snapshot of one variant going to one channel. Keys and times of a request come from here, never from the
 * clock or chance: a repeated step must send the same bytes.
 *
 * @param id the publication's id
 * @param scheduledAt when it is due; the moment of the order for "publish now"
 * @param format a {@link Capabilities.Format#id()}
 * @param title may be empty
 * @param parts one for each post of a thread; at least one
 * @param options this network's options record
 */
public record Delivery(UUID id, Instant scheduledAt, String format, String title, List<Part> parts, Options options) {
    public Delivery {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one part");
        }
    }

    /** The same, handed over at another time. */
    public Delivery at(Instant time) {
        return new Delivery(id, time, format, title, parts, options);
    }

    /** The same with other files in the place of its parts' files. */
    public Delivery withMedia(UnaryOperator<Media> each) {
        var others = parts.stream()
                .map(part ->
                        new Part(part.text(), part.media().stream().map(each).toList()))
                .toList();
        return new Delivery(id, scheduledAt, format, title, others, options);
    }

    /** The marker of every network's options record. */
    public interface Options {}

    /**
     * @param text may be empty
     * @param media in the order of showing
     */
    public record Part(String text, List<Media> media) {
        public Part {
            media = List.copyOf(media);
        }

        /** The file of a post that shows one. Of several all but one would be lost in silence: nothing is sent. */
        public Media onlyMedium() {
            if (media.size() != 1) {
                throw new NetworkException(
                        new Fault.Rejected("one-file", "a post of this kind shows one file, not: " + media.size()));
            }
            return media.getFirst();
        }
    }

    public Part part() {
        return parts.getFirst();
    }

    /** The media of the first part. */
    public List<Media> media() {
        return part().media();
    }

    /** The file of a format that shows one. */
    public Media onlyMedium() {
        return part().onlyMedium();
    }

    /** The text of the first part. */
    public String text() {
        return part().text();
    }
}
