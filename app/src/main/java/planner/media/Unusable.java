package planner.media;

import java.io.IOException;

/** The file is not what it claims to be, is broken, or is more than we take on. */
final class Unusable extends IOException {
    private static final long serialVersionUID = 1L;

    private final Why why;

    enum Why {
        /** Of no kind that a network could show. */
        UNKNOWN,
        EMPTY,
        /** Ends early or says things about itself that cannot be. */
        CORRUPT,
        /** Too many pixels or frames. */
        HUGE,
        /** A container without a picture in it. */
        NO_PICTURE,
        /** This installation has nothing to read videos with. */
        NO_VIDEO_TOOLS,
        /** This installation has nothing to read such pictures with. */
        NO_PICTURE_TOOLS
    }

    Unusable(Why why, String detail) {
        super(detail);
        this.why = why;
    }

    static Unusable corrupt(String detail) {
        return new Unusable(Why.CORRUPT, detail);
    }

    Why why() {
        return why;
    }
}
