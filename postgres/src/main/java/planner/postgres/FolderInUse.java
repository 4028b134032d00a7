package planner.postgres;

import java.nio.file.Path;

/** Another live process already runs the server of this folder. */
public final class FolderInUse extends PostgresFailure {
    FolderInUse(Path folder, String pid) {
        super(("The database folder %s is already in use by process %s. "
                        + "Stop that process first, or choose another data folder.")
                .formatted(folder, pid));
    }
}
