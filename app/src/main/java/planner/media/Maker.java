package planner.media;

import java.io.IOException;
import java.nio.file.Path;
import planner.network.Edit;
import planner.network.Media;
import planner.network.Recipe;

/** Makes files from files by one kind of tool. Takes its time: never called within a transaction. */
interface Maker {
    boolean makes(Media original, Recipe.Target target);

    /**
     * @param of what probing found of the original
     * @param to written wholly or not at all
     * @throws Stopped when {@code progress} says that nobody wants it any more
     * @throws Unmakable when this file cannot become that, however often it is tried
     * @throws IOException when it may work another time
     */
    void make(Path original, Media of, Recipe recipe, Path to, Progress progress) throws IOException;

    /**
     * A quick look at what an edit does: a JPEG, of a video the first picture that stays.
     *
     * @param side its longest, in pixels
     */
    void preview(Path original, Media of, Edit edit, int side, Path to) throws IOException;

    /** Is told how far it is. */
    interface Progress {
        /**
         * @param share 0 to 1
         * @throws Stopped when it is not wanted any more
         */
        void at(double share) throws Stopped;
    }

    /** It is not wanted any more. */
    final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The file cannot become that. */
    final class Unmakable extends IOException {
        private static final long serialVersionUID = 1L;

        private final String why;

        /** @param why key of the sentence for people: {@code too-small}, {@code damaged}, {@code takes-too-long} … */
        Unmakable(String why) {
            super(why);
            this.why = why;
        }

        String why() {
            return why;
        }
    }
}
