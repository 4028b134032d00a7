package planner.simulator.pinterest;

import java.time.Instant;
import java.util.List;
import planner.simulator.media.MediaShelf.Kept;

/**
 * A pin as it was made.
 *
 * @param files its pictures; a video and, where there is one, its cover
 * @param cards what each of several images says
 * @param frame seconds into the video of the frame that covers it; -1 for none
 * @param trial made by an app that nobody trusts yet: its maker alone sees it
 */
record Pin(
        String id,
        Member owner,
        Board board,
        String section,
        Instant created,
        Words words,
        Kind kind,
        List<Kept> files,
        List<Card> cards,
        int frame,
        boolean trial) {

    enum Kind {
        IMAGE("image", "REGULAR"),
        IMAGES("multiple_images", "CAROUSEL"),
        VIDEO("video", "VIDEO");

        final String media;
        final String creative;

        Kind(String media, String creative) {
            this.media = media;
            this.creative = creative;
        }
    }

    record Words(String title, String description, String link, String alt, String color, List<String> disclosures) {}

    record Card(String title, String description, String link) {}

    boolean open() {
        return !trial && board.privacy == Board.Privacy.PUBLIC;
    }

    /** What somebody reads: the words, or what stands in the picture itself. */
    String told() {
        String told =
                words.description().isEmpty() ? words.title() : (words.title() + "\n" + words.description()).strip();
        return told.isEmpty() ? files.getFirst().inscription() : told;
    }
}
