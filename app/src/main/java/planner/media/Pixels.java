package planner.media;

/** How large a picture may be that we decode. */
final class Pixels {
    static final int LONGEST_SIDE = 30_000;
    static final long MOST = 80_000_000;

    private Pixels() {}

    static void check(long width, long height) throws Unusable {
        if (width < 1 || height < 1) {
            throw Unusable.corrupt("a picture of " + width + " × " + height);
        }
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST) {
            throw new Unusable(Unusable.Why.HUGE, width + " × " + height + " pixels");
        }
    }
}
