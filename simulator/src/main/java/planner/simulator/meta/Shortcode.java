package planner.simulator.meta;

/** An id in base 64, as it stands in the addresses of posts. */
public final class Shortcode {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private Shortcode() {}

    public static String of(String id) {
        var letters = new StringBuilder();
        for (long rest = Long.parseLong(id); rest > 0; rest >>>= 6) {
            letters.append(ALPHABET.charAt((int) (rest & 63)));
        }
        return letters.reverse().toString();
    }
}
