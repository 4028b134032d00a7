package planner.adapter.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Delivery.Part;
import planner.network.Media;

/**
 * A post that the network must take.
 *
 * @param name of the transcript, for example {@code text} or {@code thread}
 * @param posts how many posts the public sees of it
 * @param silent whether the network shows no words with it: then the mark stands in the files
 * @param timed options that depend on when it is due; {@code null} = always the same
 */
public record Sample(
        String name,
        String format,
        String title,
        List<Part> parts,
        Delivery.Options options,
        int posts,
        boolean silent,
        @Nullable Function<Instant, Delivery.Options> timed) {

    public Sample(
            String name,
            String format,
            String title,
            List<Part> parts,
            Delivery.Options options,
            int posts,
            boolean silent) {
        this(name, format, title, parts, options, posts, silent, null);
    }

    /** With options that name a time after it is due; {@code options} are for what does not ask for the time. */
    public Sample timed(Function<Instant, Delivery.Options> by) {
        return new Sample(name, format, title, parts, options, posts, silent, by);
    }

    public static Sample of(String name, String format, String text, List<Media> media, Delivery.Options options) {
        return new Sample(name, format, "", List.of(new Part(text, media)), options, 1, false);
    }

    public static Sample thread(String name, String format, List<Part> parts, Delivery.Options options) {
        return new Sample(name, format, "", parts, options, parts.size(), false);
    }

    /** Media that are shown without words, each as a post of its own. */
    public static Sample silent(String name, String format, List<Media> media, Delivery.Options options) {
        return new Sample(name, format, "", List.of(new Part("", media)), options, media.size(), true);
    }

    /** Every text, or every file, ends with a mark of the delivery, so that a viewer can tell whose post it is. */
    public Delivery delivery(UUID id, Instant scheduledAt) {
        var marked = parts.stream()
                .map(part -> silent ? inFiles(part, mark(id)) : inText(part, mark(id)))
                .toList();
        var given = timed == null ? options : timed.apply(scheduledAt);
        return new Delivery(id, scheduledAt, format, title, marked, given);
    }

    private static Part inText(Part part, String mark) {
        return new Part(part.text().isEmpty() ? mark : part.text() + " " + mark, part.media());
    }

    private static Part inFiles(Part part, String mark) {
        return new Part(
                part.text(),
                part.media().stream()
                        .map(item -> TestFiles.FILES.endingWith(mark, item))
                        .toList());
    }

    public static String mark(UUID id) {
        return "~" + id.toString().substring(24);
    }
}
