package planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.springframework.boot.web.server.PortInUseException;
import planner.channel.WrongMasterKey;
import planner.postgres.PostgresFailure;

/** Why the house did not start, in lines for the person at the keyboard. */
final class StartFailure {
    private StartFailure() {}

    /** Empty = unexpected: whoever asks for help needs the whole trace. */
    static Optional<List<String>> explain(Throwable failure) {
        for (var cause : causes(failure)) {
            switch (cause) {
                case SettingsFault fault -> {
                    return Optional.of(fault.lines());
                }
                case PostgresFailure _, WrongMasterKey _ -> {
                    return Optional.of(List.of(String.valueOf(cause.getMessage())));
                }
                case PortInUseException fault -> {
                    return Optional.of(List.of(portInUse(fault.getPort())));
                }
                case PSQLException fault -> {
                    return Optional.of(List.of("The database cannot be used: " + firstLine(fault)));
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    static String portInUse(int port) {
        return "Port %d is in use. Stop the program that uses it, or choose another one with PLANNER_PORT."
                .formatted(port);
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
