package planner.adapter.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import planner.network.Delivery;
import planner.network.Delivery.Part;

/**
 * A post that the network must take.
 *
 * @param name of the transcript, for example {@code text} or {@code thread}
 * @param posts how many posts the public sees of it
 */
public record Sample(String name, String format, String title, List<Part> parts, Delivery.Options options, int posts) {

    public static Sample of(
            String name, String format, String text, List<planner.network.Media> media, Delivery.Options options) {
        return new Sample(name, format, "", List.of(new Part(text, media)), options, 1);
    }

    public static Sample thread(String name, String format, List<Part> parts, Delivery.Options options) {
        return new Sample(name, format, "", parts, options, parts.size());
    }

    /** Every text ends with a mark of the delivery, so that a viewer can tell whose post it is. */
    public Delivery delivery(UUID id, Instant scheduledAt) {
        var marked = parts.stream()
                .map(part -> new Part(part.text().isEmpty() ? mark(id) : part.text() + " " + mark(id), part.media()))
                .toList();
        return new Delivery(id, scheduledAt, format, title, marked, options);
    }

    public static String mark(UUID id) {
        return "~" + id.toString().substring(24);
    }
}
