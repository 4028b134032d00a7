package planner.jobs;

/**
 * What is to be done, for example "publish on this network".
 *
 * @param name stored with every job: never rename it
 * @param concurrency how many of this kind run at once, over all processes
 */
public record JobKind(String name, int concurrency) {
    public JobKind {
        if (name.isBlank() || concurrency < 1) {
            throw new IllegalArgumentException("a kind has a name and a concurrency");
        }
    }
}
