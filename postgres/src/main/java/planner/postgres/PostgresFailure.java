package planner.postgres;

/** The embedded server could not do what was asked; the message is meant for the person at the keyboard. */
public sealed class PostgresFailure extends RuntimeException permits FolderInUse {
    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
