package planner.vips;

/** libvips could not do it. */
final class VipsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VipsException(String message) {
        super(message);
    }

    /** As libvips says it, in a mixture with what else it stumbled over on the way. */
    Answer.Why why() {
        var said = String.valueOf(getMessage());
        boolean disk = said.contains("write error") || said.contains("unable to open for write");
        return disk ? Answer.Why.UNWRITTEN : Answer.Why.DAMAGED;
    }
}
