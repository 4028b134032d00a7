package planner.network;

/** A way to mend what preflight found in the media of a post. What it names is applied by whoever composes the post. */
public sealed interface Fix {
    /** Cut to this aspect. @param aspect width / height */
    record Crop(double aspect) implements Fix {}

    /** The whole picture in a frame of this aspect. @param aspect width / height */
    record Pad(double aspect) implements Fix {}

    /** Only the first seconds. */
    record Trim(double seconds) implements Fix {}

    /** Make a picture larger than it is. */
    record Enlarge() implements Fix {}

    /** Leave this file out. @param media its place in the part */
    record Drop(int media) implements Fix {}

    /** Publish it in another format that takes it as it is. @param format its id */
    record UseFormat(String format) implements Fix {}

    /** The files that are too many go into further posts of the thread. @param each so many in each */
    record Spread(int each) implements Fix {}
}
