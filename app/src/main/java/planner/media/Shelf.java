package planner.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts files where they lie, the same bytes once, and takes away what nothing names any more. */
@Component
class Shelf {
    private final FileStore files;
    private final MediaFolder folder;
    private final TransactionTemplate transaction;

    Shelf(FileStore files, MediaFolder folder, TransactionTemplate transaction) {
        this.files = files;
        this.folder = folder;
        this.transaction = transaction;
    }

    /**
     * Within the transaction that writes the row which names it.
     *
     * @return whether there is a small picture of it
     */
    boolean keep(StoredFile received, Path thumbnail) {
        files.lock(received.sha256());
        try {
            boolean picture = Files.exists(thumbnail);
            boolean known = Files.exists(folder.thumbnail(received.sha256()));
            if (!Files.exists(folder.file(received.sha256()))) {
                folder.keep(received.path(), folder.file(received.sha256()));
            }
            if (picture) {
                folder.keep(thumbnail, folder.thumbnail(received.sha256()));
            }
            return picture || known;
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept", e);
        }
    }

    /** Only after the row is gone for good: a rollback must not leave a row without its file. */
    void dropUnlessUsed(String sha256) {
        transaction.executeWithoutResult(status -> {
            files.lock(sha256);
            if (!files.used(sha256)) {
                folder.delete(sha256);
            }
        });
    }
}
