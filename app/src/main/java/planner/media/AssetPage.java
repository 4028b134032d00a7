package planner.media;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of assets. @param next where the next one begins; {@code null} = this was the last */
record AssetPage(List<Asset> items, @Nullable Mark next) {
    AssetPage {
        items = List.copyOf(items);
    }

    /** In which order; ids come last, so that each place is one place. */
    enum Sort {
        NEWEST("a.id desc", "a.id < :id"),
        OLDEST("a.id", "a.id > :id"),
        NAME("a.sorted, a.id", "(a.sorted, a.id) > (:name, :id)"),
        LARGEST("a.bytes desc, a.id desc", "(a.bytes, a.id) < (:number, :id)"),
        SMALLEST("a.bytes, a.id", "(a.bytes, a.id) > (:number, :id)");

        private final String order;
        private final String after;

        Sort(String order, String after) {
            this.order = order;
            this.after = after;
        }

        String order() {
            return order;
        }

        String after() {
            return after;
        }
    }

    /** A place in that order. What the row is sorted by stands in it, so that it holds when the row goes. */
    record Mark(Sort sort, long number, String name, UUID id) {
        private static final int PIECES = 4;

        String text() {
            var plain = sort.ordinal() + " " + number + " " + id + " " + name;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }

        /** Empty unless it is one of this order. */
        static Optional<Mark> read(String text, Sort sort) {
            try {
                var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                var pieces = plain.split(" ", PIECES);
                if (pieces.length < PIECES || plain.indexOf('\0') >= 0 || Integer.parseInt(pieces[0]) != sort.ordinal()) {
                    return Optional.empty();
                }
                return Optional.of(new Mark(sort, Long.parseLong(pieces[1]), pieces[3], UUID.fromString(pieces[2])));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
