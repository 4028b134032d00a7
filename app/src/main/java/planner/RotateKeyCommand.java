package planner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import planner.channel.KeyRotation;

/** {@code rotate-key}: a new key for every stored credential, whether the house runs or not; safe to repeat. */
final class RotateKeyCommand {
    private RotateKeyCommand() {}

    static void run(List<String> arguments, Terminal terminal) {
        if (!arguments.isEmpty()) {
            throw new SettingsFault(List.of("Usage: rotate-key"));
        }
        var settings = CommandDatabase.settings();
        var done = CommandDatabase.use(settings, rows -> {
            try {
                return KeyRotation.rotate(rows, settings.installation());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        terminal.out()
                .println("Sealed anew: " + done.resealed() + " credentials. Old keys retired: " + done.retired() + ".");
    }
}
