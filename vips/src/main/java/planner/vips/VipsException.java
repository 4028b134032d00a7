package planner.vips;

/** libvips could not do it. */
final class VipsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VipsException(String message) {
        super(message);
    }
}
