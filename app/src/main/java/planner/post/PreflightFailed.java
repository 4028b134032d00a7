package planner.post;

/** The post would be refused by a network; nothing was changed. */
final class PreflightFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PostPreflight.Report report;

    PreflightFailed(PostPreflight.Report report) {
        super("preflight found errors", null, false, false);
        this.report = report;
    }

    PostPreflight.Report report() {
        return report;
    }
}
