package planner.simulator.threads;

import java.util.List;
import org.jspecify.annotations.Nullable;
import planner.simulator.media.MediaShelf.Kept;

/** What one container asks Threads to show. */
record Draft(
        Kind kind,
        boolean child,
        String text,
        String altText,
        Links links,
        Attachments attachments,
        List<Spoiler> spoilers,
        boolean hidden,
        List<Draft> children,
        @Nullable Kept media) {

    enum Kind {
        TEXT("TEXT_POST"),
        IMAGE("IMAGE"),
        VIDEO("VIDEO"),
        CAROUSEL("CAROUSEL_ALBUM");

        /** What it is called when it is read. */
        final String shown;

        Kind(String shown) {
            this.shown = shown;
        }
    }

    /** What a post hangs on. @param control who may reply */
    record Links(@Nullable Post parent, @Nullable Post quoted, String control, String location) {}

    record Attachments(String topic, String link, List<String> poll, String gif) {
        boolean none() {
            return link.isEmpty() && poll.isEmpty() && gif.isEmpty();
        }
    }

    /** Hidden words, in code points. */
    record Spoiler(int offset, int length) {}
}
