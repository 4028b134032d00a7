package planner.jobs;

/** Does the jobs of one kind. A job runs in one place at a time; it may run twice when its process died. */
public interface JobHandler {
    JobKind kind();

    /** @param id as it was enqueued; an exception means: again later, with growing pauses */
    Next run(String id);
}
