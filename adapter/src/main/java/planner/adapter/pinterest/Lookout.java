package planner.adapter.pinterest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Session;

/** Finds pins that could be the one of a delivery: on its board, made since it was due, saying what it says. */
final class Lookout {
    private final PinterestApi api;

    Lookout(PinterestApi api) {
        this.api = api;
    }

    /** Ids of such pins. A board that its owner has sorted shows them somewhere; the account's own pins are by time. */
    List<String> alike(String board, Delivery delivery, Session session) {
        var token = session.credential().access();
        var since = delivery.scheduledAt().minusSeconds(60);
        return Stream.concat(api.ofBoard(board, token).stream(), api.own(token).stream())
                .filter(pin -> pin.board() == null || pin.board().equals(board))
                .filter(pin -> created(pin).map(at -> !at.isBefore(since)).orElse(true))
                .filter(pin -> shows(pin, delivery.format()))
                .filter(pin -> says(pin, delivery))
                .map(PinterestApi.Pin::id)
                .distinct()
                .toList();
    }

    List<String> alike(String board, List<String> before, Delivery delivery, Session session) {
        var found = new LinkedHashSet<>(alike(board, delivery, session));
        found.removeAll(Set.copyOf(before));
        return List.copyOf(found);
    }

    /** Pinterest tells the time of day mostly without a zone; it is UTC. */
    static Optional<Instant> created(PinterestApi.Pin pin) {
        var text = pin.created();
        if (text == null) {
            return Optional.empty();
        }
        try {
            boolean zoned = text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean shows(PinterestApi.Pin pin, String format) {
        var type = pin.media() == null ? null : pin.media().type();
        return type == null
                || type.equals(
                        switch (format) {
                            case PinterestCapabilities.VIDEO -> "video";
                            case PinterestCapabilities.CAROUSEL -> "multiple_images";
                            default -> "image";
                        });
    }

    /** Pinterest may take a title from a link, so what was left open is not compared, unless nothing was said at all. */
    private static boolean says(PinterestApi.Pin pin, Delivery delivery) {
        var title = plain(delivery.title());
        var text = plain(delivery.text());
        var link = address(((PinterestOptions) delivery.options()).linkOrEmpty());
        boolean silent = title.isEmpty() && text.isEmpty() && link.isEmpty();
        return same(title, plain(pin.title()), silent)
                && same(text, plain(pin.description()), silent)
                && same(link, address(pin.link()), silent);
    }

    private static boolean same(String wanted, String seen, boolean silent) {
        return wanted.isEmpty() && !silent || wanted.equals(seen);
    }

    private static String plain(@Nullable String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String address(@Nullable String link) {
        return plain(link).replaceFirst("/$", "");
    }
}
