package planner.adapter.pinterest;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import planner.network.Delivery;
import planner.network.Media;
import planner.network.Option;

/** What a person sets for a pin. */
record PinterestOptions(
        @Option(choices = PinterestChoices.BOARDS) @Nullable String board,

        @Option(choices = PinterestChoices.SECTIONS) @Nullable
        String section,

        @Option @Nullable String newBoard,
        @Option(initial = "\"PUBLIC\"") @Nullable Privacy newBoardPrivacy,
        @Option @Nullable String link,
        @Option @Nullable String dominantColor,
        @Option(initial = "\"UPLOAD\"") @Nullable Source source,

        @Option(formats = PinterestCapabilities.CAROUSEL, max = PinterestCapabilities.MOST_IMAGES) @Nullable
        List<Card> cards,

        @Option(formats = PinterestCapabilities.VIDEO) @Nullable
        Media cover,

        @Option(formats = PinterestCapabilities.VIDEO, max = 900) @Nullable
        Integer coverSeconds,

        @Option(initial = "false") @Nullable Boolean aiModified,
        @Option(initial = "false") @Nullable Boolean syntheticPerformer)
        implements Delivery.Options {

    /** Who sees a board that is made for this pin. */
    enum Privacy {
        PUBLIC,
        SECRET
    }

    /** How pictures get to Pinterest; a video always goes up from here. */
    enum Source {
        UPLOAD,
        FETCH
    }

    /** What one image of several says of itself. */
    record Card(
            @Nullable String title,
            @Nullable String description,
            @Nullable String link) {}

    String boardOrEmpty() {
        return trimmed(board);
    }

    String sectionOrEmpty() {
        return trimmed(section);
    }

    String newBoardOrEmpty() {
        return trimmed(newBoard);
    }

    Privacy privacyOfNewBoard() {
        return Objects.requireNonNullElse(newBoardPrivacy, Privacy.PUBLIC);
    }

    String linkOrEmpty() {
        return trimmed(link);
    }

    String colorOrEmpty() {
        return trimmed(dominantColor);
    }

    boolean fetched() {
        return source == Source.FETCH;
    }

    List<Card> cardsOrNone() {
        return Objects.requireNonNullElse(cards, List.of());
    }

    static String trimmed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
