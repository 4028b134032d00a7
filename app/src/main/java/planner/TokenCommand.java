package planner;

import java.util.List;
import planner.workspace.TokenDesk;

/**
 * {@code token --name NAME}: an API token for the first workspace of the data folder, whether the house runs or not.
 * Only the token itself goes to standard output.
 */
final class TokenCommand {
    private static final String USAGE = "Usage: token --name NAME";

    private TokenCommand() {}

    static void run(List<String> arguments, Terminal terminal) {
        if (arguments.size() != 2
                || !arguments.getFirst().equals("--name")
                || arguments.get(1).isBlank()) {
            throw new SettingsFault(List.of(USAGE));
        }
        var settings = CommandDatabase.settings();
        var secret = CommandDatabase.use(
                settings, rows -> TokenDesk.issue(rows, arguments.get(1).strip()));
        terminal.out()
                .println(secret.orElseThrow(() -> new SettingsFault(List.of(
                        "There is no workspace yet. Start the planner, open it in a browser and sign up first."))));
    }
}
