package planner.adapter.linkedin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.network.RemotePost;
import planner.network.Step;

/** Where a publication stands on its way through LinkedIn. Up to {@link Create} nobody sees anything of it. */
sealed interface At extends Step {
    /** The article's page is read. */
    record Preview() implements At {}

    record Register(Made made) implements At {}

    /** @param url takes the whole file of an image or document */
    record Upload(Made made, String urn, String url) implements At {}

    /** @param tags of the parts that were sent, in their order */
    record Pieces(Made made, Film film, List<String> tags) implements At {}

    record Captions(Made made, Film film, List<String> tags) implements At {}

    record Thumbnail(Made made, Film film, List<String> tags) implements At {}

    record Finish(Made made, Film film, List<String> tags) implements At {}

    /** @param ready how many of the files are ready; @param polls how often the next one was asked about */
    record Processing(Made made, int ready, int polls) implements At {}

    /**
     * @param waits how often LinkedIn asked for patience
     * @param looks how often it was looked for since it was cut short
     * @param doubted an earlier try was cut short and not found
     */
    record Create(Made made, int waits, int looks, boolean doubted) implements At {
        static Create of(Made made) {
            return new Create(made, 0, 0, false);
        }

        Create waited() {
            return new Create(made, waits + 1, looks, doubted);
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** @param post that is out */
    record Comment(String post, String note) implements At {
        @Override
        public boolean repeatable() {
            return false;
        }

        @Override
        public List<String> out() {
            return List.of(post);
        }

        @Override
        public boolean complete() {
            return true;
        }
    }

    /**
     * @param urns of the files that are uploaded, in the order of showing
     * @param card what the article's page says; {@code null} when it was not read
     * @param round how often an upload was begun anew
     * @param note what a person should know of it in the end; may be empty
     */
    record Made(List<String> urns, @Nullable Card card, int round, String note) {
        static Made nothing(@Nullable Card card) {
            return new Made(List.of(), card, 0, "");
        }

        Made plus(String urn) {
            var more = new ArrayList<>(urns);
            more.add(urn);
            return new Made(List.copyOf(more), card, round, note);
        }

        /** One more try of the file that did not arrive. */
        Made again() {
            return new Made(urns, card, round + 1, note);
        }

        /** One more try of everything. */
        Made anew() {
            return new Made(List.of(), card, round + 1, note);
        }

        Made noting(String more) {
            return new Made(urns, card, round, RemotePost.joined(note, more));
        }
    }

    /** @param picture its address; empty for none */
    record Card(String title, String description, String picture) {}

    /**
     * A video being uploaded.
     *
     * @param token goes back with the last call
     */
    record Film(
            String urn,
            String token,
            List<Piece> pieces,
            @Nullable String captionsUrl,
            @Nullable String thumbnailUrl) {}

    /** Both bytes inclusive. */
    record Piece(String url, long first, long last) {}
}
