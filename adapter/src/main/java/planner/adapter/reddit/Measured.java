package planner.adapter.reddit;

/** A text that is looked at only so often: somebody else's pattern must not hold up a check for ever. */
record Measured(CharSequence text, int[] looks) implements CharSequence {
    private static final int MOST = 200_000;

    /** The pattern takes too long for a check. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exhausted() {
            super("the pattern takes too long", null, false, false);
        }
    }

    static Measured of(String text) {
        return new Measured(text, new int[1]);
    }

    @Override
    public char charAt(int index) {
        if (++looks[0] > MOST) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new Measured(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
