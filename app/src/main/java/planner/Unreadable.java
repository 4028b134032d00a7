package planner;

import org.springframework.http.converter.HttpMessageNotReadableException;
import planner.workspace.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** What is wrong with a body that could not be read. */
final class Unreadable {
    private Unreadable() {}

    static Problem problem(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return unreadable.getCause() instanceof DatabindException wrong
                        && !wrong.getPath().isEmpty()
                ? Problem.invalid(path(wrong), "malformed")
                : Problem.of(400, "malformed", "json");
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : wrong.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }
}
